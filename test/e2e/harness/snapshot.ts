import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder, packages and git's own files too: each path with what a write of any kind would change. */
export function snapshotOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    [".", ...paths].map((path) => {
      const { ino, mode, mtimeMs, ctimeMs, size, uid } = lstatSync(join(folder, path));
      return [path, [ino, mode, mtimeMs, ctimeMs, size, uid].join(" ")];
    }),
  );
}
