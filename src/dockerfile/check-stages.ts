import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { DockerfileModel, StageModel } from "./model";
import { inWords } from "./resolve-arguments";
import { neededStages } from "./used-stages";
import { expandWord } from "./word";

/** Arguments that BuildKit sets by itself. */
const PREDEFINED = [
  "BUILDPLATFORM",
  "BUILDOS",
  "BUILDARCH",
  "BUILDVARIANT",
  "TARGETPLATFORM",
  "TARGETOS",
  "TARGETARCH",
  "TARGETVARIANT",
];

/**
 * Every FROM names an image or an earlier stage, with the defaults of the global ARGs in it, and what a stage copies or
 * mounts from another one comes from an earlier one.
 *
 * @throws where a stage comes before one that it needs, an argument is not declared, or a name is no image reference
 */
export function checkStages(fileName: string, model: DockerfileModel): void {
  const values = new Map<string, string | undefined>(PREDEFINED.map((name) => [name, "linux/amd64"]));
  for (const argument of model.globals) {
    if (argument.kind === "arg") values.set(argument.name, expandWord(argument.default ?? "", values));
  }
  const before = new Set<string>();
  const names = new Set(model.stages.map((stage) => stage.name));
  for (const stage of model.stages) {
    const where = `${fileName} stage ${shown(stage.name)}`;
    const unknown = inWords(stage.image, stage.platform).find((name) => !values.has(name));
    if (unknown !== undefined) {
      throw new Mistake({
        where,
        what: `FROM uses the argument ${unknown}, which is not declared`,
        allowed: "FROM sees the global arguments only",
        fix: `declare it with dockerfile.addArg(${shown(unknown)}, { default: "…" })`,
      });
    }
    if (stage.parent !== undefined && !before.has(stage.parent)) {
      throw new Mistake({
        where,
        what: `it starts from the stage ${shown(stage.parent)}, which does not stand before it`,
        allowed: "a stage starts from an image or from an earlier stage of the same file",
        fix: "add that stage first",
      });
    }
    const later = neededStages(stage).find((name) => names.has(name) && !before.has(name));
    if (later !== undefined) {
      throw new Mistake({
        where,
        what: `it copies or mounts from the stage ${shown(later)}, which does not stand before it`,
        allowed: "a stage sees the stages above it",
        fix: "add that stage first",
      });
    }
    if (runsInNothing(stage)) {
      throw new Mistake({
        where,
        what: "RUN comes before anything is in the image, which starts from nothing",
        allowed: "a command needs a shell that is copied, added or mounted before",
        fix: "run it in a stage that has one, and copy what it makes",
      });
    }
    const image = expandWord(stage.image, values);
    if (stage.parent === undefined && image !== "scratch") ImageReference.of(image ?? "");
    before.add(stage.name);
  }
}

function runsInNothing(stage: StageModel): boolean {
  if (stage.parent !== undefined || stage.image !== "scratch") return false;
  const first = stage.sections
    .flatMap((section) => section.instructions)
    .find(({ kind }) => kind === "copy" || kind === "add" || kind === "run" || kind === "raw");
  return first?.kind === "run" && first.mounts.every((mount) => mount._fields.every(([, type]) => type !== "bind"));
}
