import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { changedPaths, type TreeState } from "./tree-state";

/** Files that are generated as a whole: what stood there is kept as a backup, or stands there still. */
const generated = [
  "Dockerfile",
  "Dockerfile.dockerignore",
  ".dockerignore",
  "compose.yaml",
  ".devcontainer/devcontainer.json",
  ".projen/files.json",
  ".projen/tasks.json",
  "tsconfig.projen.json",
];

/** Files that get what is missing in them. */
const merged = [".gitignore", ".gitattributes", "package.json"];

/** Where a project lies in a tree. */
interface ProjectIn {
  readonly root: string;
  readonly folder: string;
}

/** What changed of that which people wrote, other than the files that are merged. */
export function lostPaths({ folder }: ProjectIn, before: TreeState, after: TreeState): string[] {
  const [whole, inPart] = [generated, merged].map((paths) => new Set(paths.map((path) => posix.join(folder, path))));
  return changedPaths(before, after).flatMap((path) => {
    if (inPart.has(path) || (path.endsWith("/") && !before.has(path))) return [];
    const original = path.replace(/\.bak\d*$/, "");
    if (!whole.has(original)) return [`${path} is not ours and changed`];
    if (original !== path) return before.get(original) === after.get(path) ? [] : [`${path} is not what was there`];
    const isKept = [...after].some(([name, state]) => name.startsWith(`${path}.bak`) && state === before.get(path));
    return before.has(path) && !isKept ? [`${path} is lost`] : [];
  });
}

/** The texts of the files that are merged, by their paths. */
export function mergedTexts({ root, folder }: ProjectIn): ReadonlyMap<string, string> {
  const files = merged.map((path) => posix.join(folder, path)).filter((path) => existsSync(join(root, path)));
  return new Map(files.map((path) => [path, readFileSync(join(root, path), "latin1")]));
}

/** The lines that are no longer in the files that are merged, or in another order; a comma more is none. */
export function lostLines({ root }: ProjectIn, before: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([path, text]) => {
    const now = linesOf(readFileSync(join(root, path), "latin1"));
    let at = -1;
    const lost = linesOf(text).find((line) => {
      at = now.indexOf(line, at + 1);
      return at === -1;
    });
    return lost === undefined ? [] : [`${path} lost the line ${lost}`];
  });
}

function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/,(?=\r?$)/, ""));
}
