import { posix } from "node:path";
import type { Project } from "projen";
import { buildCommand } from "./build-command";
import { buildOptions } from "./build-options";
import { CHECK, checkCommand } from "./check-command";
import type { ContainerPlan } from "./container-plan";
import { LateTask } from "./late-task";
import { PROXY_SPELLINGS } from "./proxy";
import type { PythonStages } from "./stages";

/** The Dev Containers CLI with which this module is tested. */
const DEV_CONTAINERS = "npx --yes @devcontainers/cli@0.89.0";

/**
 * Adds the tasks; each runs on a host that has Docker and Node alone.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 * @returns those that are complete only when the facts are known
 */
export function addContainerTasks(
  project: Project,
  plan: ContainerPlan,
  { app, resolve, lock }: PythonStages,
  dockerfile: string,
): LateTask[] {
  const image = plan.imageName;
  const build = (more: readonly string[], ...options: string[]) =>
    buildCommand(plan.place, dockerfile, [...more, ...options].join(" "));
  // A workspace has its lock file at its root.
  const locking = (folder: string, more: readonly string[]) =>
    build(more, `--target ${lock.name} --no-cache-filter ${resolve.name} --output type=local,dest=${folder}`);
  const building = (more: readonly string[]) => build(more, `--target ${app.name} --tag ${image}`);

  const late = [
    new LateTask(project, {
      name: "lock",
      description: "Make or update the lock file in a container",
      early: locking(".", []),
      command: () => locking(posix.dirname(plan.lockFile.path), buildOptions(plan)),
    }),
    new LateTask(project, {
      name: "container:check",
      description: "Fail where the lock file does not fit pyproject.toml",
      early: CHECK,
      command: () => checkCommand(plan),
    }),
    new LateTask(project, {
      name: "docker:build",
      description: "Build the app image",
      early: building([]),
      command: () => building(buildOptions(plan)),
    }),
    new LateTask(project, {
      name: "docker:run",
      description: "Run the app image",
      early: runCommand(plan, undefined),
      command: () => runCommand(plan, plan.program.port?.value.value),
    }),
  ];
  const add = (name: string, description: string, exec: string) =>
    project.addTask(name, { description, exec, receiveArgs: true });
  add(
    "compose:up",
    "Build and start the app service, and wait until it is healthy",
    "docker compose up --build --detach --wait app",
  );
  add("compose:down", "Stop the services and remove their containers", "docker compose down");
  add("compose:watch", "Build the app service again at each change", "docker compose watch app");
  add("dev:up", "Build and start the dev container", `${DEV_CONTAINERS} up --workspace-folder .`);
  add(
    "dev:exec",
    "Run a command in the dev container, for example: npx projen dev:exec pytest",
    `${DEV_CONTAINERS} exec --workspace-folder .`,
  );
  add("dev:test", "Run the tests in the dev container", `${DEV_CONTAINERS} exec --workspace-folder . pytest`);
  return late;
}

function runCommand({ imageName, options }: ContainerPlan, port: number | undefined): string {
  const publish = port === undefined ? "" : ` --publish 127.0.0.1:${port}:${port}`;
  const proxies = options.proxyFromEnvironment ? PROXY_SPELLINGS.map((name) => ` --env ${name}`).join("") : "";
  return `docker run --rm --init${publish}${proxies} ${imageName}`;
}
