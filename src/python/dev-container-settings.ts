import type { IConstruct } from "constructs";
import { DevContainer } from "../dev-container/dev-container";
import { DevContainerMount } from "../dev-container/dev-container-mount";
import { DevContainerSource } from "../dev-container/dev-container-source";
import { LifecycleCommand } from "../dev-container/lifecycle-command";
import { LifecycleStep } from "../dev-container/lifecycle-step";
import type { ProjectPlace } from "../values/project-place";
import { buildOptions } from "./build-options";
import type { ContainerPlan } from "./container-plan";
import { PROXY_SPELLINGS } from "./proxy";

/**
 * Adds the dev container, with its editor settings, the application's port and the project itself, editable.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 * @param target the stage from which it starts
 */
export function addDevContainer(
  scope: IConstruct,
  plan: ContainerPlan,
  dockerfile: string,
  target: string,
): DevContainer {
  const { place, developerName, options, written } = plan;
  const devContainer = new DevContainer(scope, {
    source: DevContainerSource.dockerfile({ dockerfile, target, context: place.context }),
    // A stage that people write may have another account, or none.
    remoteUser: written === undefined ? developerName : options.developerName,
    ...(place.folder === "" ? {} : wholeWorkspace(place)),
  });
  addSettings(devContainer, plan);
  return devContainer;
}

/** Shows the dev container all of the context: the package manager installs other projects from there, editable. */
function wholeWorkspace({ context, folder }: ProjectPlace) {
  const target = "/workspace";
  return { workspaceMount: DevContainerMount.bind(context, target), workspaceFolder: `${target}/${folder}` };
}

function addSettings(devContainer: DevContainer, plan: ContainerPlan): void {
  devContainer.addDefaults({
    applyDefaults: (target) => {
      for (const option of buildOptions(plan)) target.addBuildOption(option);
      if (plan.options.proxyFromEnvironment) {
        // Either spelling has the value of the one in capitals, since there is no fallback to a variable.
        for (const name of PROXY_SPELLINGS) target.addRemoteEnv(name, `\${localEnv:${name.toUpperCase()}}`);
      }
      target.addExtension("ms-python.python");
      target.addExtension("charliermarsh.ruff");
      if (hasDependency(plan, "mypy")) target.addExtension("ms-python.mypy-type-checker");
      if (plan.written === undefined) addEnvironment(target, plan);
      if (hasDependency(plan, "pytest")) target.addSetting("python.testing.pytestEnabled", true);
      const { port } = plan.program;
      if (port !== undefined) target.addForwardPort(port.value.value);
    },
  });
}

/** The environment of the generated stage, and the project in it. */
function addEnvironment(devContainer: DevContainer, plan: ContainerPlan): void {
  devContainer.addSetting("python.defaultInterpreterPath", `/home/${plan.developerName}/venv/bin/python`);
  if (plan.packages.length === 0) return;
  devContainer.addCommand(
    LifecycleStep.POST_CREATE,
    "install",
    LifecycleCommand.argv(plan.installer.developmentInstall(plan.facts)),
  );
}

function hasDependency({ facts }: ContainerPlan, name: string): boolean {
  const groups = facts.groups.flatMap((group) => group.value.requirements);
  return [...facts.dependencies.map((each) => each.value), ...groups].some((requirement) => requirement.name === name);
}
