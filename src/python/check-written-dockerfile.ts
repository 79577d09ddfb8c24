import { resolve } from "node:path";
import { FileBase, type Project } from "projen";
import { checkContextReads } from "../checks/check-context-reads";
import { checkTargets, type TargetUse } from "../checks/check-targets";
import type { ComposeFile } from "../compose/compose-file";
import type { DevContainer } from "../dev-container/dev-container";
import type { Dockerfile } from "../dockerfile/dockerfile";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import { shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { ContainerPlan } from "./container-plan";
import type { PythonStageNames } from "./python-names";

/** The files of a project that are to fit each other. */
export interface ContainerFiles {
  readonly dockerfile: Dockerfile;
  readonly dockerignore: Dockerignore;
  readonly compose: ComposeFile;
  readonly devContainer: DevContainer;
}

/**
 * What is generated fits a Dockerfile that people write.
 *
 * @throws where a stage is missing, or a file that it copies
 */
export function checkWrittenDockerfile(
  written: WrittenDockerfile,
  files: ContainerFiles,
  names: Required<PythonStageNames>,
  plan: ContainerPlan,
): void {
  const guard = FileGuard.of(files.dockerfile);
  const { project } = files.dockerfile;
  const isGenerated = (file: FileBase) => !guard._isLeft(file.absolutePath);
  const isAppNamed = plan.options.stageNames?.app !== undefined;
  checkTargets(written, [
    ...(isAppNamed ? [{ stage: names.app, user: "the task docker:build", key: "app" }] : []),
    ...(isGenerated(files.compose.file) ? servicesOn(files, names) : []),
    ...(isGenerated(files.devContainer.file)
      ? [{ stage: names.dev, user: files.devContainer.file.path, file: files.devContainer.file.path, key: "dev" }]
      : []),
  ]);
  if (!isGenerated(files.dockerignore)) return;
  checkContextReads(written, {
    context: files.dockerignore.buildContext(),
    dockerignore: files.dockerignore.path,
    folder: resolve(project.outdir, plan.place.context),
    generated: generatedFiles(project)
      .filter(isGenerated)
      .map(({ absolutePath }) => absolutePath),
  });
}

/** The services that build a stage of the Dockerfile, those that the user has added too. */
function servicesOn({ compose, dockerfile }: ContainerFiles, names: Required<PythonStageNames>): TargetUse[] {
  const file = relativePath(dockerfile.project.outdir, compose.file.absolutePath);
  const keys = new Map([
    [names.builder, "builder"],
    [names.app, "app"],
  ]);
  const folder = resolve(compose.file.absolutePath, "..");
  return [...compose._model().services].flatMap(([name, { imageBuild: build }]) => {
    const stage = build?.target?._literalText();
    const place = [build?.context?._literalText() ?? ".", build?.dockerfile?._literalText() ?? "Dockerfile"];
    if (stage === undefined || resolve(folder, ...place) !== dockerfile.absolutePath) return [];
    return [{ stage, user: `${file} service ${shown(name)}`, file, key: keys.get(stage) }];
  });
}

function generatedFiles(project: Project): FileBase[] {
  return project.root.node.findAll().filter((each): each is FileBase => each instanceof FileBase);
}
