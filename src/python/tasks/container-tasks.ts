import { posix } from "node:path";
import type { Project } from "projen";
import { shellWord } from "../../dockerfile/quote";
import type { WrittenDockerfile } from "../../dockerfile/written-dockerfile";
import type { ContainerPlan } from "../container-plan";
import { PROXY_SPELLINGS } from "../proxy";
import { lockStages } from "../python-names";
import type { ComposePlace } from "../services/compose-place";
import { sourceDate } from "../stages/source-date";
import { buildCommand } from "./build-command";
import { buildOptions } from "./build-options";
import { addCheckTask } from "./check-task";
import { addDevelopmentTasks } from "./development-tasks";
import { LateTask } from "./late-task";
import { refusing } from "./refusing";

/** The Dev Containers CLI with which this module is tested. */
export const DEV_CONTAINERS = "npx --yes @devcontainers/cli@0.89.0";

/** An engine that can't change the times of files, as Docker 26, builds all the same. */
const reproducibleOptions = [`--build-arg=${sourceDate.name}`, "--output=type=docker,rewrite-timestamp=true"];

/** The time of whoever starts the build goes before the default one. */
const sourceDateVariable = {
  [sourceDate.name]: `$(node -p "process.env.${sourceDate.name} || ${sourceDate.default}")`,
};

/** What the tasks build. */
export interface TaskTargets {
  /** The production stage; undefined where it is the last one. */
  readonly app?: string;
  /** The Dockerfile, where people write it. */
  readonly written?: WrittenDockerfile;
}

/**
 * Adds the tasks; each runs on a host that has Docker and Node alone.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 * @returns those that are complete only when the facts are known
 */
export function addContainerTasks(
  project: Project,
  plan: ContainerPlan,
  { app, written }: TaskTargets,
  dockerfile: string,
  compose: ComposePlace,
): LateTask[] {
  const image = plan.imageName;
  const build = (more: readonly string[], ...options: string[]) =>
    buildCommand(plan.place, dockerfile, [...more, ...options].join(" "));
  // A workspace has its lock file at its root.
  const locking = (folder: string, more: readonly string[]) =>
    canLock(written)
      ? build(
          more,
          `--target ${lockStages.lock} --no-cache-filter ${lockStages.resolve} --output ${shellWord(`type=local,dest=${folder}`)}`,
        )
      : refusing(`${dockerfile} is written by people and makes no lock file: it has no stages resolve and lock`);
  const { reproducible = false } = plan.options;
  const building = (more: readonly string[]) =>
    build(
      [...more, ...(reproducible ? reproducibleOptions : [])],
      `${app === undefined ? "" : `--target ${shellWord(app)} `}--tag ${image}`,
    );

  const late = [
    new LateTask(project, {
      name: "lock",
      description: "Make or update the lock file in a container",
      early: locking(".", []),
      command: () =>
        locking(
          posix.dirname(plan.lockFile.path),
          buildOptions(plan).map((word) => shellWord(word)),
        ),
    }),
    new LateTask(project, {
      name: "docker:build",
      description: "Build the app image",
      early: building([]),
      env: reproducible ? sourceDateVariable : undefined,
      command: () => building(buildOptions(plan).map((word) => shellWord(word))),
    }),
    new LateTask(project, {
      name: "docker:run",
      description: "Run the app image",
      early: runCommand(plan, undefined),
      command: () => runCommand(plan, plan.program.port?.value.value),
    }),
    new LateTask(project, {
      name: "compose:up",
      description: "Build and start the services, and wait until they are healthy",
      early: compose.upCommand(false),
      command: () => compose.upCommand(true),
    }),
    new LateTask(project, {
      name: "compose:down",
      description: "Stop the services and remove their containers",
      early: compose.downCommand(false),
      command: () => compose.downCommand(true),
    }),
  ];
  addCheckTask(project);
  const service = compose.names.app;
  const add = (name: string, description: string, exec: string) =>
    project.addTask(name, { description, exec, receiveArgs: true });
  add("compose:watch", `Build the ${service} service again at each change`, `${compose.command} watch ${service}`);
  late.push(...addDevelopmentTasks(project, plan, compose));
  add("dev:up", "Build and start the dev container", `${DEV_CONTAINERS} up --workspace-folder .`);
  add(
    "dev:exec",
    "Run a command in the dev container, for example: npx projen dev:exec pytest",
    `${DEV_CONTAINERS} exec --workspace-folder .`,
  );
  add("dev:test", "Run the tests in the dev container", `${DEV_CONTAINERS} exec --workspace-folder . pytest`);
  return late;
}

/** Whether a Dockerfile that people write, once generated perhaps, makes the lock file. */
export function canLock(written: WrittenDockerfile | undefined): boolean {
  return written === undefined || Object.values(lockStages).every((stage) => written.hasStage(stage));
}

function runCommand({ imageName, options }: ContainerPlan, port: number | undefined): string {
  const publish = port === undefined ? "" : ` --publish 127.0.0.1:${port}:${port}`;
  const proxies = options.proxyFromEnvironment ? PROXY_SPELLINGS.map((name) => ` --env ${name}`).join("") : "";
  return `docker run --rm --init${publish}${proxies} ${imageName}`;
}
