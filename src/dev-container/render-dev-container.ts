import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerOptions } from "./dev-container-options";
import { type Entries, type EntrySection, WHOLE } from "./entry-log";
import { GpuRequirement, type HostRequirements } from "./host-requirements";
import { LifecycleStep } from "./lifecycle-step";
import { renderSource } from "./render-source";

/** All that a devcontainer.json is made of. */
export interface DevContainerModel {
  /** The file's path from the project's folder. */
  readonly path: string;
  readonly name: string;
  /** The values that are given once; those that grow by calls are read from the entries. */
  readonly options: DevContainerOptions;
  readonly entries: Entries;
}

/** The content of devcontainer.json; a property that is not set is undefined. */
export function renderDevContainer({ path, name, options, entries }: DevContainerModel): Record<string, unknown> {
  const object = (section: EntrySection) => {
    const values = entries.get(section);
    return values && Object.fromEntries(values);
  };
  const list = <T>(section: EntrySection) => {
    const values = entries.get(section);
    return values && ([...values.values()] as T[]);
  };
  const features = list<[string, unknown]>("features");
  const { workspaceMount, hostRequirements } = options;
  return {
    name,
    ...renderSource(options.source, path, { runServices: list("runServices"), buildOptions: list("buildOptions") }),
    workspaceFolder: options.workspaceFolder,
    workspaceMount: workspaceMount && mountText(workspaceMount),
    shutdownAction: options.shutdownAction,
    // Its default differs with the source, and a service's own command may end.
    overrideCommand: options.overrideCommand ?? (options.source.composeOptions && true),
    remoteUser: options.remoteUser,
    containerUser: options.containerUser,
    updateRemoteUserUID: options.updateRemoteUserUID,
    containerEnv: object("containerEnv"),
    remoteEnv: object("remoteEnv"),
    userEnvProbe: options.userEnvProbe,
    mounts: list<DevContainerMount>("mounts")?.map(mount),
    runArgs: options.runArgs,
    appPort: options.appPort,
    init: options.init,
    privileged: options.privileged,
    capAdd: options.capAdd,
    securityOpt: options.securityOpt,
    forwardPorts: list("forwardPorts"),
    portsAttributes: object("portsAttributes"),
    features: features && Object.fromEntries(features),
    hostRequirements: hostRequirements && requirements(hostRequirements),
    ...commands(entries),
    waitFor: options.waitFor,
    customizations: ifAny({
      vscode: ifAny({ extensions: list("extensions"), settings: object("settings") }),
      jetbrains: ifAny({
        backend: options.jetbrainsBackend,
        plugins: list("jetbrainsPlugins"),
        settings: object("jetbrainsSettings"),
      }),
    }),
  };
}

function ifAny(values: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.values(values).some((value) => value !== undefined) ? values : undefined;
}

/** As an object, but for what only the text has a word for. */
function mount(from: DevContainerMount): unknown {
  return from.readOnly ? mountText(from) : { type: from.type, source: from.source, target: from.target };
}

function mountText({ type, source, target, readOnly }: DevContainerMount): string {
  return `type=${type},source=${source},target=${target}${readOnly ? ",readonly" : ""}`;
}

function requirements({ gpu, ...others }: HostRequirements): Record<string, unknown> {
  return { ...others, gpu: gpu === GpuRequirement.REQUIRED ? true : gpu };
}

/** The commands by their steps; one that was set as a whole stands alone, named ones run in parallel. */
function commands(entries: Entries): Record<string, unknown> {
  const steps = Object.values(LifecycleStep).map((step): [string, unknown] => {
    const named = entries.get(`commands.${step}`);
    return [step, named?.get(WHOLE) ?? (named && Object.fromEntries(named))];
  });
  return Object.fromEntries(steps);
}
