import { posix } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import { FolderAt } from "../files/folder-at";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { holdsFiles, matchingPaths } from "./matching-folders";

/** A member of a workspace of uv, other than its root. */
export interface UvMember {
  /** Its folder, relative to the folder of the project that is read. */
  readonly path: string;
  /** Its distribution, normalised; undefined where it has no name. */
  readonly name?: string;
  /** Its pyproject.toml. */
  readonly file: TomlTable;
}

/** The members of each workspace, by its root, that were read from a folder: each of them asks for all of them. */
const known = new WeakMap<ProjectFolder, Map<string, readonly UvMember[]>>();

/**
 * The members of a workspace: the folders that `members` names and `exclude` does not. As uv does, it passes over files,
 * hidden and empty folders, and projects that are not managed by uv.
 *
 * @param rootFile the pyproject.toml of the workspace's root
 * @param root the folder of the root, relative to the project's; empty for that itself
 * @throws where a member has no pyproject.toml or no name of its own
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export function readUvMembers(rootFile: TomlTable, root: string, folder: ProjectFolder): UvMember[] {
  const seen = folder instanceof FolderAt ? folder.from(root) : { folder, path: root };
  const workspaces = known.get(seen.folder) ?? new Map<string, readonly UvMember[]>();
  known.set(seen.folder, workspaces);
  const members = workspaces.get(seen.path) ?? membersSeen(rootFile, seen.path, seen.folder);
  workspaces.set(seen.path, members);
  return members.map((member) => ({ ...member, path: posix.join(root, posix.relative(seen.path, member.path)) }));
}

function membersSeen(rootFile: TomlTable, root: string, folder: ProjectFolder): UvMember[] {
  const workspace = rootFile.tableAt("tool", "uv", "workspace");
  const patterns = workspace?.texts("members");
  if (workspace === undefined || patterns === undefined) return [];
  const found = patterns.value.flatMap((pattern) =>
    matchingPaths(folder, root, pattern).map((path) => ({ path, pattern })),
  );
  const members = new Map<string, UvMember>();
  for (const { path, pattern } of found) {
    if (members.has(path) || path === root || path === "." || isExcluded(workspace, posix.relative(root, path)))
      continue;
    const member = readMember(path, pattern, patterns.source, folder);
    if (member !== undefined) members.set(path, member);
  }
  refuseEqualNames([...members.values()], patterns.source);
  return [...members.values()];
}

/** Is the folder left out of the workspace? Unlike in `members`, a `*` there stands for folders below, too. */
export function isExcluded(workspace: TomlTable, path: string): boolean {
  const patterns = workspace.texts("exclude")?.value ?? [];
  return patterns.some((glob) => globMatches(posix.normalize(glob).replaceAll(/\*+/g, "**"), path));
}

function readMember(path: string, pattern: string, source: string, folder: ProjectFolder): UvMember | undefined {
  const name = `${path}/pyproject.toml`;
  const text = folder.read(name);
  if (text === undefined) {
    if (posix.basename(path).startsWith(".") || !holdsFiles(folder, path)) return undefined;
    throw new Mistake({
      where: source,
      what: `${shown(pattern)} names the folder ${shown(path)}, which has no pyproject.toml`,
      allowed: "every member of a workspace has one with a [project] table",
      fix: `add it (uv init ${path}), or add ${shown(path)} to exclude`,
    });
  }
  const file = parseToml(text, name);
  const uv = file.tableAt("tool", "uv");
  if (uv?.flag("managed")?.value === false) return undefined;
  const project = file.table("project");
  if (project === undefined || uv?.has("workspace")) {
    const what = project === undefined ? "has no [project] table" : "has a [tool.uv.workspace] of its own";
    throw new Mistake({
      where: name,
      what: `${what}, and is a member of the workspace of ${source}`,
      allowed: "a member has a [project] table and is not itself the root of a workspace",
      fix: `mend it, or add ${shown(path)} to exclude`,
    });
  }
  const named = project.text("name");
  return { path, name: named && normalizedName(named.value), file };
}

function refuseEqualNames(members: readonly UvMember[], source: string): void {
  for (const [at, { name, path }] of members.entries()) {
    const first = members.slice(0, at).find((each) => each.name !== undefined && each.name === name);
    if (first === undefined) continue;
    throw new Mistake({
      where: source,
      what: `two members have the name ${shown(name)}: ${first.path} and ${path}`,
      allowed: "the names in a workspace differ",
      fix: "rename one of them, or add it to exclude",
    });
  }
}
