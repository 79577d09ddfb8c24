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
  { project }: LookedProject,
  orphans: readonly LostFile[],
  kept: ReadonlySet<string>,
): void {
  const staying = new Set(orphans.filter(({ absolutePath }) => kept.has(absolutePath)).map((each) => each.listed));
  dropFromList(project, staying);
  // Without a list it would remove every file that has its mark in it, be it of another projen project or a backup. There may
  // be none at any moment: another synth that runs beside this one writes the list anew.
  project.addExcludeFromCleanup("**");
}
