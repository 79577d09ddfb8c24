import { productionUserFindings } from "../checks/app-user";
import { buildContextFindings, pathFindings } from "../checks/build-context";
import { builtServices } from "../checks/built-services";
import { debianSuiteFindings } from "../checks/debian-suite";
import { deskImages } from "../checks/desk-images";
import { devContainerFileFindings } from "../checks/dev-container-files";
import { devContainerServiceFindings } from "../checks/dev-container-services";
import { developmentDependencyFindings } from "../checks/development-dependencies";
import { hiddenDeskFindings, hiddenEnvironmentFindings } from "../checks/hidden-environment";
import { ignoreFileFindings } from "../checks/ignore-file";
import { lockedPackageFindings } from "../checks/locked-packages";
import { misreadLineFindings } from "../checks/misread-lines";
import { missingHealthCheckFindings } from "../checks/missing-health-check";
import { remoteUserFindings } from "../checks/remote-user";
import { stageHealthFindings } from "../checks/stage-health";
import { stagePythonFindings } from "../checks/stage-pythons";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Finding } from "../findings/finding";
import { allFacts } from "../pyproject/local-projects";
import type { ContainerPlan } from "./container-plan";
import { directReferenceFindings } from "./direct-references";
import { type ContainerFiles, generatedDockerfileFindings, writtenDockerfileFindings } from "./dockerfile-findings";
import type { PythonStageNames } from "./python-names";
import { debuggerFindings } from "./services/debugger-finding";
import { CA_CERTIFICATE } from "./stages/ca-certificate";
import { KNOWN_HOSTS } from "./stages/git-over-ssh";
import { trustedFileFinding } from "./stages/trusted-file";

/**
 * Where the files of a project do not fit each other, or what the project says.
 *
 * @param written the Dockerfile, where people write it
 * @param names the stages that the other files have built
 */
export function* fileFindings(
  files: ContainerFiles,
  plan: ContainerPlan,
  written: WrittenDockerfile | undefined,
  names: Required<PythonStageNames>,
): Iterable<Finding> {
  const { project } = files.dockerfile;
  for (const each of allFacts(plan.facts, plan.localProjects)) yield* directReferenceFindings(each);
  yield* developmentDependencyFindings(plan.facts, plan.locked?.production);
  yield* ignoreFileFindings(files.dockerfile, files.dockerignore);
  yield* devContainerServiceFindings(project);
  yield* devContainerFileFindings(project);
  if (written !== undefined) {
    yield* writtenDockerfileFindings(written, files, names, plan);
    return;
  }
  // One that people write has its own ways.
  yield* debianSuiteFindings(files.dockerfile.path, plan.debianSuite);
  if (plan.locked !== undefined) yield* lockedPackageFindings(plan.locked.findings);
  const ofContext = [...generatedFindings(files, plan)];
  yield* ofContext;
  // Its paths are no paths of a context that is too small.
  if (!ofContext.some(({ rule }) => rule === "FileOutsideContext")) {
    yield* generatedDockerfileFindings(files.dockerfile._written(), files, names, plan);
  }
  yield* misreadLineFindings(project);
  const built = builtServices(project);
  yield* stagePythonFindings(files.dockerfile._written(), plan.facts.python.value, new Date());
  yield* productionUserFindings(files.dockerfile._written(), names, built);
  yield* hiddenEnvironmentFindings(built);
  yield* stageHealthFindings(built);
  yield* debuggerFindings(built, plan);
  const desks = deskImages(project);
  yield* hiddenDeskFindings(desks);
  yield* remoteUserFindings(desks);
  yield* missingHealthCheckFindings(files.dockerfile, names.app);
}

function* generatedFindings({ dockerfile, dockerignore }: ContainerFiles, plan: ContainerPlan): Iterable<Finding> {
  const context = dockerignore.buildContext();
  yield* buildContextFindings(context, dockerignore.path, plan);
  const { caCertificate, sshKnownHosts } = plan.options;
  const { outdir } = dockerfile.project;
  const trusted = [
    { kind: CA_CERTIFICATE, path: caCertificate },
    { kind: KNOWN_HOSTS, path: sshKnownHosts },
  ];
  for (const { kind, path } of trusted) {
    if (path === undefined) continue;
    const finding = trustedFileFinding(kind, outdir, path, plan.place);
    if (finding !== undefined) yield finding;
    else yield* pathFindings(context, dockerignore.path, plan.place.inContext(path), `option ${kind.option}`);
  }
}
