import { type BuildToolRow, buildToolRows } from "../knowledge/build-backends";
import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { productionRequirements, type RequirementFacts, withLocalRequirements } from "./production-requirements";
import { markerHolds } from "./requirements/marker";
import type { Requirement } from "./requirements/requirement";

/** What of a project tells how it is built. */
type BuildFacts = Pick<ProjectFacts, "buildBackend" | "buildRequires" | "installsProject" | "python">;

/** What of a project tells which others are built with it. */
type LocalFacts = Pick<ProjectFacts, "localProjects" | "python">;

/** A fact of which is told by which distribution, or which backend, it is so. */
export interface NamedFact<T> extends Fact<T> {
  readonly name: string;
}

/**
 * The tools that building the project needs of the system, by its build backend and by what the build requires; none where
 * the project is not installed.
 */
export function buildToolsOf(
  { buildBackend, buildRequires, installsProject, python }: BuildFacts,
  rows: readonly BuildToolRow[] = buildToolRows,
): NamedFact<BuildToolRow>[] {
  if (!installsProject.value) return [];
  const requires = buildRequires.filter(({ value: { name, marker }, source }) => {
    return marker === undefined || markerHolds(marker, { python: python.value }, `${source} (${name})`);
  });
  return rows.flatMap((row) => {
    const { shownBy } = row;
    if ("backend" in shownBy) {
      const module = buildBackend?.value.split(/[.:]/)[0].trim();
      return buildBackend !== undefined && module === shownBy.backend
        ? [{ ...fact(row, buildBackend.source), name: buildBackend.value }]
        : [];
    }
    const required = requires.find(({ value }) => value.name === shownBy.requirement);
    return required === undefined ? [] : [{ ...fact(row, required.source), name: shownBy.requirement }];
  });
}

/** The tools that building the local projects among the requirements needs of the system. */
export function localBuildTools(
  requirements: readonly Fact<Requirement>[],
  { localProjects, python }: LocalFacts,
): NamedFact<BuildToolRow>[] {
  const named = new Map(requirements.map(({ value, source }) => [value.name, source]));
  return [...named].flatMap(([name, source]) => {
    const local = localProjects.get(name);
    return local === undefined ? [] : buildToolsOf({ ...local, installsProject: fact(true, source), python });
  });
}

/** Why building the project, or one that production installs with it, needs Rust; undefined where none does. */
export function rustNeed(facts: BuildFacts & LocalFacts & RequirementFacts): Fact<string> | undefined {
  const installed = withLocalRequirements(productionRequirements(facts), facts);
  const tool = [...buildToolsOf(facts), ...localBuildTools(installed, facts)].find(({ value }) => value.needsRust);
  return tool && fact(tool.name, tool.source);
}
