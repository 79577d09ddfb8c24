import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/** What stands at each path below a folder: the permissions and bytes of a file, the target of a link. */
export type TreeState = ReadonlyMap<string, string>;

/** What stands in the folder; of links only where they lead. */
export function treeState(folder: string): TreeState {
  return new Map(entriesBelow(folder, ""));
}

/** The paths that are new, gone, or another thing than before. */
export function changedPaths(before: TreeState, after: TreeState): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function entriesBelow(folder: string, below: string): [string, string][] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) return [[`${path}/`, ""], ...entriesBelow(folder, path)];
    return [[path, described(join(folder, path), entry)]];
  });
}

function described(file: string, entry: Dirent): string {
  if (entry.isSymbolicLink()) return `link to ${readlinkSync(file)}`;
  if (!entry.isFile()) return "neither file nor link";
  return `${statSync(file).mode.toString(8)} ${createHash("sha1").update(readFileSync(file)).digest("hex")}`;
}
