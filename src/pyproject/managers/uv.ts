import { posix } from "node:path";
import { Mistake } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { ManagedProject } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { ProjectTable } from "../metadata/project-table";
import { normalizedName } from "../requirements/distribution-name";
import { emptyMetadata } from "./empty-metadata";
import { readUvGroups } from "./uv-groups";
import { uvIndexes } from "./uv-indexes";
import { uvPythons } from "./uv-pythons";
import { sourcedRequirements } from "./uv-requirements";
import { readUvSources } from "./uv-sources";
import { otherProjects, ownMembers, readUvWorkspace, type UvWorkspace } from "./uv-workspace";

/**
 * Reads the project as uv does.
 *
 * @see https://docs.astral.sh/uv/reference/settings/
 */
export function readUv(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const isVirtual = project === undefined;
  if (isVirtual && !file.has("dependency-groups") && file.tableAt("tool", "uv", "workspace") === undefined) {
    throw new Mistake({
      where: file.file,
      what: "has no [project] table, which uv needs",
      fix: "add [project] with name, version, requires-python and dependencies, or choose another packageManager",
    });
  }
  const { requiresPython, dynamic, ...metadata } = project ?? { ...emptyMetadata, dynamic: [] };
  const workspace = readUvWorkspace(file, folder);
  const sourced = sourcedRequirements(file, workspace, folder);
  const members = ownMembers(workspace);
  const path = posix.join(workspace.root?.value ?? "", "uv.lock");
  return {
    ...metadata,
    dependencies: metadata.dependencies.flatMap(({ value, source }) =>
      sourced(value).map((each) => fact(each, source)),
    ),
    extras: metadata.extras.map(({ value, source }) => {
      const extra = normalizedName(value.name);
      return fact({ ...value, requirements: value.requirements.flatMap((each) => sourced(each, { extra })) }, source);
    }),
    pythonSpecifiers: uvPythons(requiresPython, workspace),
    groups: readUvGroups(file, sourced),
    installsProject: isVirtual ? fact(false, `${file.file} (there is no [project])`) : installsProject(file, workspace),
    lockFile: fact({ name: "uv.lock", path, exists: folder.exists(path) }, workspace.root?.source ?? "uv.lock"),
    requirementsFiles: [],
    indexes: uvIndexes(file, workspace, folder),
    workspaceMembers: members,
    lockedTogether: otherProjects(workspace, folder),
    notes: isVirtual ? [virtualNote(file, members.length)] : [],
    workspaceFolders: foldersUpTo(workspace, folder),
  };
}

/**
 * A project is a package where it says so, where it has a build system, or where another member of the workspace depends
 * on it.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/config/#project-packaging
 */
function installsProject(file: TomlTable, workspace: UvWorkspace): Fact<boolean> {
  const stated = file.tableAt("tool", "uv")?.flag("package");
  if (stated !== undefined) return stated;
  if (file.has("build-system")) return fact(true, file.source("build-system"));
  const name = file.table("project")?.text("name")?.value;
  const isRequired = name !== undefined && requiredMembers(workspace).has(normalizedName(name));
  const reason = isRequired ? "there is none, and another member of the workspace needs it" : "there is none";
  return fact(isRequired, `${file.source("build-system")} (${reason})`);
}

/** The members that the sources of another member, or of the root, take from the workspace. */
function requiredMembers({ file, members }: UvWorkspace): ReadonlySet<string> {
  const names = [file, ...members.map((member) => member.file)].flatMap((each) => {
    const own = normalizedName(each.table("project")?.text("name")?.value ?? "");
    const sources = [...readUvSources(each.tableAt("tool", "uv"), "")].filter(([name]) => name !== own);
    const needed = sources.filter(([, entries]) =>
      entries.some((entry) => entry.kind === "workspace" && entry.location === ""),
    );
    return needed.map(([name]) => name);
  });
  return new Set(names);
}

function foldersUpTo({ root }: UvWorkspace, folder: ProjectFolder): string[] {
  const above = folder.ancestors().map(({ path }) => path);
  return root === undefined ? [] : above.slice(0, above.indexOf(root.value) + 1);
}

function virtualNote(file: TomlTable, members: number): string {
  const installed = "there is nothing to install but its dependency groups; add the table";
  const all = "uv installs all members of its workspace; choose the folder of one of them for an image of that alone";
  return `${file.file} has no [project] table: ${members === 0 ? installed : all}`;
}
