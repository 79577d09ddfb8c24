import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { fixedPart, joinedPath, liesIn } from "./build-paths";

/** A text of a manifest, and which manifest has it. */
export interface CargoText extends Fact<string> {
  readonly manifest: string;
}

/**
 * What a build of a Rust crate reads: its manifest and lock file, its sources, the crates beside it that it names by
 * their paths, the workspace of which it is a member, and the settings of cargo.
 *
 * @param manifest the path of its Cargo.toml
 * @see https://doc.rust-lang.org/cargo/reference/manifest.html
 */
export function cargoFiles(folder: ProjectFolder, manifest: string): Fact<string>[] {
  const crates = new Set<string>();
  const own = crateFiles(folder, manifest, crates);
  const root = workspaceRoot(folder, manifest);
  const names = ["Cargo.lock", "rust-toolchain.toml", "rust-toolchain"];
  const beside = names.flatMap((name) =>
    [posix.dirname(root), posix.dirname(manifest)].map((at) => joinedPath(at, name)),
  );
  const files = [...beside, ...settings(folder, manifest)].filter((path) => folder.exists(path));
  return [...own, ...files.map((path) => fact(path, path)), ...crateFiles(folder, root, crates)];
}

/** The text of `[package]` below the key, also where the workspace gives it to all its crates. */
export function packageText(folder: ProjectFolder, manifest: string, key: string): CargoText | undefined {
  const own = readCargo(folder, manifest)?.table("package");
  const isInherited = isTable(own?.value(key));
  const place = isInherited ? workspaceRoot(folder, manifest) : manifest;
  const table = isInherited ? readCargo(folder, place)?.tableAt("workspace", "package") : own;
  const text = typeof table?.value(key) === "string" ? table.text(key) : undefined;
  return text && { ...text, manifest: place };
}

/** The nearest Cargo.toml above that has a workspace; the crate's own where there is none. */
function workspaceRoot(folder: ProjectFolder, manifest: string): string {
  const manifests = foldersFrom(folder, manifest).map((path) => joinedPath(path, "Cargo.toml"));
  return manifests.find((path) => readCargo(folder, path)?.has("workspace")) ?? manifest;
}

/** The folder of the crate and those above, nearest first. */
function foldersFrom(folder: ProjectFolder, manifest: string): string[] {
  const inside = posix.dirname(manifest).split("/");
  const folders = inside.map((_, at) => inside.slice(0, inside.length - at).join("/"));
  return [...new Set([...folders, "."]), ...folder.ancestors().map(({ path }) => path)];
}

/**
 * The settings of cargo that count on Linux.
 *
 * @see https://doc.rust-lang.org/cargo/reference/config.html#hierarchical-structure
 */
function settings(folder: ProjectFolder, manifest: string): string[] {
  const names = [".cargo/config.toml", ".cargo/config"];
  const paths = foldersFrom(folder, manifest).flatMap((path) => names.map((name) => joinedPath(path, name)));
  return paths.filter((path) => {
    const table = readCargo(folder, path);
    const targets = table?.table("target")?.keys() ?? [];
    const isElsewhere = targets.every((target) => /^[\w-]+-(?:apple|windows)-\w+$/.test(target));
    return table?.keys().some((key) => key !== "target" || !isElsewhere) ?? false;
  });
}

/** The manifest as a table; undefined where there is none. */
export function readCargo(folder: ProjectFolder, manifest: string): TomlTable | undefined {
  const text = folder.read(manifest);
  return text === undefined ? undefined : parseToml(text, manifest);
}

function crateFiles(folder: ProjectFolder, manifest: string, crates: Set<string>): Fact<string>[] {
  const table = readCargo(folder, manifest);
  // A workspace names its members by their paths from its root, and they can be this project itself.
  const place = canonical(folder, manifest);
  if (table === undefined || crates.has(place)) return [];
  crates.add(place);
  const root = posix.dirname(manifest);
  // A crate can read any file of its folder, in which there is nothing else, unless that is the project's or one above.
  const isApart = !/^\.\.?(?:\/\.\.)*$/.test(root);
  const files = isApart ? [root] : [manifest, ...sourcesOf(table).map((path) => joinedPath(root, path))];
  const others = [...pathDependencies(table), ...workspaceMembers(table, folder, root)];
  return [
    ...files.filter((path) => folder.exists(path)).map((path) => fact(path, manifest)),
    ...others.flatMap((path) => crateFiles(folder, joinedPath(root, path, "Cargo.toml"), crates)),
  ];
}

/** The path without a way out of the project's folder and back into it. */
function canonical(folder: ProjectFolder, path: string): string {
  const back = folder.ancestors().find((above) => path.startsWith(`${above.path}/${above.inside}/`));
  return back === undefined ? path : path.slice(back.path.length + back.inside.length + 2);
}

function sourcesOf(table: TomlTable): string[] {
  const isCrate = table.has("package") || !table.has("workspace");
  const main = table.table("lib")?.text("path")?.value;
  const script = table.table("package")?.value("build");
  // A library at the top has nothing around it but the project.
  const library = main !== undefined && posix.dirname(main) !== "." ? posix.dirname(main) : main;
  return [library ?? (isCrate ? "src" : ""), typeof script === "string" ? script : "build.rs"].filter(Boolean);
}

/** The folders of the crates that are named by their paths: cargo resolves all of them, whatever it builds. */
function pathDependencies(table: TomlTable): string[] {
  const owners = [table, table.table("workspace"), ...tablesIn(table.table("target"))];
  const keys = ["dependencies", "dev-dependencies", "build-dependencies"];
  const lists = owners.flatMap((owner) => keys.map((key) => owner?.table(key)));
  const crates = [...lists, ...tablesIn(table.table("patch"))].flatMap(tablesIn);
  return crates.flatMap((crate) => crate.text("path")?.value ?? []);
}

/** The tables in a table, whatever their keys. */
function tablesIn(table: TomlTable | undefined): TomlTable[] {
  return (table?.keys() ?? []).flatMap((key) => (isTable(table?.value(key)) ? (table?.table(key) ?? []) : []));
}

/** The folders of the members of the workspace: cargo wants them all, also those that are not built. */
function workspaceMembers(table: TomlTable, folder: ProjectFolder, root: string): string[] {
  const workspace = table.table("workspace");
  const excluded = (workspace?.texts("exclude")?.value ?? []).map((path) => joinedPath(path));
  const members = (workspace?.texts("members")?.value ?? []).flatMap((pattern) => {
    if (!/[*?[]/.test(pattern)) return [pattern];
    const base = fixedPart(pattern);
    const folders = folder.list(joinedPath(root, base)).filter((name) => name.endsWith("/"));
    return folders.map((name) => joinedPath(base, name)).filter((path) => globMatches(pattern, path));
  });
  return members.filter((path) => !liesIn(joinedPath(path), excluded));
}
