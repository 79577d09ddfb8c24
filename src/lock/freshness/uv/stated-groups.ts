import { isTable, type TomlTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import { parseRequirement, type Requirement } from "../../../pyproject/requirements/requirement";
import { allOf, always, type Condition, conditionOf } from "./condition";

/** A requirement of a group, with the Python versions for which the group is. */
export interface GroupRequirement {
  readonly requirement: Requirement;
  readonly condition: Condition;
}

/**
 * The groups with what they include, by their normalised names: `[dependency-groups]` and the older `dev-dependencies`.
 *
 * @see https://docs.astral.sh/uv/reference/settings/#dependency-groups
 */
export function statedGroups(file: TomlTable): ReadonlyMap<string, readonly GroupRequirement[]> {
  const uv = file.tableAt("tool", "uv");
  const table = file.table("dependency-groups");
  const pythons = uv?.table("dependency-groups");
  const keyOf = (owner: TomlTable | undefined, group: string) =>
    owner?.keys().find((each) => normalizedName(each) === group);
  const groups = new Map<string, readonly GroupRequirement[]>();
  const read = (group: string): readonly GroupRequirement[] => {
    const known = groups.get(group);
    if (known !== undefined) return known;
    // A group that includes itself is refused where the facts are read.
    groups.set(group, []);
    const key = keyOf(table, group);
    const entries = (key === undefined ? undefined : table?.array(key)?.value) ?? [];
    const python = keyOf(pythons, group);
    const asked = python === undefined ? undefined : pythons?.table(python)?.text("requires-python")?.value;
    const limit = asked === undefined ? always : pythonCondition(asked);
    const requirements = entries.flatMap((entry): readonly GroupRequirement[] => {
      if (typeof entry === "string") {
        return [{ requirement: parseRequirement(entry, table?.source(group) ?? group), condition: always }];
      }
      const included = isTable(entry) ? entry["include-group"] : undefined;
      return typeof included === "string" ? read(normalizedName(included)) : [];
    });
    const limited = requirements.map((each) => ({ ...each, condition: allOf(each.condition, limit) }));
    groups.set(group, limited);
    return limited;
  };
  for (const key of table?.keys() ?? []) read(normalizedName(key));
  const older = uv?.texts("dev-dependencies");
  if (older === undefined) return groups;
  const development = older.value.map((each) => ({
    requirement: parseRequirement(each, older.source),
    condition: always,
  }));
  return groups.set("dev", [...(groups.get("dev") ?? []), ...development]);
}

/** The Python versions for which each group is, by its own limit and those of the groups that it includes. */
export function groupPythons(file: TomlTable): ReadonlyMap<string, readonly string[]> {
  const table = file.table("dependency-groups");
  const limits = file.tableAt("tool", "uv", "dependency-groups");
  const own = new Map(
    limits?.keys().map((key) => [normalizedName(key), limits.table(key)?.text("requires-python")?.value] as const),
  );
  const entries = new Map((table?.keys() ?? []).map((key) => [normalizedName(key), table?.array(key)?.value ?? []]));
  const of = (group: string, seen: readonly string[]): string[] => {
    if (seen.includes(group)) return [];
    const included = (entries.get(group) ?? []).flatMap((each) =>
      isTable(each) ? of(normalizedName(String(each["include-group"])), [...seen, group]) : [],
    );
    return [own.get(group) ?? [], included].flat();
  };
  return new Map([...entries.keys()].map((name) => [name, of(name, [])]));
}

function pythonCondition(specifier: string): Condition {
  const clauses = specifier.split(",").map((each) => /^\s*([<>=!~]+)\s*(.*?)\s*$/.exec(each));
  const markers = clauses.flatMap((each) => (each === null ? [] : [`python_full_version ${each[1]} '${each[2]}'`]));
  return conditionOf(markers.join(" and ") || undefined, "requires-python");
}
