import { Mistake, shown } from "../values/mistake";
import { checkHostRequirements } from "./check-host-requirements";
import type { DevContainerOptions } from "./dev-container-options";
import { LifecycleStep } from "./lifecycle-step";
import { ShutdownAction } from "./session";

const INSTEAD_IN_COMPOSE = {
  runArgs: "set the same in the service of the compose file (or use capAdd, securityOpt, init, privileged)",
  appPort: "forward the port with addForwardPort, or publish it in the service of the compose file",
  workspaceMount: "mount the project's folder in the service of the compose file",
} as const;

/**
 * Checks the options that have one value, each by itself and against the source.
 *
 * @throws where one is not valid, or has no effect with this source
 */
export function checkOptions(options: DevContainerOptions, where: string): void {
  const { remoteUser, shutdownAction, source, workspaceFolder } = options;
  const isCompose = source.composeOptions !== undefined;
  const refuse = (what: string, allowed: string, fix: string): never => {
    throw new Mistake({ where, what, allowed, fix });
  };
  if (isCompose) {
    for (const [name, fix] of Object.entries(INSTEAD_IN_COMPOSE)) {
      if (options[name as keyof typeof INSTEAD_IN_COMPOSE] === undefined) continue;
      refuse(`${name} has no effect`, "it is for an image or a Dockerfile, and the source is a compose service", fix);
    }
    if (workspaceFolder === undefined) {
      refuse(
        "workspaceFolder is missing",
        "a compose service needs it",
        "give the path at which the service mounts the project's folder",
      );
    }
  }
  const wrongAction = isCompose ? ShutdownAction.STOP_CONTAINER : ShutdownAction.STOP_COMPOSE;
  if (shutdownAction === wrongAction) {
    const right = isCompose ? "STOP_COMPOSE" : "STOP_CONTAINER";
    refuse(
      `shutdownAction ${shown(shutdownAction)} does not suit the source`,
      "stopCompose is for a compose service, stopContainer for the others",
      `use ShutdownAction.${right}`,
    );
  }
  if (remoteUser !== undefined && !/^[^\s:]+$/.test(remoteUser)) {
    refuse(
      `remoteUser ${shown(remoteUser)} is not valid`,
      "it is a user's name, without a group: with one the host's user id is not given to the user",
      `write ${shown(remoteUser.trim().split(":")[0] || "app")}`,
    );
  }
  if (options.waitFor === LifecycleStep.POST_ATTACH) {
    refuse("waitFor is postAttachCommand", "that runs only once the editor is open", "use an earlier LifecycleStep");
  }
  if (options.hostRequirements !== undefined) checkHostRequirements(options.hostRequirements, where);
}
