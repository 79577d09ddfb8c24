import { Mistake, shown } from "../values/mistake";

/** Arguments of `docker build` that the Dev Containers CLI gives itself; a second one breaks its build. */
const TAKEN: Record<string, string> = {
  "--target": 'give the option "target" of DevContainerSource.dockerfile',
  "--file": 'give the option "dockerfile" of DevContainerSource.dockerfile',
  "-f": 'give the option "dockerfile" of DevContainerSource.dockerfile',
  "--output": "leave it out: the image is loaded into the engine",
  "-o": "leave it out: the image is loaded into the engine",
  "--push": "leave it out: DevContainerPrebuild pushes the image",
};

/** @throws where it is empty, or the Dev Containers CLI gives the argument itself */
export function checkBuildOption(option: string, where: string): void {
  if (option === "") throw new Mistake({ where, what: "a build option is empty", fix: "leave it out" });
  const fix = TAKEN[option.split("=")[0]];
  if (fix === undefined) return;
  throw new Mistake({
    where,
    what: `the build option ${shown(option)} contradicts the Dev Containers CLI`,
    allowed: "it gives this argument itself",
    fix,
  });
}
