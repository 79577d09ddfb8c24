import { type Fact, fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import type { LocalProject } from "../pyproject/local-projects";

/** Of what the build reads. */
export interface BuildProjects {
  readonly facts: ProjectFacts;
  readonly localProjects: readonly LocalProject[];
}

/**
 * The files and folders that the build reads, from the project's folder: those of the project, and of others that it
 * needs. Patterns of license files are left out.
 */
export function buildInputs({ facts, localProjects }: BuildProjects): Fact<string>[] {
  const others = localProjects.filter((each) => each.facts?.hasPyproject);
  const inputs = [
    ...(facts.hasPyproject ? [fact("pyproject.toml", "the package manager reads it")] : []),
    ...(facts.lockFile === undefined ? [] : [fact(facts.lockFile.value.path, "dependencies are installed from it")]),
    ...[...facts.requirementsFiles, ...facts.readmeFiles, ...facts.licenseFiles, ...facts.buildFiles],
    ...others.map(({ path, source }) => fact(`${path}/pyproject.toml`, source)),
    ...facts.packageRoots.value.map((root) => fact(root, facts.packageRoots.source)),
    ...localProjects.filter(({ isProduction }) => isProduction).flatMap(rootsOf),
  ];
  return inputs.filter(({ value }) => !/[*?[]/.test(value));
}

function rootsOf({ path, facts, source }: LocalProject): Fact<string>[] {
  return (facts?.packageRoots.value ?? []).map((root) => fact(`${path}/${root}`, source));
}
