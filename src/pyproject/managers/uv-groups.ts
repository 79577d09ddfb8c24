import { isDevelopmentName } from "../../knowledge/development-groups";
import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { requirementsIn } from "../metadata/project-table";
import { type ListedGroup, readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import { isDevelopmentGroup } from "./development-group";
import { uvPythonOfGroup } from "./uv-pythons";
import type { SourcedRequirements } from "./uv-requirements";

/**
 * The groups of a uv project: `[dependency-groups]` and the older `dev-dependencies`.
 *
 * A group is for development by its name, or where a tool for development is in it. A default group whose name does not
 * tell it is part of the program.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-groups
 */
export function readUvGroups(file: TomlTable, sourced: SourcedRequirements): Fact<DependencyGroup>[] {
  const groups = withDevDependencies(readDependencyGroups(file), file.tableAt("tool", "uv"));
  const isDefault = defaultGroups(file.tableAt("tool", "uv"), groups);
  return groups.map(({ name, requirements, source }) => {
    const group = normalizedName(name);
    const byDefault = isDefault(name);
    const isProduction = byDefault && !isDevelopmentName(group);
    return fact(
      {
        name,
        requirements: requirements.flatMap((requirement) => sourced(requirement, { group })),
        isDevelopment: !isProduction && isDevelopmentGroup(group, requirements),
        requiresPython: uvPythonOfGroup(name, file.tableAt("tool", "uv")),
        isDefault: byDefault,
        isProduction,
      },
      source,
    );
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
