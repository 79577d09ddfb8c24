import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../project-folder";
import { changedPaths, treeState } from "./tree-state";

function changedBy(change: (folder: string) => void): string[] {
  const folder = folderWith({ "a.txt": "one", "below/b.txt": "two" });
  symlinkSync("a.txt", join(folder, "link"));
  const before = treeState(folder);
  change(folder);
  return changedPaths(before, treeState(folder));
}

test.each<[string, string[], (folder: string) => void]>([
  ["nothing", [], () => undefined],
  ["a file that was written again as it was", [], (folder) => writeFileSync(join(folder, "a.txt"), "one")],
  ["another text", ["below/b.txt"], (folder) => writeFileSync(join(folder, "below/b.txt"), "too")],
  ["other permissions", ["a.txt"], (folder) => chmodSync(join(folder, "a.txt"), 0o755)],
  ["a new file", ["c.txt"], (folder) => writeFileSync(join(folder, "c.txt"), "")],
  ["a new folder", ["c/"], (folder) => mkdirSync(join(folder, "c"))],
  ["a file that is gone", ["a.txt"], (folder) => rmSync(join(folder, "a.txt"))],
  [
    "a file in place of a link",
    ["below/b.txt", "link"],
    (folder) => renameSync(join(folder, "below/b.txt"), join(folder, "link")),
  ],
  [
    "a link to something else",
    ["link"],
    (folder) => {
      rmSync(join(folder, "link"));
      symlinkSync("below/b.txt", join(folder, "link"));
    },
  ],
])("%s", (_what, paths, change) => expect(changedBy(change)).toEqual(paths));
