import { lstatSync, readFileSync, readlinkSync, type Stats } from "node:fs";

/** What is at a path. */
export type FoundEntry =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly bytes: Buffer; readonly text: string; readonly stats: Stats }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder" }
  /** A device, a pipe, or what can't be looked at. */
  | { readonly kind: "other"; readonly what: string };

/** What is at the path; links are not followed. */
export function foundAt(path: string): FoundEntry {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return { kind: "nothing" };
    if (stats.isSymbolicLink()) return { kind: "link", target: readlinkSync(path) };
    if (stats.isDirectory()) return { kind: "folder" };
    if (stats.isFile()) return fileEntry(readFileSync(path), stats);
    return { kind: "other", what: "is neither a file nor a folder" };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { kind: "nothing" };
    if (code === "ENOTDIR") return { kind: "other", what: "would lie in a folder that is a file" };
    return { kind: "other", what: `can't be read (${code})` };
  }
}

function fileEntry(bytes: Buffer, stats: Stats): FoundEntry {
  return { kind: "file", bytes, text: bytes.toString("utf8"), stats };
}
