import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import type { WorkspaceMember } from "../facts";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { isExcluded, readUvMembers, type UvMember } from "./uv-members";

/** The workspace to which a project belongs; one that stands alone is the root of its own. */
export interface UvWorkspace {
  /** The folder above that is the root; undefined where that is the project itself. */
  readonly root?: Fact<string>;
  /** The root's pyproject.toml. */
  readonly file: TomlTable;
  /** The members without the root. */
  readonly members: readonly UvMember[];
  /** The distributions in the workspace, normalised: those of the members, of the root and of the project. */
  readonly names: ReadonlySet<string>;
}

/**
 * The folder above that is the root of the workspace of which this project is a member; undefined where the project
 * stands alone, is the root itself or is not managed by uv. As for uv, the nearest pyproject.toml above decides.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export function findWorkspaceRoot(file: TomlTable, folder: ProjectFolder): Fact<string> | undefined {
  return findRoot(file, folder)?.root;
}

/** Reads the workspace to which the project belongs. */
export function readUvWorkspace(file: TomlTable, folder: ProjectFolder): UvWorkspace {
  const above = findRoot(file, folder);
  const rootFile = above?.file ?? file;
  const members = readUvMembers(rootFile, above?.root.value ?? "", folder);
  const names = [nameOf(file), nameOf(rootFile), ...members.map(({ name }) => name)];
  return {
    root: above?.root,
    file: rootFile,
    members,
    names: new Set(names.filter((name) => name !== undefined)),
  };
}

/** The members of the workspace of which this project is the root. */
export function ownMembers({ root, file, members }: UvWorkspace): Fact<WorkspaceMember>[] {
  const workspace = file.tableAt("tool", "uv", "workspace");
  if (root !== undefined || workspace === undefined) return [];
  return members.map(({ path, name }) => fact({ path, name }, workspace.source("members")));
}

/** The projects that are locked with this one: the root and the other members. */
export function otherProjects(workspace: UvWorkspace, folder: ProjectFolder): Fact<WorkspaceMember>[] {
  const { root, file, members } = workspace;
  if (root === undefined) return ownMembers(workspace);
  const own = folder.ancestors().find(({ path }) => path === root.value)?.inside ?? "";
  const others = members.filter(({ path }) => path !== posix.join(root.value, own));
  return [{ path: root.value, name: nameOf(file) }, ...others].map(({ path, name }) =>
    fact({ path, name }, root.source),
  );
}

function findRoot(
  file: TomlTable,
  folder: ProjectFolder,
): { readonly root: Fact<string>; readonly file: TomlTable } | undefined {
  const uv = file.tableAt("tool", "uv");
  if (uv?.has("workspace") || uv?.flag("managed")?.value === false) return undefined;
  for (const { path, inside } of folder.ancestors()) {
    const text = folder.read(`${path}/pyproject.toml`);
    if (text === undefined) continue;
    const above = parseToml(text, `${path}/pyproject.toml`);
    const workspace = above.tableAt("tool", "uv", "workspace");
    const members = workspace?.texts("members")?.value ?? [];
    const isMember =
      workspace !== undefined && members.some((glob) => globMatches(glob, inside)) && !isExcluded(workspace, inside);
    return isMember ? { root: fact(path, workspace.source("members")), file: above } : undefined;
  }
  return undefined;
}

function nameOf(file: TomlTable): string | undefined {
  const name = file.table("project")?.text("name")?.value;
  return name === undefined ? undefined : normalizedName(name);
}
