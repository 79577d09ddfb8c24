import { LogLevel, Project } from "projen";
import { FileGuard } from "../files/file-guard";
import { generatedText } from "../files/generated-text";
import { ContainerChecks } from "../findings/container-checks";
import { throwErrors } from "../findings/report";
import { PythonContainer } from "../python/python-container";
import type { PythonContainerOptions } from "../python/python-container-options";

/** The texts that a synth would write. */
export interface GeneratedFiles {
  readonly dockerfile: string;
  readonly compose: string;
  readonly dockerignore: string;
  /** The path of the ignore file from the project's folder. */
  readonly dockerignorePath: string;
}

/**
 * The files as a synth would write them, in memory alone: nothing is written and nothing of the project is run.
 *
 * @param folder the project's folder, absolute
 * @param change what the projenrc file would do with the container
 * @throws what a synth would say of the project, the options or the change
 */
export function generatedFiles(
  folder: string,
  name: string,
  options: PythonContainerOptions,
  change: (container: PythonContainer) => void = () => {},
): GeneratedFiles {
  const project = new Project({ name, outdir: folder, logging: { level: LogLevel.OFF } });
  const container = new PythonContainer(project, options);
  change(container);
  return FileGuard.of(project)._holdStill(() => {
    throwErrors(ContainerChecks.of(container)._findings([container, container.dockerfile, container.compose]).errors);
    return filesOf(container);
  });
}

/** The texts of a container's files. */
export function filesOf(container: PythonContainer): GeneratedFiles {
  return {
    dockerfile: generatedText(container.dockerfile) ?? "",
    compose: generatedText(container.compose.file) ?? "",
    dockerignore: generatedText(container.dockerignore) ?? "",
    dockerignorePath: container.dockerignore.path,
  };
}
