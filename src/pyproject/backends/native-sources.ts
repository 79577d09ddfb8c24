import { posix } from "node:path";
import { cleanPath, fixedPart } from "./build-paths";

/** What a compiler reads, and what it is made of. */
export const nativeSource = /\.(?:asm|c|cc|cpp|cxx|f|f90|h|hh|hpp|hxx|inc|m|mm|pxd|pxi|pyx|s)$/i;

/** The folder of a source, in which there are its headers, or of a pattern; the source itself where that is the project's. */
export function sourceFolder(path: string): string {
  const folder = /[*?[]/.test(path) ? fixedPart(path) : cleanPath(posix.dirname(path));
  return folder === "" ? cleanPath(path) : folder;
}
