import { shown } from "../values/mistake";
import { LifecycleStep } from "./lifecycle-step";
import { PortAutoForward } from "./port-attributes";
import type { PropertyPlace } from "./property-place";
import { ShutdownAction } from "./session";

/** Refuses the action of the other kind of source. */
export function checkShutdown(action: ShutdownAction, { source, refuse }: PropertyPlace): void {
  const isCompose = source.composeOptions !== undefined;
  if (action !== (isCompose ? ShutdownAction.STOP_CONTAINER : ShutdownAction.STOP_COMPOSE)) return;
  refuse(
    `shutdownAction ${shown(action)} does not suit the source`,
    "stopCompose is for a compose service, stopContainer for the others",
    `use ShutdownAction.${isCompose ? "STOP_COMPOSE" : "STOP_CONTAINER"}`,
  );
}

/** Refuses to wait for what needs the editor. */
export function checkWaitFor(step: LifecycleStep, { refuse }: PropertyPlace): void {
  if (step !== LifecycleStep.POST_ATTACH) return;
  refuse("waitFor is postAttachCommand", "that runs only once the editor is open", "use an earlier LifecycleStep");
}

/** Refuses an attribute that is for ports that are named. */
export function checkOtherPorts(name: string, value: unknown, { refuse }: PropertyPlace): void {
  if (name !== "onAutoForward" || value !== PortAutoForward.OPEN_BROWSER_ONCE) return;
  refuse(
    "otherPortsAttributes.onAutoForward is openBrowserOnce",
    "that is for ports that are named",
    "use it in portsAttributes, or another PortAutoForward",
  );
}
