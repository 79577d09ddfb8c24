import { posix } from "node:path";
import type { ProjectFolder } from "./project-folder";

/**
 * Does the path lie in a submodule of the repository? A clone leaves its folder empty.
 *
 * @see https://git-scm.com/docs/gitmodules
 */
export function liesInSubmodule(folder: ProjectFolder, path: string): boolean {
  const places = [{ path: "", inside: "" }, ...folder.ancestors()];
  return places.some((place) => {
    const text = folder.read(posix.join(place.path, ".gitmodules")) ?? "";
    const submodules = [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].map(([, submodule]) => submodule);
    return submodules.some((submodule) => posix.join(place.inside, path).startsWith(`${submodule}/`));
  });
}
