import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { requirementsOfExtra } from "./metadata/extras";
import { markerHolds } from "./requirements/marker";
import type { Requirement } from "./requirements/requirement";

/** What of a project tells its requirements. */
export type RequirementFacts = Pick<
  ProjectFacts,
  "dependencies" | "extras" | "groups" | "name" | "productionExtras" | "python"
>;

/**
 * What a production image installs of the project's own lists: the main dependencies, the groups that the program needs to
 * run and the extras that were asked for, as far as their markers hold on Linux for the chosen Python.
 */
export function productionRequirements(facts: RequirementFacts): Fact<Requirement>[] {
  const groups = facts.groups.filter(({ value }) => value.isProduction);
  const grouped = groups.flatMap(({ value, source }) => value.requirements.map((each) => fact(each, source)));
  const extras = facts.productionExtras.map(({ value, source }) => fact({ name: value }, source));
  const optional = extras.flatMap((extra) => extraRequirements(facts, extra));
  return [...heldRequirements([...facts.dependencies, ...grouped], facts), ...optional];
}

/** What one extra of the project adds, with the extras of the project that it includes. */
export function extraRequirements(
  facts: RequirementFacts,
  extra: Fact<{ readonly name: string }>,
): Fact<Requirement>[] {
  const listed = facts.extras.map(({ value }) => value);
  const requirements = requirementsOfExtra(listed, extra.value.name, facts.name?.value.normalized);
  const sourced = requirements.map((each) => fact(each, extra.source));
  return heldRequirements(sourced, facts, [extra.value.name]);
}

/** The requirements whose markers hold, the project's own extras in place of the project where it names itself. */
export function heldRequirements(
  requirements: readonly Fact<Requirement>[],
  facts: RequirementFacts,
  extras: readonly string[] = [],
): Fact<Requirement>[] {
  const held = requirements.filter(({ value: { name, marker }, source }) => {
    return marker === undefined || markerHolds(marker, { python: facts.python.value, extras }, `${source} (${name})`);
  });
  const own = facts.name?.value.normalized;
  const listed = facts.extras.map(({ value }) => value);
  return held.flatMap((each) => {
    if (each.value.name !== own) return [each];
    const included = each.value.extras.flatMap((extra) => requirementsOfExtra(listed, extra, own));
    return included.length === 0
      ? []
      : heldRequirements(
          included.map((requirement) => fact(requirement, each.source)),
          { ...facts, name: undefined },
          extras,
        );
  });
}
