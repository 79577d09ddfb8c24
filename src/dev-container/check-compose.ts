import { Mistake, shown } from "../values/mistake";
import type { DevContainerMount } from "./dev-container-mount";
import type { PropertyPlace } from "./property-place";

/** What the Dev Containers CLI ignores for a compose service, and what there is instead. */
export const IGNORED_OF_COMPOSE: Record<string, string> = {
  runArgs: "set the same in the service of the compose file (or use capAdd, securityOpt, init, privileged)",
  appPort: "forward the port with addForwardPort, or publish it in the service of the compose file",
  workspaceMount: "mount the project's folder in the service of the compose file",
};

/** Refuses a property that the Dev Containers CLI ignores for a compose service. */
export function checkSource(name: string, { source, refuse }: PropertyPlace): void {
  const fix = IGNORED_OF_COMPOSE[name];
  if (fix === undefined || source.composeOptions === undefined) return;
  refuse(`${name} has no effect`, "it is for an image or a Dockerfile, and the source is a compose service", fix);
}

/** Refuses a service to start where there are none. */
export function checkStarts(service: string, { source, refuse }: PropertyPlace): void {
  if (source.composeOptions !== undefined) return;
  refuse(
    `the service ${shown(service)} would not be started`,
    "runServices is for a compose service, and the source is none",
    "use DevContainerSource.composeService",
  );
}

/** @throws where the Dev Containers CLI drops a part of the mount: it hands on the source and the target alone */
export function checkComposeMount({ type, target, readOnly, otherOptions }: DevContainerMount, where: string): void {
  const dropped = Object.keys(otherOptions).filter((name) => name !== "external");
  const reasons = [
    ...(readOnly ? ["would not be read-only"] : []),
    ...(type !== "bind" && type !== "volume" ? [`would be no ${type}, but a volume`] : []),
    ...(dropped.length > 0 ? [`would lose ${dropped.join(", ")}`] : []),
  ];
  if (reasons.length === 0) return;
  throw new Mistake({
    where,
    what: `the mount at ${shown(target)} ${reasons.join(" and ")}`,
    allowed: "for a compose service the Dev Containers CLI hands on the source and the target alone",
    fix: "mount it in the service of the compose file",
  });
}
