import type { ProjectFacts } from "../pyproject/facts";
import { requirementsOfExtra } from "../pyproject/metadata/extras";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import type { Requirement } from "../pyproject/requirements/requirement";
import type { LockedDependency, LockSelection } from "./lock";

/**
 * What the project itself asks for, for lock files that do not repeat it.
 *
 * @param dependencyOn what becomes of a requirement
 */
export function projectRoots(
  facts: ProjectFacts,
  selection: LockSelection,
  dependencyOn: (requirement: Requirement) => LockedDependency = plainDependency,
): LockedDependency[] {
  const groups = facts.groups.filter(({ value }) => selection.groups.includes(normalizedName(value.name)));
  const listed = facts.extras.map(({ value }) => value);
  const own = facts.name?.value.normalized;
  const ofExtras = (names: readonly string[]) => names.flatMap((name) => requirementsOfExtra(listed, name, own));
  const asked = [
    ...facts.dependencies.map(({ value }) => value),
    ...groups.flatMap(({ value }) => value.requirements),
    ...ofExtras(selection.extras),
  ];
  return asked.flatMap((each) => (each.name === own ? ofExtras(each.extras).map(dependencyOn) : [dependencyOn(each)]));
}

function plainDependency({ name, extras, marker }: Requirement): LockedDependency {
  return { name, extras, marker };
}
