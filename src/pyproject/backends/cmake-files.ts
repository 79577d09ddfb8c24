import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { cleanPath, fixedPart, joinedPath } from "./build-paths";

/** Files that CMake compiles, reads or fills in. */
const source = /\.(?:c|cc|cpp|cxx|cu|f|f90|f95|h|hh|hpp|hxx|pyx|i|in|cmake)$/i;

/** Commands whose arguments are folders with headers or with modules of CMake. */
const folderCommand =
  /\b(?:include_directories\s*\(|target_include_directories\s*\(\s*\S+|(?:set|list)\s*\(\s*(?:\w+\s+)?CMAKE_MODULE_PATH\b)([^)]*)\)/gi;

/**
 * What a build with CMake reads: its CMakeLists.txt, the folders that this one adds or searches, and the files that it
 * names; of those that lie elsewhere their folders, in which there are their headers.
 *
 * @param root the folder of CMakeLists.txt
 * @see https://cmake.org/cmake/help/latest/command/add_subdirectory.html
 */
export function cmakeFiles(folder: ProjectFolder, root: string): Fact<string>[] {
  const list = joinedPath(root, "CMakeLists.txt");
  const text = folder.read(list);
  if (text === undefined) return [];
  const own = text
    .replaceAll(/#.*$/gm, "")
    .replaceAll(/\$\{(?:CMAKE_CURRENT|CMAKE|PROJECT)_SOURCE_DIR\}\/?/g, "./")
    .replaceAll(/\$<BUILD_INTERFACE:([^<>]*)>/g, "$1");
  const added = [...own.matchAll(/\badd_subdirectory\s*\(\s*"?([^\s")]+)/gi)].map(([, path]) => path);
  const searched = [...own.matchAll(folderCommand)].flatMap(([, words]) => words.split(/[\s;"]+/));
  const named = [...own.matchAll(/[\w./*?[\]-]+/g)].map(([word]) => word).filter((word) => source.test(word));
  const files = named.map((word) => fixedPart(word)).map((path) => (isElsewhere(path) ? posix.dirname(path) : path));
  const paths = [...added, ...searched, ...files].map(cleanPath).filter((path) => path !== "" && !/^[./]+$/.test(path));
  const found = paths.map((path) => joinedPath(root, path)).filter((path) => path !== "" && folder.exists(path));
  return [list, ...new Set(found)].map((path) => fact(path, list));
}

/** Does the path lead out of the folder of CMakeLists.txt, and into another one? */
function isElsewhere(path: string): boolean {
  return /^(?:\.\.\/)+[^/]+\/./.test(path);
}
