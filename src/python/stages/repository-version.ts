import type { DockerfileBlock } from "../../dockerfile/block";
import { DockerfileWord } from "../../dockerfile/word";
import { versionVariable } from "../../pyproject/backends/version-origins";
import { type Fact, fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import { allFacts } from "../../pyproject/local-projects";
import type { InstallerContext } from "../installers/installer";

/** The argument by which a build is told the project's version, and what it is where nobody tells. */
export const versionArgument = { name: "VERSION", default: "0.0.0" } as const;

/** The variables that take the version in place of the repository, of all projects that are installed; each once. */
export function repositoryVersions(projects: readonly ProjectFacts[]): Fact<string>[] {
  const variables = projects.flatMap(({ dynamicVersion, installsProject }) => {
    const variable = installsProject.value ? versionVariable(dynamicVersion?.value ?? "") : undefined;
    return variable === undefined ? [] : [fact(variable, dynamicVersion?.source ?? "")];
  });
  return [...new Map(variables.map((variable) => [variable.value, variable])).values()];
}

/** Tells a stage that builds the projects their version: the build context has no repository that could be asked. */
export function addRepositoryVersion(block: DockerfileBlock, { facts, local }: InstallerContext): void {
  const variables = repositoryVersions(allFacts(facts, local));
  if (variables.length === 0) return;
  block.addArg(versionArgument.name, {
    default: versionArgument.default,
    comment: `in place of the repository, which no build sees: docker build --build-arg ${versionArgument.name}=1.2.3`,
  });
  for (const { value, source } of variables) {
    block.addEnv(value, DockerfileWord.variable(versionArgument.name), { comment: source });
  }
}
