import { compileGlob } from "./glob";

/** Whether a glob may match a path below the folder; true where its segments can't be told apart. */
export function reachesBelow(glob: string, folder: string): boolean {
  if (/[[^]|\\\//.test(glob)) return true;
  const segments = glob.split("/");
  const above = folder.split("/");
  for (const [index, name] of above.entries()) {
    const segment = segments[index];
    if (segment === undefined) return false;
    if (segment.includes("**")) return true;
    if (!compileGlob(segment, malformed).test(name)) return false;
  }
  return segments.length > above.length;
}

/** A part of a pattern that was accepted as a whole. */
function malformed(what: string): never {
  throw new Error(`a pattern was accepted though a part of it ${what}`);
}
