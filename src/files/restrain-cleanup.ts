import { dropFromList } from "./file-list";
import type { LookedProject } from "./looked-project";
import type { LostFile } from "./lost-file";

/**
 * Has projen remove no more than what it has generated and nobody keeps.
 *
 * @param orphans what it would remove
 * @param kept absolute paths
 */
export function restrainCleanup(
  { project, listed }: LookedProject,
  orphans: readonly LostFile[],
  kept: ReadonlySet<string>,
): void {
  const staying = new Set(orphans.filter(({ absolutePath }) => kept.has(absolutePath)).map((each) => each.listed));
  dropFromList(project, staying);
  // Without a list it would remove every file that has its mark in it, be it of another projen project.
  if (listed.every((each) => staying.has(each))) project.addExcludeFromCleanup("**");
}
