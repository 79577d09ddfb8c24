import type { Project } from "projen";
import { checkBuildContext, checkPathInContext } from "../checks/check-build-context";
import { checkDevContainerServices } from "../checks/check-dev-container-services";
import { checkIgnoreFile } from "../checks/check-ignore-file";
import { checkLock } from "../checks/check-lock";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import { pathFromRoot } from "../files/path-from-root";
import { allFacts } from "../pyproject/local-projects";
import { Mistake } from "../values/mistake";
import { type ContainerFiles, checkWrittenDockerfile } from "./check-written-dockerfile";
import type { ContainerPlan } from "./container-plan";
import { checkDirectReferences } from "./direct-references";
import type { PythonStageNames } from "./python-names";
import { checkCaCertificate } from "./stages/ca-certificate";
import { checkKnownHosts } from "./stages/git-over-ssh";

/**
 * The files of a project fit each other, and what the project says.
 *
 * @param written the Dockerfile, where people write it
 * @param names the stages that the other files have built
 * @throws where they do not; the message names the folder of a subproject
 */
export function checkFiles(
  files: ContainerFiles,
  plan: ContainerPlan,
  written: WrittenDockerfile | undefined,
  names: Required<PythonStageNames>,
): void {
  const { project } = files.dockerfile;
  inFolder(project, () => {
    for (const each of allFacts(plan.facts, plan.localProjects)) checkDirectReferences(each);
    checkLocked(plan, written);
    checkIgnoreFile(files.dockerfile, files.dockerignore);
    checkDevContainerServices(project);
    if (written === undefined) checkGenerated(files, plan);
    else checkWrittenDockerfile(written, files, names, plan);
  });
}

/**
 * What the lock file holds can be installed as the generated Dockerfile does it; one that people write has its own ways.
 *
 * @throws where it can't
 */
export function checkLocked({ locked }: ContainerPlan, written: WrittenDockerfile | undefined): void {
  if (locked !== undefined && written === undefined) checkLock(locked.findings);
}

function checkGenerated({ dockerfile, dockerignore }: ContainerFiles, plan: ContainerPlan): void {
  const context = dockerignore.buildContext();
  checkBuildContext(context, dockerignore.path, plan);
  const { caCertificate, sshKnownHosts } = plan.options;
  const { outdir } = dockerfile.project;
  if (caCertificate !== undefined) {
    const path = checkCaCertificate(outdir, caCertificate, plan.place);
    checkPathInContext(context, dockerignore.path, path, "option caCertificate");
  }
  if (sshKnownHosts !== undefined) {
    const path = checkKnownHosts(outdir, sshKnownHosts, plan.place);
    checkPathInContext(context, dockerignore.path, path, "option sshKnownHosts");
  }
}

/** Of several projects, each message says which it means; that of a pyproject.toml does so already. */
function inFolder(project: Project, check: () => void): void {
  try {
    check();
  } catch (error) {
    const folder = pathFromRoot(project, "");
    if (folder === "" || !(error instanceof Mistake) || error.message.startsWith(`${folder}: `)) throw error;
    throw new Mistake({ where: folder, what: error.message });
  }
}
