import { relative, resolve } from "node:path";
import type { Project } from "projen";
import { Mistake, shown } from "../values/mistake";
import { foundAt } from "./found-entry";
import { isBelow } from "./is-below";

/**
 * The file that people mean by a path, from the folder of the project, or from the root project's into it.
 *
 * The name of a file alone never means one of the root's, which has another Dockerfile.
 */
export function pathOfFile(project: Project, path: string): string {
  const own = resolve(project.outdir, path);
  const fromRoot = resolve(project.root.outdir, path);
  return foundAt(own).kind === "nothing" && isBelow(project.outdir, fromRoot) ? fromRoot : own;
}

/**
 * @param generated absolute paths of what would be generated
 * @throws where the path of a file that is left to people is that of none, or of a folder with generated files
 */
export function checkLeft(root: Project, path: string, generated: readonly string[]): void {
  const isFolder = generated.some((each) => isBelow(path, each));
  if (!isFolder && (generated.includes(path) || foundAt(path).kind !== "nothing")) return;
  const name = shown(relative(root.outdir, path));
  throw new Mistake({
    where: "handWrittenFiles",
    what: isFolder ? `${name} is a folder` : `there is no file ${name}, and none would be generated`,
    allowed: "it names files that people write, from the folder of the project, or from the root project's into it",
    fix: isFolder ? "name the files in it" : "write the file, or take its path out",
  });
}
