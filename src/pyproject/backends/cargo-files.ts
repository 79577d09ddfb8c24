import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { fixedPart, joinedPath } from "./build-paths";

/**
 * What a build of a Rust crate reads: its manifest and lock file, its sources, the crates beside it that it names by
 * their paths, and the workspace of which it is a member.
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
  const files = beside.filter((path) => folder.exists(path)).map((path) => fact(path, path));
  return [...own, ...files, ...crateFiles(folder, root, crates)];
}

/** The text of `[package]` below the key, also where the workspace gives it to all its crates. */
export function packageText(folder: ProjectFolder, manifest: string, key: string): Fact<string> | undefined {
  const own = readCargo(folder, manifest)?.table("package");
  if (typeof own?.value(key) === "string") return own.text(key);
  if (!isTable(own?.value(key))) return undefined;
  return readCargo(folder, workspaceRoot(folder, manifest))?.tableAt("workspace", "package")?.text(key);
}

/** The nearest Cargo.toml above that has a workspace; the crate's own where there is none. */
function workspaceRoot(folder: ProjectFolder, manifest: string): string {
  const inside = posix.dirname(manifest).split("/");
  const folders = inside.map((_, at) => inside.slice(0, inside.length - at).join("/"));
  const above = [...folders, ".", ...folder.ancestors().map(({ path }) => path)];
  const manifests = above.map((path) => joinedPath(path, "Cargo.toml"));
  return manifests.find((path) => readCargo(folder, path)?.has("workspace")) ?? manifest;
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

/** The folders of the crates that are named by their paths. */
function pathDependencies(table: TomlTable): string[] {
  const tables = [table, table.table("workspace")].flatMap((each) =>
    ["dependencies", "build-dependencies"].map((key) => each?.table(key)),
  );
  return tables.flatMap((dependencies) =>
    (dependencies?.keys() ?? []).flatMap((name) => {
      const path = isTable(dependencies?.value(name)) ? dependencies?.table(name)?.text("path") : undefined;
      return path === undefined ? [] : [path.value];
    }),
  );
}

/** The folders of the members of the workspace: cargo wants them all, also those that are not built. */
function workspaceMembers(table: TomlTable, folder: ProjectFolder, root: string): string[] {
  const members = table.table("workspace")?.texts("members")?.value ?? [];
  return members.flatMap((pattern) => {
    if (!/[*?[]/.test(pattern)) return [pattern];
    const base = fixedPart(pattern);
    const folders = folder.list(joinedPath(root, base)).filter((name) => name.endsWith("/"));
    return folders.map((name) => joinedPath(base, name)).filter((path) => globMatches(pattern, path));
  });
}
