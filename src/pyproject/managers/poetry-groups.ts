import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { isDevelopmentGroup } from "./development-group";
import { readPoetryDependencies } from "./poetry-dependencies";
import { enrichedRequirement } from "./poetry-enrichment";

/** The group that poetry has for the main dependencies. */
export const mainGroup = "main";

interface StatedGroup {
  readonly name: string;
  readonly source: string;
  /** What `[dependency-groups]` lists. */
  readonly listed: readonly Requirement[];
  /** What poetry's own tables list. */
  readonly own: readonly Requirement[];
  readonly isOptional: boolean;
  readonly includes: readonly string[];
}

/**
 * The groups of a poetry project: `[dependency-groups]`, `[tool.poetry.group]` and the older `dev-dependencies`. They are
 * for development, by poetry's documentation; an optional one that does not look like it is a choice of the user's, such as
 * drivers of databases.
 *
 * As with the main dependencies, poetry's own table of a group counts where `[dependency-groups]` lists nothing in it.
 *
 * @see https://python-poetry.org/docs/managing-dependencies/#dependency-groups
 */
export function readPoetryGroups(file: TomlTable): Fact<DependencyGroup>[] {
  const groups = new Map<string, StatedGroup>();
  for (const group of [...listedGroups(file), ...ownGroups(file), ...olderGroup(file)]) {
    const key = normalizedName(group.name);
    const known = groups.get(key);
    groups.set(key, known === undefined ? group : joined(known, group));
  }
  return [...groups].map(([key, { name, source, isOptional }]) => {
    const requirements = requirementsOf(groups, key, []);
    const isDevelopment = !isOptional || isDevelopmentGroup(name, requirements);
    return fact({ name, requirements, isDevelopment, isDefault: !isOptional, isProduction: false }, source);
  });
}

function joined(first: StatedGroup, second: StatedGroup): StatedGroup {
  return {
    // The place is where the requirements that count are listed.
    ...(first.listed.length + first.own.length > 0 ? first : second),
    listed: [...first.listed, ...second.listed],
    own: [...first.own, ...second.own],
    includes: [...first.includes, ...second.includes],
    isOptional: first.isOptional || second.isOptional,
  };
}

function listedGroups(file: TomlTable): StatedGroup[] {
  return readDependencyGroups(file).map(({ name, source, requirements }) => {
    return { name, source, listed: requirements, own: [], isOptional: false, includes: [] };
  });
}

function ownGroups(file: TomlTable): StatedGroup[] {
  const tables = file.tableAt("tool", "poetry", "group");
  return (tables?.keys() ?? []).flatMap((name) => {
    const table = name === mainGroup ? undefined : tables?.table(name);
    if (tables === undefined || table === undefined) return [];
    const own = readPoetryDependencies(table.table("dependencies")).map((each) => each.requirement.value);
    const isOptional = table.flag("optional")?.value ?? false;
    const includes = table.texts("include-groups")?.value ?? [];
    return [{ name, source: tables.source(name), listed: [], own, isOptional, includes }];
  });
}

/** The group dev as poetry wrote it before 1.2. */
function olderGroup(file: TomlTable): StatedGroup[] {
  const poetry = file.tableAt("tool", "poetry");
  const table = poetry?.table("dev-dependencies");
  if (poetry === undefined || table === undefined) return [];
  const own = readPoetryDependencies(table).map((each) => each.requirement.value);
  const source = poetry.source("dev-dependencies");
  return [{ name: "dev", source, listed: [], own, isOptional: false, includes: [] }];
}

function requirementsOf(groups: Map<string, StatedGroup>, key: string, within: readonly string[]): Requirement[] {
  const group = groups.get(key);
  const includer = groups.get(within[within.length - 1] ?? key);
  if (group === undefined || within.includes(key)) {
    const all = [...groups.values()].map(({ name }) => shown(name)).join(", ");
    throw new Mistake({
      where: includer?.source ?? key,
      what: `includes the group ${shown(key)}, ${group === undefined ? "which does not exist" : "which includes it"}`,
      allowed: `the groups are ${all}`,
      fix: "mend include-groups",
    });
  }
  const included = group.includes.flatMap((name) => requirementsOf(groups, normalizedName(name), [...within, key]));
  const { listed, own } = group;
  const requirements = listed.flatMap((requirement) => enrichedRequirement(requirement, own));
  return [...(listed.length > 0 ? requirements : own), ...included];
}
