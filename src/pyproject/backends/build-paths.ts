import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";

/** A path relative to the project's folder, without `./` and without a `/` at its end; empty for the folder itself. */
export function cleanPath(path: string): string {
  const normal = posix.normalize(path.replaceAll("\\", "/")).replace(/\/$/, "");
  return normal === "." ? "" : normal;
}

/** The path of a name in a folder, where both can be empty. */
export function joinedPath(...parts: string[]): string {
  return cleanPath(posix.join(...parts));
}

/** What stands in a pattern before its first wildcard, in whole folders: `data` of `data/*.json`; else the path itself. */
export function fixedPart(pattern: string): string {
  const wildcard = pattern.search(/[*?[{]/);
  if (wildcard === -1) return cleanPath(pattern);
  return cleanPath(pattern.slice(0, pattern.lastIndexOf("/", wildcard) + 1));
}

/** The paths that match a pattern: those in its fixed folder alone, or that folder where it spans several. */
export function matchingPaths(folder: ProjectFolder, pattern: string): string[] {
  const base = fixedPart(pattern);
  const rest = cleanPath(pattern).slice(base === "" ? 0 : base.length + 1);
  if (rest === "" || rest.includes("/")) return base === "" ? [] : [base];
  const paths = folder.list(base).map((name) => joinedPath(base, name));
  return paths.filter((path) => globMatches(pattern, path));
}

/**
 * The files and folders that patterns name for a build, as far as they are no folders above one of its packages.
 *
 * @param roots the packages, which other facts name
 */
export function patternPaths(patterns: Fact<readonly string[]> | undefined, roots: readonly string[]): Fact<string>[] {
  const paths = (patterns?.value ?? [])
    .filter((pattern) => !pattern.startsWith("!"))
    .map((pattern) => fixedPart(pattern.replace(/^\/+/, "")));
  const data = paths.filter((path) => !roots.some((root) => liesIn(root, [path])));
  return patterns === undefined ? [] : data.map((path) => fact(path, patterns.source));
}

/** The files that an import of a module runs: its own, and those of the packages around it. */
export function moduleFiles(module: string, base = ""): string[] {
  const parts = module.trim().split(".");
  const around = parts.slice(1).map((_, at) => joinedPath(base, ...parts.slice(0, at + 1), "__init__.py"));
  const path = joinedPath(base, ...parts);
  return [`${path}.py`, `${path}/__init__.py`, ...around];
}

/** Is the path one of these, or in one of these folders? */
export function liesIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || folder === "" || path.startsWith(`${folder}/`));
}

/** Each path once, and none that lies in another one. */
export function outermost(paths: readonly string[]): string[] {
  const each = [...new Set(paths)];
  return each.filter(
    (path) =>
      !liesIn(
        path,
        each.filter((other) => other !== path),
      ),
  );
}

/** The text or the texts below the key: many keys take both. */
export function textOrTexts(table: TomlTable | undefined, key: string): Fact<string>[] {
  if (table === undefined || !table.has(key)) return [];
  const source = table.source(key);
  const listed = Array.isArray(table.value(key)) ? table.texts(key)?.value : [table.text(key)?.value ?? ""];
  return (listed ?? []).filter((text) => text !== "").map((text) => fact(text, source));
}

/** The names on the left side of a table, such as the sources of what is copied. */
export function keysOf(table: TomlTable | undefined): Fact<string>[] {
  return table?.keys().map((key) => fact(key, table.source(key))) ?? [];
}
