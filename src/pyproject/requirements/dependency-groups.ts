import { Mistake, shown } from "../../values/mistake";
import { isTable, type TomlTable } from "../files/toml-table";
import { normalizedName } from "./distribution-name";
import { parseRequirement, type Requirement } from "./requirement";

/** A group as `[dependency-groups]` has it. */
export interface ListedGroup {
  readonly name: string;
  readonly requirements: readonly Requirement[];
  readonly source: string;
}

/**
 * The groups of `[dependency-groups]`, included groups resolved.
 *
 * @see https://peps.python.org/pep-0735/
 */
export function readDependencyGroups(file: TomlTable): ListedGroup[] {
  const table = file.table("dependency-groups");
  if (table === undefined) return [];
  const names = new Map<string, string>();
  for (const name of table.keys()) {
    const other = names.get(normalizedName(name));
    if (other !== undefined) throw table.wrong(name, `a group has one table, and ${shown(other)} is the same name`);
    names.set(normalizedName(name), name);
  }
  const resolved = new Map<string, readonly Requirement[]>();
  const requirementsOf = (name: string, within: readonly string[]): readonly Requirement[] => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    if (within.includes(name)) {
      throw new Mistake({
        where: table.source(name),
        what: `group ${shown(name)} includes itself: ${[...within, name].join(" → ")}`,
        fix: "remove one of these include-group entries",
      });
    }
    const entries = table.array(name)?.value ?? [];
    const requirements = entries.flatMap((entry) => {
      if (typeof entry === "string") return [parseRequirement(entry, table.source(name))];
      const included = isTable(entry) ? entry["include-group"] : undefined;
      if (typeof included !== "string") {
        throw table.wrong(name, 'its entries are requirements and { include-group = "…" }');
      }
      const target = names.get(normalizedName(included));
      if (target === undefined) {
        throw new Mistake({
          where: table.source(name),
          what: `includes the group ${shown(included)}, which does not exist`,
          allowed: `the groups are ${[...names.values()].map(shown).join(", ")}`,
          fix: "include one of them, or add that group",
        });
      }
      return requirementsOf(target, [...within, name]);
    });
    // What is included by two ways is one requirement; else lists would double with every group.
    const each = [...new Set(requirements)];
    resolved.set(name, each);
    return each;
  };
  return table.keys().map((name) => ({ name, requirements: requirementsOf(name, []), source: table.source(name) }));
}
