import type { DockerfileBlock } from "../dockerfile/block";
import { DockerfileWord } from "../dockerfile/word";
import { versionVariable } from "../pyproject/backends/version-origins";
import type { Fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";

/** The argument by which a build is told the project's version, and what it is where nobody tells. */
export const versionArgument = { name: "VERSION", default: "0.0.0" } as const;

/** The variable that takes the version in place of the repository; undefined where the build does not ask for one. */
export function repositoryVersion({ dynamicVersion, installsProject }: ProjectFacts): Fact<string> | undefined {
  if (dynamicVersion === undefined || !installsProject.value) return undefined;
  const variable = versionVariable(dynamicVersion.value);
  return variable === undefined ? undefined : { value: variable, source: dynamicVersion.source };
}

/** Tells a stage that builds the project its version: the build context has no repository that could be asked. */
export function addRepositoryVersion(block: DockerfileBlock, facts: ProjectFacts): void {
  const variable = repositoryVersion(facts);
  if (variable === undefined) return;
  block.addArg(versionArgument.name, {
    default: versionArgument.default,
    comment: `in place of the repository, which no build sees: docker build --build-arg ${versionArgument.name}=1.2.3`,
  });
  block.addEnv(variable.value, DockerfileWord.variable(versionArgument.name), { comment: variable.source });
}
