import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup, Extra } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { requirementsOfExtra } from "../metadata/extras";
import { readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { parsePdmRequirement } from "./pdm-requirement";
import { withProjectPath } from "./project-relative";

/** A group as it is listed: its requirements, and the names of the groups that it includes. */
interface StatedGroup {
  readonly name: string;
  readonly source: string;
  readonly requirements: readonly Requirement[];
  readonly includes: readonly string[];
}

/**
 * The groups of a pdm project, all for development: `[dependency-groups]` and `[tool.pdm.dev-dependencies]`, which adds to
 * a group of the same name. A requirement that names the project itself stands for its extras and groups.
 *
 * @param extras the extras of the project
 * @param locked the groups in the lock file, normalised: those alone are installed without being asked for
 * @see https://pdm-project.org/en/latest/usage/dependency/#add-development-only-dependencies
 */
export function readPdmGroups(
  file: TomlTable,
  folder: ProjectFolder,
  extras: readonly Fact<Extra>[],
  locked: readonly string[] | undefined,
): Fact<DependencyGroup>[] {
  const groups = new Map<string, StatedGroup>();
  for (const group of [...listedGroups(file), ...ownGroups(file, folder)]) {
    const known = groups.get(normalizedName(group.name));
    groups.set(normalizedName(group.name), known === undefined ? group : joined(known, group));
  }
  const project = file.table("project")?.text("name")?.value;
  const own = project === undefined ? undefined : normalizedName(project);
  const known = extras.map(({ value }) => value);
  const requirementsOf = (key: string, within: readonly string[], seen: Set<string>): Requirement[] => {
    const group = groups.get(key);
    if (group === undefined || seen.has(key)) return [];
    seen.add(key);
    const path = [...within, key];
    const listed = group.requirements.flatMap((requirement) => {
      if (requirement.name !== own) return [requirement];
      return requirement.extras.flatMap((name) => [
        ...requirementsOfExtra(known, name, project),
        ...requirementsOf(name, path, seen),
      ]);
    });
    const included = group.includes.flatMap((name) => {
      if (!groups.has(name) || path.includes(name)) throw wrongInclude(group, name, groups);
      return requirementsOf(name, path, seen);
    });
    return [...listed, ...included];
  };
  return [...groups].map(([key, { name, source }]) => {
    const isDefault = locked?.includes(key) ?? true;
    const requirements = requirementsOf(key, [], new Set());
    return fact({ name, requirements, isDevelopment: true, isDefault, isProduction: false }, source);
  });
}

function listedGroups(file: TomlTable): StatedGroup[] {
  return readDependencyGroups(file).map(({ requirements, ...group }) => {
    return { ...group, requirements: requirements.map(withProjectPath), includes: [] };
  });
}

function ownGroups(file: TomlTable, folder: ProjectFolder): StatedGroup[] {
  const table = file.tableAt("tool", "pdm", "dev-dependencies");
  if (table === undefined) return [];
  return table.keys().map((name) => {
    const source = table.source(name);
    const entries = table.array(name)?.value ?? [];
    const requirements = entries.flatMap((entry) =>
      typeof entry === "string" ? [parsePdmRequirement(entry, source, folder)] : [],
    );
    const includes = entries.flatMap((entry) => {
      if (typeof entry === "string") return [];
      const included = isTable(entry) ? entry["include-group"] : undefined;
      if (typeof included !== "string") throw table.wrong(name, "its entries are requirements");
      return [normalizedName(included)];
    });
    return { name, source, requirements, includes };
  });
}

function joined(first: StatedGroup, second: StatedGroup): StatedGroup {
  return {
    ...first,
    requirements: [...first.requirements, ...second.requirements],
    includes: [...first.includes, ...second.includes],
  };
}

function wrongInclude(group: StatedGroup, name: string, groups: ReadonlyMap<string, StatedGroup>): Mistake {
  const isKnown = groups.has(name);
  return new Mistake({
    where: group.source,
    what: `includes the group ${shown(name)}, which ${isKnown ? "includes it" : "does not exist"}`,
    allowed: `the groups are ${[...groups.values()].map((each) => shown(each.name)).join(", ")}`,
    fix: isKnown ? "remove one of these include-group entries" : "include one of them, or add that group",
  });
}
