import { type Fact, fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import type { LocalProject } from "../pyproject/local-projects";
import { projectFiles } from "../pyproject/project-files";

/** Of what the build reads. */
export interface BuildProjects {
  readonly facts: ProjectFacts;
  readonly localProjects: readonly LocalProject[];
  /** Those of them that are installed with the dependencies, for development too. */
  readonly projectsWithin: readonly LocalProject[];
}

/**
 * The files and folders that the build reads, from the project's folder: those of the project, and of others that it
 * needs. Patterns of license files are left out.
 */
export function buildInputs({ facts, localProjects, projectsWithin }: BuildProjects): Fact<string>[] {
  const inputs = [
    ...(facts.hasPyproject ? [fact("pyproject.toml", "the package manager reads it")] : []),
    ...projectFiles(facts),
    ...localProjects.map(({ path, facts: of, source }) =>
      fact(of?.hasPyproject ? `${path}/pyproject.toml` : path, source),
    ),
    ...[...localProjects.filter(({ isProduction }) => isProduction), ...projectsWithin].flatMap(rootsOf),
  ];
  return inputs.filter(({ value }) => !/[*?[]/.test(value));
}

/** The folders and files of Python that the build reads, from the project's folder. */
export function buildRoots({ facts, localProjects, projectsWithin }: BuildProjects): string[] {
  const others = [...localProjects.filter(({ isProduction }) => isProduction), ...projectsWithin];
  return [...facts.packageRoots.value, ...others.flatMap(rootsOf).map(({ value }) => value)];
}

function rootsOf({ path, facts, source }: LocalProject): Fact<string>[] {
  return (facts?.packageRoots.value ?? []).map((root) => fact(`${path}/${root}`, source));
}
