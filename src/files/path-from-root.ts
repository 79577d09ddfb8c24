import { join } from "node:path";
import type { Project } from "projen";
import { relativePath } from "../values/relative-path";

/**
 * A path as messages name it: from the root project's folder.
 *
 * @param path from the project's folder
 */
export function pathFromRoot(project: Project, path: string): string {
  return relativePath(project.root.outdir, join(project.outdir, path));
}
