import { resolve } from "node:path";
import type { Project } from "projen";
import { DevContainer } from "../dev-container/dev-container";
import { Dockerfile } from "../dockerfile/dockerfile";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";

/**
 * Lines of generated Dockerfiles that the dev containers of a project build: the Dev Containers CLI reads them line by line
 * for the stages, their users and their variables, and knows of no heredoc.
 */
export function misreadLineFindings(project: Project): Finding[] {
  const devContainers = project.components.filter((each) => each instanceof DevContainer);
  return devContainers.flatMap(({ file, source: { dockerfileOptions } }) => {
    if (dockerfileOptions === undefined) return [];
    const dockerfile = project.root.tryFindFile(resolve(project.outdir, dockerfileOptions.dockerfile ?? "Dockerfile"));
    if (!(dockerfile instanceof Dockerfile)) return [];
    return dockerfile._misreadLines(dockerfileOptions.target).map((line) => ({
      rule: "MisreadLine" as const,
      where: dockerfile.path,
      stage: dockerfileOptions.target ?? dockerfile.stages.at(-1)?.name,
      what: `the Dev Containers CLI takes the line ${shown(line)} of a script or text for an instruction`,
      allowed: `${file.path} is built from this stage, and the CLI looks for its user and variables line by line`,
      fix: 'start the line otherwise, such as "import os" for "from os import path", or copy a file of the project',
    }));
  });
}
