import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { fixedPart, joinedPath } from "./build-paths";

/** Files that CMake compiles, reads or fills in. */
const source = /\.(?:c|cc|cpp|cxx|cu|f|f90|f95|h|hh|hpp|hxx|pyx|i|in|cmake)$/i;

/**
 * What a build with CMake reads: its CMakeLists.txt, the folders that this one adds, and the files that it names.
 *
 * @param root the folder of CMakeLists.txt
 * @see https://cmake.org/cmake/help/latest/command/add_subdirectory.html
 */
export function cmakeFiles(folder: ProjectFolder, root: string): Fact<string>[] {
  const list = joinedPath(root, "CMakeLists.txt");
  const text = folder.read(list);
  if (text === undefined) return [];
  const own = text.replaceAll(/#.*$/gm, "").replaceAll(/\$\{(?:CMAKE_CURRENT|CMAKE|PROJECT)_SOURCE_DIR\}\/?/g, "");
  const added = [...own.matchAll(/\badd_subdirectory\s*\(\s*"?([^\s")]+)/gi)].map(([, path]) => path);
  const named = [...own.matchAll(/[\w./*?[\]-]+/g)].map(([word]) => word).filter((word) => source.test(word));
  const paths = [...added, ...named.map((word) => fixedPart(word)).filter((path) => path !== "")];
  const found = paths.map((path) => joinedPath(root, path)).filter((path) => path !== "" && folder.exists(path));
  return [list, ...new Set(found)].map((path) => fact(path, list));
}
