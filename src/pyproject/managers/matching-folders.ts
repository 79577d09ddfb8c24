import { posix } from "node:path";
import { globMatches } from "../files/glob";
import type { ProjectFolder } from "../files/project-folder";

/** Folders that belong to a tool, and hold neither projects nor anything else that is kept in a repository. */
const generated = /^(?:\.git|\.venv|venv|node_modules|__pycache__|\..+_cache|.+\.egg-info)$/;

/** How deep folders are searched: a symbolic link to a folder above would never end. */
const depth = 8;

/**
 * The files and folders that a pattern names, relative to the project's folder; a name without `*`, `?` and `[` counts
 * where it exists.
 *
 * @param base the folder in which the pattern holds, relative to the project's; empty for that itself
 */
export function matchingPaths(folder: ProjectFolder, base: string, pattern: string): string[] {
  const parts = posix.normalize(pattern).replace(/\/$/, "").split("/");
  return parts
    .filter((part, at) => part !== "**" || parts[at - 1] !== "**")
    .reduce<string[]>((paths, part) => [...new Set(paths.flatMap((path) => below(folder, path, part)))], [base]);
}

/** Is there a file in the folder or below, other than what tools left there? */
export function holdsFiles(folder: ProjectFolder, path: string, levels = depth): boolean {
  const names = folder.list(path).filter((name) => !generated.test(name.replace(/\/$/, "")));
  if (names.some((name) => !name.endsWith("/"))) return true;
  return levels > 0 && names.some((name) => holdsFiles(folder, posix.join(path, name.slice(0, -1)), levels - 1));
}

function below(folder: ProjectFolder, path: string, part: string): string[] {
  if (part === "**") return [path, ...foldersBelow(folder, path, depth)];
  if (/[*?[]/.test(part)) {
    const names = folder.list(path).map((name) => name.replace(/\/$/, ""));
    return names.filter((name) => globMatches(part, name)).map((name) => posix.join(path, name));
  }
  const named = posix.join(path, part);
  return part === "." || part === ".." || folder.exists(named) ? [named] : [];
}

function foldersBelow(folder: ProjectFolder, path: string, levels: number): string[] {
  if (levels === 0) return [];
  const folders = folder.list(path).filter((name) => name.endsWith("/"));
  const names = folders.map((name) => name.slice(0, -1)).filter((name) => !generated.test(name));
  const paths = names.map((name) => posix.join(path, name));
  return paths.flatMap((each) => [each, ...foldersBelow(folder, each, levels - 1)]);
}
