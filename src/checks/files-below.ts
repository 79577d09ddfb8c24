import { readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** Folders that are large, and of which nobody copies anything. */
const PASSED_OVER = new Set([".git", "node_modules", "__pycache__", ".venv", "venv"]);

/** As many entries of folders as are looked at, so that a synth stays quick. */
const LIMIT = 4000;

/**
 * The files at and below a path; not all of them where there are very many. A link is not followed, since COPY takes it as
 * it is.
 *
 * @param folder on disk, in which the path lies
 * @param isEntered whether what is in a folder counts
 */
export function* filesBelow(
  folder: string,
  start: string,
  isEntered: (path: string) => boolean = () => true,
): Iterable<string> {
  const rest = [start];
  let looked = 0;
  for (let path = rest.shift(); path !== undefined && looked < LIMIT; path = rest.shift()) {
    const entries = entriesOf(join(folder, path));
    if (entries === undefined) {
      yield path;
      continue;
    }
    looked += entries.length;
    for (const { name, isFolder } of entries) {
      const inside = posix.join(path, name);
      if (!isFolder || (!PASSED_OVER.has(name) && isEntered(inside))) rest.push(inside);
    }
  }
}

/** Undefined for a file, or nothing. */
function entriesOf(path: string): { readonly name: string; readonly isFolder: boolean }[] | undefined {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    return undefined;
  }
}
