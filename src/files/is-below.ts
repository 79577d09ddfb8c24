import { isAbsolute, relative, sep } from "node:path";

/** Whether a path leads to something below a folder; both are absolute. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  // Between drives of Windows there is no relative way.
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
