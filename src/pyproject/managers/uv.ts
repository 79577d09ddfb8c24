import { developmentGroups } from "../../knowledge/development-groups";
import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup, ManagedProject } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { type ProjectTable, requirementsIn } from "../metadata/project-table";
import { type ListedGroup, readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import { Specifier } from "../requirements/specifier";
import { findWorkspaceRoot } from "./uv-workspace";

/**
 * Reads the project as uv does.
 *
 * @see https://docs.astral.sh/uv/reference/settings/
 */
export function readUv(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  if (project === undefined) {
    throw new Mistake({
      where: file.file,
      what: "has no [project] table, which uv needs",
      fix: "add [project] with name, version, requires-python and dependencies, or choose another packageManager",
    });
  }
  const { requiresPython, dynamic, ...metadata } = project;
  const root = findWorkspaceRoot(file, folder);
  const above = folder.ancestors().map(({ path }) => path);
  const path = root === undefined ? "uv.lock" : `${root.value}/uv.lock`;
  return {
    ...metadata,
    pythonSpecifiers: requiresPython
      ? [fact(Specifier.of(requiresPython.value, requiresPython.source), requiresPython.source)]
      : [],
    groups: groupsOf(file),
    installsProject: installsProject(file),
    lockFile: fact({ name: "uv.lock", path, exists: folder.exists(path) }, root?.source ?? "uv.lock"),
    workspaceFolders: root === undefined ? [] : above.slice(0, above.indexOf(root.value) + 1),
  };
}

/** A project is a package where it says so, or where it has a build system. */
function installsProject(file: TomlTable): Fact<boolean> {
  const stated = file.tableAt("tool", "uv")?.flag("package");
  if (stated !== undefined) return stated;
  const hasBuildSystem = file.has("build-system");
  return fact(hasBuildSystem, `${file.source("build-system")}${hasBuildSystem ? "" : " (there is none)"}`);
}

function groupsOf(file: TomlTable): Fact<DependencyGroup>[] {
  const groups = withDevDependencies(readDependencyGroups(file), file.tableAt("tool", "uv"));
  const isDefault = defaultGroups(file.tableAt("tool", "uv"), groups);
  return groups.map(({ name, requirements, source }) => {
    const isDevelopment = developmentGroups.has(normalizedName(name));
    const byDefault = isDefault(name);
    const isProduction = byDefault && !isDevelopment;
    return fact({ name, requirements, isDevelopment, isDefault: byDefault, isProduction }, source);
  });
}

/** The older `tool.uv.dev-dependencies` are part of the group dev. */
function withDevDependencies(groups: ListedGroup[], uv: TomlTable | undefined): ListedGroup[] {
  if (uv?.texts("dev-dependencies") === undefined) return groups;
  const requirements = requirementsIn(uv, "dev-dependencies").map(({ value }) => value);
  const dev = groups.find(({ name }) => normalizedName(name) === "dev");
  if (dev === undefined) return [...groups, { name: "dev", requirements, source: uv.source("dev-dependencies") }];
  const more = { ...dev, requirements: [...dev.requirements, ...requirements] };
  return groups.map((group) => (group === dev ? more : group));
}

function defaultGroups(uv: TomlTable | undefined, groups: readonly ListedGroup[]): (name: string) => boolean {
  const stated = uv?.value("default-groups");
  if (stated === "all") return () => true;
  if (typeof stated === "string") {
    throw uv?.wrong("default-groups", 'it is an array of names, or "all"', `write [${shown(stated)}]`);
  }
  const names = uv?.texts("default-groups")?.value;
  const defaults = new Set((names ?? ["dev"]).map(normalizedName));
  const existing = new Set(groups.map(({ name }) => normalizedName(name)));
  const missing = names?.find((name) => !existing.has(normalizedName(name)));
  // uv accepts its own default, dev, where that group does not exist.
  if (uv !== undefined && missing !== undefined && normalizedName(missing) !== "dev") {
    throw new Mistake({
      where: uv.source("default-groups"),
      what: `names the group ${shown(missing)}, which does not exist`,
      allowed: `the groups are ${groups.map(({ name }) => shown(name)).join(", ") || "none"}`,
      fix: "name one of them, or add that group to [dependency-groups]",
    });
  }
  return (name) => defaults.has(normalizedName(name));
}
