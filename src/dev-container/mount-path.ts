import { ContainerPath } from "../values/container-path";
import { Mistake, shown } from "../values/mistake";

/** A path in the container; one that starts with a variable stays as it is. */
export function targetPath(path: string, where: string): string {
  return withoutComma(path.startsWith("${") ? path : ContainerPath.of(path).toString(), where);
}

/** @throws where the path has a comma */
export function withoutComma(path: string, where: string): string {
  if (!path.includes(",")) return path;
  throw new Mistake({
    where,
    what: `the path ${shown(path)} has a comma`,
    allowed: "commas separate the fields of a mount",
    fix: "mount a folder above it",
  });
}
