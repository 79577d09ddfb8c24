import { posix } from "node:path";
import { FolderAt, shortPath } from "../../../pyproject/files/folder-at";
import { parseToml } from "../../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import { isTable, type TomlTable } from "../../../pyproject/files/toml-table";
import { readUvWorkspace } from "../../../pyproject/managers/uv-workspace";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";

/** A project of a workspace. */
export interface UvProject {
  /** Its folder, from that of the project that is read. */
  readonly path: string;
  readonly file: TomlTable;
}

/** A workspace, or a project that stands alone. */
export interface UvProjects {
  readonly root: UvProject;
  /** The projects by their names: the members, and the root where it is a project. */
  readonly projects: ReadonlyMap<string, UvProject>;
  /** The projects that the sources of others name, with what these say of `editable`. */
  readonly required: ReadonlyMap<string, boolean | undefined>;
}

/** The way to a folder or a file that is the same for every spelling. */
export function placeOf(folder: ProjectFolder, path: string): string {
  if (posix.isAbsolute(path)) return posix.normalize(path);
  return (shortPath(folder, path) ?? posix.normalize(path)).replace(/\/$/, "") || ".";
}

/** Reads the workspace of the project in a folder; undefined where there is no pyproject.toml. */
export function readUvProjects(folder: ProjectFolder, path: string): UvProjects | undefined {
  const at = path === "." ? folder : new FolderAt(folder, path);
  const text = at.read("pyproject.toml");
  if (text === undefined) return undefined;
  const file = parseToml(text, posix.join(path, "pyproject.toml"));
  const workspace = readUvWorkspace(file, at);
  const placed = (each: string) => placeOf(folder, posix.join(path, each));
  const root = { path: placed(workspace.root?.value ?? "."), file: workspace.file };
  const members = workspace.members.map((each) => ({ path: placed(each.path), file: each.file }));
  const projects = new Map<string, UvProject>();
  for (const each of [root, ...members]) {
    const name = projectName(each.file);
    if (name !== undefined) projects.set(name, each);
  }
  return { root, projects, required: requiredProjects(root, projects) };
}

/** The name in `[project]`, normalised. */
export function projectName(file: TomlTable): string | undefined {
  const name = file.table("project")?.text("name")?.value;
  return name === undefined ? undefined : normalizedName(name);
}

/** Is the project built? Where a source names it, it need not have a `[build-system]`. */
export function isPackage(file: TomlTable, isRequired: boolean): boolean {
  return file.tableAt("tool", "uv")?.flag("package")?.value ?? (isRequired || file.has("build-system"));
}

/** The entries of `[tool.uv.sources]` by the normalised names of the dependencies. */
export function sourceEntries(file: TomlTable): SourceEntries {
  const before = knownEntries.get(file);
  if (before !== undefined) return before;
  const table = file.tableAt("tool", "uv", "sources");
  const entries = (table?.keys() ?? []).map(
    (name) => [normalizedName(name), [table?.value(name)].flat().filter(isTable)] as const,
  );
  const sources = new Map(entries);
  knownEntries.set(file, sources);
  return sources;
}

type SourceEntries = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Each requirement asks for them. */
const knownEntries = new WeakMap<TomlTable, SourceEntries>();

function requiredProjects(
  root: UvProject,
  projects: ReadonlyMap<string, UvProject>,
): ReadonlyMap<string, boolean | undefined> {
  const required = new Map<string, boolean | undefined>();
  const byName = [...projects.keys()].sort().flatMap((name) => projects.get(name) ?? []);
  // What is said last holds.
  for (const { file } of [root, ...byName]) {
    for (const [name, entries] of sourceEntries(file)) {
      if (name === projectName(file)) continue;
      for (const entry of entries) {
        if (entry.workspace === true)
          required.set(name, typeof entry.editable === "boolean" ? entry.editable : undefined);
      }
    }
  }
  return required;
}
