import { type Fact, fact } from "../fact";
import type { DirectDependency, ManagedProject, ProjectFacts } from "../facts";
import { originOf, type Requirement } from "./requirement";

/** A requirement, and whether the program needs it to run. */
interface Use {
  readonly requirement: Requirement;
  readonly isProduction: boolean;
  readonly source: string;
}

/** The dependencies that come from git, and those in folders; each once, as production where any use of it is. */
export function directDependencies(
  project: Pick<ManagedProject, "dependencies" | "extras" | "groups" | "pinnedRequirements">,
): Pick<ProjectFacts, "gitDependencies" | "pathDependencies"> {
  const uses = usesIn(project);
  const of = (origin: "git" | "path"): Fact<DirectDependency>[] => {
    const found = new Map<string, Fact<DirectDependency>>();
    for (const { requirement, isProduction, source } of uses) {
      if (originOf(requirement) !== origin) continue;
      const location = requirement.url ?? "";
      const key = `${requirement.name} ${location}`;
      const known = found.get(key);
      if (known !== undefined && (known.value.isProduction || !isProduction)) continue;
      found.set(key, fact({ name: requirement.name, location, isProduction }, source));
    }
    return [...found.values()];
  };
  return { gitDependencies: of("git"), pathDependencies: of("path") };
}

function usesIn({
  dependencies,
  extras,
  groups,
  pinnedRequirements = [],
}: Parameters<typeof directDependencies>[0]): Use[] {
  const main = [...dependencies, ...pinnedRequirements].map(({ value, source }) => ({
    requirement: value,
    isProduction: true,
    source,
  }));
  const optional = extras.flatMap(({ value, source }) =>
    value.requirements.map((requirement) => ({ requirement, isProduction: !value.isDevelopment, source })),
  );
  const grouped = groups.flatMap(({ value, source }) =>
    value.requirements.map((requirement) => ({ requirement, isProduction: value.isProduction, source })),
  );
  return [...main, ...optional, ...grouped];
}
