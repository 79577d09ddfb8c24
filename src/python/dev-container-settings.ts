import type { DevContainer } from "../dev-container/dev-container";
import { LifecycleCommand } from "../dev-container/lifecycle-command";
import { LifecycleStep } from "../dev-container/lifecycle-step";
import { buildOptions } from "./build-options";
import type { ContainerPlan } from "./container-plan";
import { PROXY_SPELLINGS } from "./proxy";

/** Gives the dev container its editor settings, the application's port and the project itself, editable. */
export function addDevContainerSettings(devContainer: DevContainer, plan: ContainerPlan): void {
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
      target.addSetting("python.defaultInterpreterPath", `/home/${plan.developerName}/venv/bin/python`);
      if (hasDependency(plan, "pytest")) target.addSetting("python.testing.pytestEnabled", true);
      const { port } = plan.program;
      if (port !== undefined) target.addForwardPort(port.value.value);
      if (plan.packages.length > 0) {
        target.addCommand(
          LifecycleStep.POST_CREATE,
          "install",
          LifecycleCommand.argv(plan.installer.developmentInstall(plan.facts)),
        );
      }
    },
  });
}

function hasDependency({ facts }: ContainerPlan, name: string): boolean {
  const groups = facts.groups.flatMap((group) => group.value.requirements);
  return [...facts.dependencies.map((each) => each.value), ...groups].some((requirement) => requirement.name === name);
}
