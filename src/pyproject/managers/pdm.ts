import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import type { LockFile, ManagedProject } from "../facts";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { ProjectTable } from "../metadata/project-table";
import type { Requirement } from "../requirements/requirement";
import { Specifier } from "../requirements/specifier";
import { emptyMetadata } from "./empty-metadata";
import { readPdmGroups } from "./pdm-groups";
import { pdmLockedGroups } from "./pdm-locked-groups";
import { readPdmSources } from "./pdm-sources";
import { type PdmWorkspace, readPdmWorkspace } from "./pdm-workspace";
import { withProjectPaths } from "./project-relative";

/**
 * Reads the project as pdm does.
 *
 * @see https://pdm-project.org/en/latest/reference/pep621/
 */
export function readPdm(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const { requiresPython, dynamic, ...metadata } = project ?? { ...emptyMetadata, dynamic: [] };
  const settings = readFile("pdm.toml", folder);
  const workspace = readPdmWorkspace(file, folder);
  const lockFile = lockFileOf(workspace, settings, folder);
  const { dependencies, extras } = withProjectPaths(metadata);
  const groups = readPdmGroups(file, folder, extras, lockFile.value.groups);
  const inWorkspace = <T extends { readonly requirements: readonly Requirement[] }>({ value, source }: Fact<T>) =>
    fact({ ...value, requirements: value.requirements.map((each) => asMember(each, workspace)) }, source);
  const above = folder.ancestors().map(({ path }) => path);
  return {
    ...metadata,
    dependencies: dependencies.map(({ value, source }) => fact(asMember(value, workspace), source)),
    extras: extras.map(inWorkspace),
    pythonSpecifiers: requiresPython
      ? [fact(Specifier.of(requiresPython.value, requiresPython.source), requiresPython.source)]
      : [],
    groups: groups.map(inWorkspace),
    installsProject: installsProject(file),
    lockFile,
    requirementsFiles: [],
    indexes: readPdmSources(file, settings),
    workspaceMembers: workspace.members,
    lockedTogether: workspace.members,
    notes: [],
    workspaceFolders: workspace.root === undefined ? [] : above.slice(0, above.indexOf(workspace.root.value) + 1),
  };
}

/**
 * Pdm installs every project that has a name, with or without a build system, unless it says otherwise:
 * `distribution = false`, or in versions before 2.12 `package-type = "application"`.
 *
 * @see https://pdm-project.org/en/latest/usage/project/#distribution
 */
function installsProject(file: TomlTable): Fact<boolean> {
  const pdm = file.tableAt("tool", "pdm");
  const name = file.table("project")?.text("name");
  // An empty name is none.
  if (!name?.value) return fact(false, `${file.file} [project].name (there is none)`);
  const type = pdm?.text("package-type");
  if (type !== undefined) return fact(type.value === "library", type.source);
  return pdm?.flag("distribution") ?? fact(true, `${name.source} ([tool.pdm].distribution is not set)`);
}

/** The lock file, which a workspace keeps at its root; a setting makes it a standard pylock.toml. */
function lockFileOf({ root }: PdmWorkspace, settings: TomlTable | undefined, folder: ProjectFolder): Fact<LockFile> {
  const place = root?.value ?? "";
  const isStandard = settings?.table("lock")?.text("format")?.value === "pylock";
  const standard = posix.join(place, "pylock.toml");
  const own = posix.join(place, "pdm.lock");
  const path = isStandard && (folder.exists(standard) || !folder.exists(own)) ? standard : own;
  const name = posix.basename(path);
  const lock = { name, path, exists: folder.exists(path), groups: pdmLockedGroups(path, folder) };
  return fact(lock, root?.source ?? name);
}

function readFile(path: string, folder: ProjectFolder): TomlTable | undefined {
  const text = folder.read(path);
  return text === undefined ? undefined : parseToml(text, path);
}

function asMember(requirement: Requirement, { names }: PdmWorkspace): Requirement {
  const isMember = requirement.url === undefined && names.has(requirement.name);
  return isMember ? { ...requirement, isWorkspaceMember: true } : requirement;
}
