import { join, relative, sep } from "node:path";
import type { Project } from "projen";

/**
 * A path as messages name it: from the root project's folder.
 *
 * @param path from the project's folder
 */
export function pathFromRoot(project: Project, path: string): string {
  return relative(project.root.outdir, join(project.outdir, path)).split(sep).join("/");
}
