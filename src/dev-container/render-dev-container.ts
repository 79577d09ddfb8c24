import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerSource } from "./dev-container-source";
import { installOrderName } from "./feature-key";
import { GpuRequirement, type HostRequirements } from "./host-requirements";
import { ifAny } from "./if-any";
import { LifecycleStep } from "./lifecycle-step";
import { renderCustomizations } from "./render-customizations";
import { mount, mountText } from "./render-mount";
import { renderSource } from "./render-source";
import type { SettledValues } from "./settled-values";

/** All that a devcontainer.json is made of. */
export interface DevContainerModel {
  /** The file's path from the project's folder. */
  readonly path: string;
  /** The name where no other is given. */
  readonly name: string;
  readonly source: DevContainerSource;
  readonly values: SettledValues;
}

/** The content of devcontainer.json; a property that is not set is undefined. */
export function renderDevContainer({ path, name, source, values }: DevContainerModel): Record<string, unknown> {
  const features = values.list<[string, unknown]>("features");
  const workspaceMount = values.one("workspaceMount");
  const hostRequirements = values.object("hostRequirements");
  return {
    name: values.one("name") ?? name,
    ...renderSource(source, path, {
      runServices: values.list("runServices"),
      buildOptions: values.list("buildOptions"),
      cacheFrom: values.list("cacheFrom"),
    }),
    workspaceFolder: values.one("workspaceFolder"),
    workspaceMount: workspaceMount && mountText(workspaceMount),
    shutdownAction: values.one("shutdownAction"),
    // Its default differs with the source, and a service's own command may end.
    overrideCommand: values.one("overrideCommand") ?? (source.composeOptions && true),
    remoteUser: values.one("remoteUser"),
    containerUser: values.one("containerUser"),
    updateRemoteUserUID: values.one("updateRemoteUserUID"),
    containerEnv: values.object("containerEnv"),
    remoteEnv: values.object("remoteEnv"),
    userEnvProbe: values.one("userEnvProbe"),
    mounts: values.list<DevContainerMount>("mounts")?.map(mount),
    runArgs: values.list<string[]>("runArgs")?.flat(),
    // A number is the same one on the host's loopback; as text it would be any port, on all addresses.
    appPort: values.list<string>("appPort")?.map((port) => (/^\d+$/.test(port) ? Number(port) : port)),
    init: values.one("init"),
    privileged: values.one("privileged"),
    capAdd: values.list("capAdd"),
    securityOpt: values.list("securityOpt"),
    forwardPorts: values.list("forwardPorts"),
    portsAttributes: values.object("portsAttributes"),
    otherPortsAttributes: values.object("otherPortsAttributes"),
    secrets: values.object("secrets"),
    features: features && Object.fromEntries(features),
    overrideFeatureInstallOrder: values
      .list<string>("overrideFeatureInstallOrder")
      ?.map((each) => installOrderName(each, path)),
    hostRequirements: hostRequirements && requirements(hostRequirements),
    ...commands(values),
    waitFor: values.one("waitFor"),
    customizations: renderCustomizations(values),
  };
}

function requirements({ gpu, gpuCores, gpuMemory, ...others }: HostRequirements): Record<string, unknown> {
  const details = ifAny({ cores: gpuCores, memory: gpuMemory });
  return { ...others, gpu: details ?? (gpu === GpuRequirement.REQUIRED ? true : gpu) };
}

/** The commands by their steps; one that was set as a whole stands alone, named ones run in parallel. */
function commands(values: SettledValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(LifecycleStep).map((step) => [step, values.one(step) ?? values.object(step)]),
  );
}
