import type { Project, Task } from "projen";
import { buildCommand } from "./build-command";
import type { ContainerPlan } from "./container-plan";
import type { PythonStages } from "./stages";

/** The Dev Containers CLI with which this module is tested. */
const DEV_CONTAINERS = "npx --yes @devcontainers/cli@0.89.0";

/** The tasks that are complete only when the facts are known. */
export interface ContainerTasks {
  readonly run: Task;
}

/**
 * Adds the tasks; each runs on a host that has Docker and Node alone.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function addContainerTasks(
  project: Project,
  plan: ContainerPlan,
  stages: PythonStages,
  dockerfile: string,
): ContainerTasks {
  const image = plan.imageName;
  const add = (name: string, description: string, exec: string) =>
    project.addTask(name, { description, exec, receiveArgs: true });

  const build = buildCommand(plan.place, dockerfile, `--target ${stages.app.name} --tag ${image}`);
  add("docker:build", "Build the app image", build);
  const run = add("docker:run", "Run the app image", runCommand(plan, undefined));
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
  return { run };
}

/** Has the task publish the port, which is known late; a step that the user put in its place stays. */
export function completeTasks({ run }: ContainerTasks, plan: ContainerPlan): void {
  const at = run.steps.findIndex(({ exec }) => exec === runCommand(plan, undefined));
  if (at !== -1) run.updateStep(at, { ...run.steps[at], exec: runCommand(plan, plan.program.port?.value.value) });
}

function runCommand({ imageName }: ContainerPlan, port: number | undefined): string {
  const publish = port === undefined ? "" : ` --publish 127.0.0.1:${port}:${port}`;
  return `docker run --rm --init${publish} ${imageName}`;
}
