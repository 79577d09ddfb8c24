import type { Project } from "projen";
import { dropFromList, listedFiles } from "./file-list";
import type { LostFile } from "./lost-file";

/**
 * Has projen remove no more than what it has generated and nobody keeps.
 *
 * @param orphans what it would remove
 * @param kept absolute paths
 */
export function restrainCleanup(project: Project, orphans: readonly LostFile[], kept: ReadonlySet<string>): void {
  const staying = orphans.filter(({ absolutePath }) => kept.has(absolutePath));
  dropFromList(project, new Set(staying.map(({ listed }) => listed)));
  // Without a list it would remove every file that has its mark in it, be it of another projen project.
  if (listedFiles(project).length === 0) project.addExcludeFromCleanup("**");
}
