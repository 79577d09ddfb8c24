import { posix } from "node:path";
import type { gitlab } from "projen";
import { CHECK_TASK } from "../../python/tasks/check-task";
import { DEV_CONTAINERS } from "../../python/tasks/container-tasks";
import { shellQuoted } from "../../values/shell-quote";
import { checkFolder } from "../check-folder";
import { folderSuffixes } from "../folder-suffixes";
import { lockedInstall } from "../node-setup";
import type { GitlabImage } from "./gitlab-image";
import { agentCommands, buildCommands } from "./gitlab-scripts";

/** All that the pipeline is made of, beside what the containers tell. */
export interface PipelineModel {
  readonly images: readonly GitlabImage[];
  readonly timeoutMinutes: number;
  readonly nodeVersion: string;
  readonly dockerVersion: string;
  readonly installCommand?: string;
  /** Which jobs are wanted. */
  readonly has: { readonly check: boolean; readonly tests: boolean; readonly images: boolean };
}

/** The stages, in their order. */
export const STAGES = ["check", "test", "image"];

const IS_MERGE_REQUEST = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };
/** A tag that is no release, such as one of a deployment, pushes nothing. */
const IS_PUSH = [{ if: "$CI_COMMIT_TAG =~ /^v/" }, { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }];

/** When there is a pipeline: for a merge request, for the default branch and for tags, and once for each. */
export const PIPELINE_RULES = [IS_MERGE_REQUEST, ...IS_PUSH];

/** The jobs by their names. */
export function gitlabJobs(model: PipelineModel): Record<string, gitlab.Job> {
  const { images, has } = model;
  const jobs: Record<string, gitlab.Job> = has.check ? { check: checkJob(model) } : {};
  const suffixes = folderSuffixes(images.map(({ folder }) => folder));
  for (const [at, image] of images.entries()) {
    const suffix = images.length === 1 ? "" : suffixes[at];
    const test = has.tests ? testJob(model, image) : undefined;
    if (test !== undefined) jobs[`test${suffix}`] = test;
    if (!has.images) continue;
    // A job may not have the name image, which is a word of GitLab's own.
    jobs[`build${suffix}`] = imageJob(model, image, false);
    jobs[`publish${suffix}`] = imageJob(model, image, true);
  }
  return jobs;
}

function checkJob({ images, nodeVersion, installCommand, timeoutMinutes }: PipelineModel): gitlab.Job {
  const { root } = images[0].container.project;
  const install = installCommand ?? lockedInstall(root);
  const folder = checkFolder(images);
  const [program] = install.split(" ");
  const check = `${root.projenCommand} ${CHECK_TASK}`;
  return {
    stage: "check",
    image: { name: `node:${nodeVersion}` },
    timeout: minutes(timeoutMinutes),
    script: [
      ...(program === "pnpm" || program === "yarn" ? ["corepack enable"] : []),
      ...(program === "bun" ? ["npm install --global bun"] : []),
      install,
      folder === "" ? check : `(cd ${shellQuoted(folder)} && ${check})`,
    ],
  };
}

/** The job's folder is on the daemon's disk too, so that the dev container can have it mounted. */
function testJob(model: PipelineModel, { container, folder, testCommand }: GitlabImage): gitlab.Job | undefined {
  const command = testCommand ?? (container._summary.hasPytest ? "pytest" : undefined);
  if (command === undefined || !container._summary.hasDevContainer) return undefined;
  const { devContainer } = container;
  const { imageBuild: build } = container._summary;
  const place = [
    `--workspace-folder ${folder === "" ? "." : shellQuoted(folder)}`,
    ...(devContainer.variant === undefined
      ? []
      : [`--config ${shellQuoted(posix.join(folder, devContainer.file.path))}`]),
  ].join(" ");
  return {
    ...dockerJob(model),
    stage: "test",
    // GitLab reads two of them as one.
    variables: { ...DOCKER_VARIABLES, TEST_COMMAND: command.replaceAll("$", "$$$$") },
    script: [
      "apk add --no-cache nodejs npm git",
      ...agentCommands(build),
      `${DEV_CONTAINERS} up ${place}`,
      `${DEV_CONTAINERS} exec ${place} bash -c "$TEST_COMMAND"`,
    ],
  };
}

function imageJob(model: PipelineModel, image: GitlabImage, isPushed: boolean): gitlab.Job {
  const build = image.container._summary.imageBuild;
  return {
    ...dockerJob(model),
    stage: "image",
    rules: isPushed ? IS_PUSH : [IS_MERGE_REQUEST],
    // A pipeline that is cancelled in the middle of a push would leave tags of two releases.
    interruptible: !isPushed,
    variables: DOCKER_VARIABLES,
    script: [...agentCommands(build), ...buildCommands(image, build, isPushed)],
  };
}

/** Client and daemon find each other by the certificates in a folder that both have. */
const DOCKER_VARIABLES = {
  DOCKER_HOST: "tcp://docker:2376",
  DOCKER_TLS_CERTDIR: "/certs",
  DOCKER_TLS_VERIFY: "1",
  DOCKER_CERT_PATH: "/certs/client",
};

function dockerJob({ dockerVersion, timeoutMinutes }: PipelineModel): gitlab.Job {
  return {
    image: { name: `docker:${dockerVersion}` },
    services: [{ name: `docker:${dockerVersion}-dind`, alias: "docker" }],
    timeout: minutes(timeoutMinutes),
  };
}

function minutes(count: number): string {
  return `${count} minutes`;
}
