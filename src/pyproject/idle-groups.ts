import { isDevelopmentName } from "../knowledge/development-groups";
import { shown } from "../values/mistake";
import type { ProjectFacts } from "./facts";
import { normalizedName } from "./requirements/distribution-name";

/** Groups are for development unless somebody says which are not; told where nothing else has dependencies. */
export function idleGroups(facts: Omit<ProjectFacts, "notes" | "namedNotes">): string[] {
  const { dependencies, requirementsFiles, lockedTogether, installsProject, groups, productionExtras } = facts;
  const others = [dependencies, requirementsFiles, lockedTogether, productionExtras];
  if (installsProject.value || others.some(({ length }) => length > 0)) return [];
  if (groups.some(({ value }) => value.isProduction)) return [];
  // By the name alone: a program may need what is mostly used for tests.
  const idle = groups.find(
    ({ value }) => !isDevelopmentName(normalizedName(value.name)) && value.requirements.length > 0,
  );
  if (idle === undefined) return [];
  return [
    `production installs nothing, as all dependencies are in groups, and which of them the program needs is not said; name these, for example productionGroups: [${shown(idle.value.name)}]`,
  ];
}
