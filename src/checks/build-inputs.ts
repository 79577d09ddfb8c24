import { type Fact, fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import type { LocalProject } from "../pyproject/local-projects";

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
    ...(facts.lockFile === undefined ? [] : [fact(facts.lockFile.value.path, "dependencies are installed from it")]),
    ...[
      ...facts.requirementsFiles,
      ...facts.groups.flatMap(filesOf),
      ...facts.readmeFiles,
      ...facts.licenseFiles,
      ...facts.buildFiles,
    ],
    ...localProjects.map(({ path, facts: of, source }) =>
      fact(of?.hasPyproject ? `${path}/pyproject.toml` : path, source),
    ),
    ...facts.packageRoots.value.map((root) => fact(root, facts.packageRoots.source)),
    ...[...localProjects.filter(({ isProduction }) => isProduction), ...projectsWithin].flatMap(rootsOf),
  ];
  return inputs.filter(({ value }) => !/[*?[]/.test(value));
}

/** The requirements files that are a group: installing reads one for development too, since all are copied together. */
function filesOf({ value, source }: ProjectFacts["groups"][number]): Fact<string>[] {
  return (value.requirementsFiles ?? []).map((path) => fact(path, source));
}

function rootsOf({ path, facts, source }: LocalProject): Fact<string>[] {
  return (facts?.packageRoots.value ?? []).map((root) => fact(`${path}/${root}`, source));
}
