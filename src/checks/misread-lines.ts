import type { Project } from "projen";
import { DevContainer } from "../dev-container/dev-container";
import { Dockerfile } from "../dockerfile/dockerfile";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { deskBuild } from "./desk-build";

/**
 * Lines of generated Dockerfiles that the dev containers of a project build: the Dev Containers CLI reads them line by line
 * for the stages, their users and their variables, and knows of no heredoc.
 */
export function misreadLineFindings(project: Project): Finding[] {
  const tree = FileGuard.of(project)._tree;
  const devContainers = tree.componentsOf(project).filter((each) => each instanceof DevContainer);
  return devContainers.flatMap((devContainer) => {
    const build = deskBuild(devContainer);
    const dockerfile = build === undefined ? undefined : tree.fileAt(build.dockerfile);
    if (!(dockerfile instanceof Dockerfile)) return [];
    return dockerfile._misreadLines(build?.target).map((line) => ({
      rule: "MisreadLine" as const,
      where: dockerfile.path,
      stage: build?.target ?? dockerfile.stages.at(-1)?.name,
      what: `the Dev Containers CLI takes the line ${shown(line)} of a script or text for an instruction`,
      allowed: `${devContainer.file.path} is built from this stage, and the CLI looks for its user and variables line by line`,
      fix: 'start the line otherwise, such as "import os" for "from os import path", or copy a file of the project',
    }));
  });
}
