import { type BuildToolRow, buildToolRows } from "../knowledge/build-backends";
import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { markerHolds } from "./requirements/marker";

/** What of a project tells how it is built. */
type BuildFacts = Pick<ProjectFacts, "buildBackend" | "buildRequires" | "extensions" | "installsProject" | "python">;

/** A fact of which is told by which distribution, or which backend, it is so. */
export interface NamedFact<T> extends Fact<T> {
  readonly name: string;
}

/**
 * The tools that building the project needs of the system, by its build backend and by what the build requires; none where
 * the project is not installed.
 */
export function buildToolsOf(
  { buildBackend, buildRequires, extensions, installsProject, python }: BuildFacts,
  rows: readonly BuildToolRow[] = buildToolRows,
): NamedFact<BuildToolRow>[] {
  if (!installsProject.value) return [];
  const requires = buildRequires.filter(({ value: { name, marker }, source }) => {
    return marker === undefined || markerHolds(marker, { python: python.value }, `${source} (${name})`);
  });
  return rows.flatMap((row) => {
    const { shownBy } = row;
    if ("extensions" in shownBy) {
      const shown = extensions?.find(({ value }) => shownBy.extensions.includes(value));
      return shown === undefined ? [] : [{ ...fact(row, shown.source), name: shown.value }];
    }
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

/** Why building the project needs Rust; undefined where it does not. */
export function rustNeed(facts: BuildFacts): Fact<string> | undefined {
  const tool = buildToolsOf(facts).find(({ value }) => value.needsRust);
  return tool && fact(tool.name, tool.source);
}
