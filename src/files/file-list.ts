import { join } from "node:path";
import type { Project } from "projen";
import { Mistake } from "../values/mistake";
import { foundAt } from "./found-entry";
import { handworkAt } from "./handwork";
import { notWritten } from "./not-written";
import { pathFromRoot } from "./path-from-root";
import { removeLeftOvers } from "./temporary-file";
import { type FindWay, wayToFile } from "./way-to-folder";
import { writeWhole } from "./write-whole";

/** Where projen lists the files that it has generated, and removes those that are gone from a later list. */
const FOLDER = ".projen";
const FILE_LIST = `${FOLDER}/files.json`;

/**
 * What projen has generated in the project; nothing where it does not know.
 *
 * @throws where the list is there and can't be read: projen could be luckier, and would remove what nobody has looked at
 */
export function listedFiles(project: Project, wayTo: FindWay = wayToFile): string[] {
  const path = join(project.outdir, FILE_LIST);
  const found = foundAt(path);
  const what = wayTo(path, project).blocked ?? handworkAt(path, found, () => undefined);
  if (what !== undefined) {
    const where = pathFromRoot(project, FILE_LIST);
    throw new Mistake({ where, what, fix: "mend that and run npx projen again" });
  }
  return found.kind === "file" ? pathsIn(found.text) : [];
}

/** Takes files out of projen's list, so that it does not remove them. */
export function dropFromList(project: Project, paths: ReadonlySet<string>): void {
  removeLeftOvers(join(project.outdir, FOLDER));
  if (paths.size === 0) return;
  const files = listedFiles(project).filter((path) => !paths.has(path));
  try {
    writeWhole(join(project.outdir, FILE_LIST), `${JSON.stringify({ files }, undefined, 2)}\n`, { mode: 0o444 });
  } catch (error) {
    throw notWritten(pathFromRoot(project, FILE_LIST), error);
  }
}

function pathsIn(text: string): string[] {
  try {
    const { files } = JSON.parse(text);
    return Array.isArray(files) ? files.filter((each) => typeof each === "string" && each.trim() !== "") : [];
  } catch {
    return [];
  }
}
