import type { ProjectFacts } from "../pyproject/facts";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import type { LockSelection } from "./lock";

/** What of a project tells what is installed. */
type SelectingFacts = Pick<ProjectFacts, "extras" | "groups" | "lockFile" | "productionExtras">;

/** What the production image installs. */
export function productionSelection(facts: SelectingFacts): LockSelection {
  return selectionOf(facts, ({ isProduction }) => isProduction);
}

/**
 * What the package manager installs at the desk without being asked, and with it what production has. A lock file that
 * names its groups is installed with all of them, extras too.
 */
export function developmentSelection(facts: SelectingFacts): LockSelection {
  const { extras, groups } = selectionOf(facts, ({ isProduction, isDefault }) => isProduction || isDefault);
  const locked = facts.lockFile?.value.groups ?? [];
  const names = facts.extras.map(({ value }) => normalizedName(value.name)).filter((name) => locked.includes(name));
  return { extras: [...new Set([...extras, ...names])], groups };
}

function selectionOf(
  { groups, productionExtras }: SelectingFacts,
  isAsked: (group: SelectingFacts["groups"][number]["value"]) => boolean,
): LockSelection {
  return {
    extras: productionExtras.map(({ value }) => normalizedName(value)),
    groups: groups.filter(({ value }) => isAsked(value)).map(({ value }) => normalizedName(value.name)),
  };
}
