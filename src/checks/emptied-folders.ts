import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BuildContext } from "../dockerignore/context";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { filesBelow } from "./files-below";

/**
 * Folders that the build reads, and of which patterns of the .dockerignore leave out each file, or each one of Python.
 *
 * @param dockerignore the file that messages name
 * @param folder the build context on disk
 * @param paths in the context
 */
export function* emptiedFolderFindings(
  context: BuildContext,
  dockerignore: string,
  folder: string,
  paths: Iterable<string>,
): Iterable<Finding> {
  for (const path of new Set(paths)) {
    // One that is left out as a whole is told already.
    if (!existsSync(join(folder, path)) || !context.mayIncludeBelow(path)) continue;
    const files = [...filesBelow(folder, path)];
    const lost = [files, files.filter((file) => file.endsWith(".py"))].find(
      (each) => each.length > 0 && !each.some((file) => context.includes(file)),
    );
    if (lost === undefined) continue;
    yield {
      rule: "FileIgnored",
      where: dockerignore,
      what: `the pattern ${shown(context.decide(lost[0]).pattern)} leaves out ${lost === files ? "all" : "all of Python"} in ${shown(path)}`,
      allowed: "the build needs what is there",
      fix: "narrow the pattern, or take files in again by addExceptions",
    };
  }
}
