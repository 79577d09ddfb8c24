import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup, Extra } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { requirementsOfExtra } from "../metadata/extras";
import { type ListedGroup, readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import { parseRequirement, type Requirement } from "../requirements/requirement";
import type { HatchEnvironment } from "./hatch-environments";
import { withProjectPath } from "./project-relative";

/** What the environments can take up. */
export interface HatchParts {
  readonly extras: readonly Fact<Extra>[];
  /** The name of the project. */
  readonly project?: string;
  /** Are there extras that are found out only when the project is built? */
  readonly hasDynamicExtras: boolean;
}

/**
 * The groups of a hatch project, all for development: `[dependency-groups]`, and one for each environment with what it
 * installs beside the main dependencies. A group and an environment of one name are one group here.
 *
 * @throws where an environment asks for an extra or a group that does not exist
 * @see https://hatch.pypa.io/latest/config/environment/overview/#dependencies
 */
export function readHatchGroups(
  file: TomlTable,
  environments: readonly HatchEnvironment[],
  parts: HatchParts,
): Fact<DependencyGroup>[] {
  const listed = readDependencyGroups(file).map((group): ListedGroup => {
    return { ...group, requirements: group.requirements.map(withProjectPath) };
  });
  const byDefault = new Set(
    environments
      .filter(({ name }) => name === "default")
      .flatMap((environment) => [
        "default",
        ...(namesIn(environment, "dependency-groups")?.value ?? []).map(normalizedName),
      ]),
  );
  const groups = new Map(listed.map((group) => [normalizedName(group.name), group]));
  for (const environment of environments) {
    const { name, source } = environment;
    const requirements = requirementsOf(environment, listed, parts);
    if (requirements.length === 0) continue;
    const known = groups.get(normalizedName(name));
    const more = requirements.filter((each) => !known?.requirements.some(({ written }) => written === each.written));
    groups.set(normalizedName(name), {
      name: known?.name ?? name,
      requirements: [...(known?.requirements ?? []), ...more],
      source: known === undefined ? source : `${known.source} and ${source}`,
    });
  }
  return [...groups].map(([key, { name, requirements, source }]) => {
    const isDefault = byDefault.has(key);
    return fact({ name, requirements, isDevelopment: true, isDefault, isProduction: false }, source);
  });
}

function requirementsOf(environment: HatchEnvironment, groups: readonly ListedGroup[], parts: HatchParts) {
  const own = ["dependencies", "extra-dependencies"].flatMap((key) => {
    const entries = namesIn(environment, key);
    return entries?.value.map((entry) => parseEntry(entry, entries.source)) ?? [];
  });
  const extras = parts.extras.map(({ value }) => value);
  const features = namesIn(environment, "features");
  const optional = features?.value.flatMap((name) => {
    const isKnown = extras.some((extra) => normalizedName(extra.name) === normalizedName(name));
    if (!isKnown && !parts.hasDynamicExtras) throw unknown("extra", name, features.source, extras);
    return requirementsOfExtra(extras, name, parts.project);
  });
  const named = namesIn(environment, "dependency-groups");
  const grouped = named?.value.flatMap((name) => {
    const group = groups.find((each) => normalizedName(each.name) === normalizedName(name));
    if (group === undefined) throw unknown("group", name, named.source, groups);
    return group.requirements;
  });
  return [...own, ...(optional ?? []), ...(grouped ?? [])];
}

function namesIn({ table }: HatchEnvironment, key: string): Fact<string[]> | undefined {
  return table(key)?.texts(key);
}

/** A requirement; where it has fields that hatch fills in, such as `{matrix:django}`, its name and extras alone count. */
function parseEntry(entry: string, source: string): Requirement {
  const rest = entry.replaceAll(/\{root(?::[a-z]+)?\}/g, "");
  if (!rest.includes("{")) return withProjectPath(parseRequirement(entry, source));
  const [head] = entry.split(/[\s<>=!~;@{]/);
  return { ...parseRequirement(head, source), written: entry };
}

function unknown(kind: string, name: string, where: string, known: readonly { readonly name: string }[]): Mistake {
  return new Mistake({
    where,
    what: `names the ${kind} ${shown(name)}, which does not exist`,
    allowed: `the ${kind}s are ${known.map((each) => shown(each.name)).join(", ") || "none"}`,
    fix: `name one of them, or add that ${kind}`,
  });
}
