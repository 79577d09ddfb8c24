import { resolve } from "node:path";
import { buildArgumentFindings } from "../checks/build-arguments";
import { buildInputs, buildRoots } from "../checks/build-inputs";
import { type BuildUse, buildUses } from "../checks/build-uses";
import { type ContextFolder, contextReadFindings } from "../checks/context-reads";
import { emptiedFolderFindings } from "../checks/emptied-folders";
import { secretFileFindings } from "../checks/secret-files";
import { targetFindings } from "../checks/targets";
import type { ComposeFile } from "../compose/compose-file";
import type { DevContainer } from "../dev-container/dev-container";
import { contextPath } from "../dockerfile/context-reads";
import type { Dockerfile } from "../dockerfile/dockerfile";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { appFindings } from "./app-findings";
import type { ContainerPlan } from "./container-plan";
import type { PythonStageNames } from "./python-names";

/** The files of a project that are to fit each other. */
export interface ContainerFiles {
  readonly dockerfile: Dockerfile;
  readonly dockerignore: Dockerignore;
  readonly compose: ComposeFile;
  readonly devContainer: DevContainer;
}

/** Where what is generated does not fit a Dockerfile that people write: a stage is missing, or a file that it copies. */
export function* writtenDockerfileFindings(
  written: WrittenDockerfile,
  files: ContainerFiles,
  names: Required<PythonStageNames>,
  plan: ContainerPlan,
): Iterable<Finding> {
  const isAppNamed = plan.options.stageNames?.app !== undefined;
  const uses = buildUses(files.dockerfile, files.compose);
  const task = isAppNamed ? [{ stage: names.app, user: "the task docker:build", key: "app" }] : [];
  yield* targetFindings(written, [...task, ...uses.map((use) => ({ ...use, key: keyOf(use, names) }))], true);
  yield* buildArgumentFindings(written, uses);
  if (FileGuard.of(files.dockerfile)._isLeft(files.dockerignore.absolutePath)) return;
  const folder = contextFolder(files, plan);
  yield* contextReadFindings(written, folder);
  yield* secretFileFindings(written, folder.context, folder.folder);
}

/** Where a generated Dockerfile, with what users have added to it, does not fit the other files. */
export function* generatedDockerfileFindings(
  generated: WrittenDockerfile,
  files: ContainerFiles,
  names: Required<PythonStageNames>,
  plan: ContainerPlan,
): Iterable<Finding> {
  const uses = buildUses(files.dockerfile, files.compose);
  yield* targetFindings(generated, uses, false);
  yield* buildArgumentFindings(generated, uses);
  yield* appFindings(generated, names.app, uses, plan);
  const folder = contextFolder(files, plan);
  const { caCertificate, sshKnownHosts } = plan.options;
  const inputs = [...buildInputs(plan).map(({ value }) => value), caCertificate, sshKnownHosts];
  const known = new Set(
    inputs.flatMap((path) => (path === undefined ? [] : [contextPath(plan.place.inContext(path))])),
  );
  const roots = buildRoots(plan).map((path) => plan.place.inContext(path));
  const copied = generated.reads.filter(({ isPattern }) => !isPattern).map(({ path }) => path);
  const inside = [...roots, ...copied].filter((path) => path !== "." && !path.startsWith(".."));
  yield* emptiedFolderFindings(folder.context, folder.dockerignore, folder.folder, inside);
  const placeOf = ({ stage }: { readonly stage?: string }) => `${generated.path} stage ${shown(stage)}`;
  yield* contextReadFindings(generated, { ...folder, known }, placeOf);
  yield* secretFileFindings(generated, folder.context, folder.folder);
}

/** The key of `stageNames` for a service that the user has not added, or the dev container. */
function keyOf({ stage, service }: BuildUse, names: Required<PythonStageNames>): string | undefined {
  if (service === undefined) return stage === names.dev ? "dev" : undefined;
  const keys = new Map([
    [names.builder, "builder"],
    [names.app, "app"],
  ]);
  return stage === undefined ? undefined : keys.get(stage);
}

function contextFolder({ dockerfile, dockerignore }: ContainerFiles, plan: ContainerPlan): ContextFolder {
  const guard = FileGuard.of(dockerfile);
  const { project } = dockerfile;
  return {
    context: dockerignore.buildContext(),
    dockerignore: dockerignore.path,
    folder: resolve(project.outdir, plan.place.context),
    isGenerated: (path) => guard._tree.filesBelow(path).some(({ absolutePath }) => !guard._isLeft(absolutePath)),
  };
}
