import type { Project } from "projen";
import { buildOptions } from "./build-options";
import type { ContainerPlan } from "./container-plan";
import { PROXY_VARIABLES } from "./proxy";
import type { PythonStages } from "./stages";

/** The Dev Containers CLI with which this module is tested. */
const DEV_CONTAINERS = "npx --yes @devcontainers/cli@0.89.0";

/** Adds the tasks; each runs on a host that has Docker and Node alone. */
export function addContainerTasks(project: Project, plan: ContainerPlan, stages: PythonStages): void {
  const publish = plan.port === undefined ? "" : ` --publish 127.0.0.1:${plan.port.value}:${plan.port.value}`;
  const proxies = plan.options.proxyFromEnvironment ? PROXY_VARIABLES.map((name) => ` --env ${name}`).join("") : "";
  const image = plan.imageName;
  const add = (name: string, description: string, exec: string | (() => string)) =>
    // projen computes a function when it writes the tasks.
    project.addTask(name, { description, exec: exec as string, receiveArgs: true });
  const build = (options: string) => () => ["docker build", ...buildOptions(plan), options, "."].join(" ");

  add(
    "lock",
    "Make or update the lock file in a container",
    build(`--target ${stages.lock.name} --no-cache-filter ${stages.resolve.name} --output type=local,dest=.`),
  );
  add("docker:build", "Build the app image", build(`--target ${stages.app.name} --tag ${image}`));
  add("docker:run", "Run the app image", `docker run --rm --init${publish}${proxies} ${image}`);
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
}
