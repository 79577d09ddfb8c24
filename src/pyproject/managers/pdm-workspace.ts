import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import type { WorkspaceMember } from "../facts";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { matchingPaths } from "./matching-folders";

/** The workspace to which a project of pdm belongs. */
export interface PdmWorkspace {
  /** The folder above that is the root; undefined where that is the project itself, or where there is no workspace. */
  readonly root?: Fact<string>;
  /** The members, where the project itself is the root. */
  readonly members: readonly Fact<WorkspaceMember>[];
  /** The distributions of the members, normalised. */
  readonly names: ReadonlySet<string>;
}

/**
 * Reads the workspace to which the project belongs. Folders without a pyproject.toml are passed over.
 *
 * @see https://pdm-project.org/en/latest/usage/workspace/
 */
export function readPdmWorkspace(file: TomlTable, folder: ProjectFolder): PdmWorkspace {
  const above = findPdmRoot(folder);
  const workspace = above?.workspace ?? file.tableAt("tool", "pdm", "workspace");
  if (workspace === undefined) return { members: [], names: new Set() };
  const root = above?.root.value ?? "";
  const members = membersOf(workspace, root, folder);
  const names = members.flatMap(({ value }) => value.name ?? []);
  return { root: above?.root, members: above === undefined ? members : [], names: new Set(names) };
}

/** The root of the workspace of which the project is a member. */
export function findPdmRoot(
  folder: ProjectFolder,
): { readonly root: Fact<string>; readonly workspace: TomlTable } | undefined {
  for (const { path, inside } of folder.ancestors()) {
    const text = folder.read(`${path}/pyproject.toml`);
    const workspace =
      text === undefined ? undefined : parseToml(text, `${path}/pyproject.toml`).tableAt("tool", "pdm", "workspace");
    const patterns = workspace?.texts("members")?.value ?? [];
    if (workspace !== undefined && patterns.some((pattern) => globMatches(pattern, inside))) {
      return { root: fact(path, workspace.source("members")), workspace };
    }
  }
  return undefined;
}

function membersOf(workspace: TomlTable, root: string, folder: ProjectFolder): Fact<WorkspaceMember>[] {
  const patterns = workspace.texts("members");
  if (patterns === undefined) return [];
  const paths = new Set(patterns.value.flatMap((pattern) => matchingPaths(folder, root, pattern)));
  return [...paths].flatMap((path) => {
    const manifest = posix.join(path, "pyproject.toml");
    const text = folder.read(manifest);
    if (text === undefined) return [];
    const name = parseToml(text, manifest).table("project")?.text("name")?.value;
    return [fact({ path, name: name && normalizedName(name) }, patterns.source)];
  });
}
