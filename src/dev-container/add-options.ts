import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerOptions } from "./dev-container-options";
import { type EntryLog, WHOLE } from "./entry-log";
import type { LifecycleCommand } from "./lifecycle-command";
import { LifecycleStep } from "./lifecycle-step";
import type { PortAttributes } from "./port-attributes";

/** The calls that the options stand for. */
interface OptionTarget {
  addRunService(name: string): void;
  addContainerEnv(name: string, value: string): void;
  addRemoteEnv(name: string, value: string): void;
  addMount(mount: DevContainerMount): void;
  addForwardPort(port: number): void;
  addPortAttributes(ports: string, attributes: PortAttributes): void;
  addFeature(reference: string, options: { [option: string]: unknown }): void;
  addExtension(id: string): void;
  addSetting(key: string, value: unknown): void;
  addJetbrainsPlugin(id: string): void;
  addJetbrainsSetting(key: string, value: unknown): void;
  addCommand(step: LifecycleStep, name: string, command: LifecycleCommand): void;
}

/** Adds the options that have several entries, as if the user had called the methods. */
export function addOptions(target: OptionTarget, options: DevContainerOptions): void {
  const pairs = <T>(values: { [key: string]: T } = {}) => Object.entries(values);
  for (const service of options.source.composeOptions?.runServices ?? []) target.addRunService(service);
  for (const [name, value] of pairs(options.containerEnv)) target.addContainerEnv(name, value);
  for (const [name, value] of pairs(options.remoteEnv)) target.addRemoteEnv(name, value);
  for (const mount of options.mounts ?? []) target.addMount(mount);
  for (const port of options.forwardPorts ?? []) target.addForwardPort(port);
  for (const [ports, attributes] of pairs(options.portsAttributes)) target.addPortAttributes(ports, attributes);
  for (const [reference, values] of pairs(options.features)) target.addFeature(reference, values);
  for (const id of options.extensions ?? []) target.addExtension(id);
  for (const [key, value] of pairs(options.settings)) target.addSetting(key, value);
  for (const id of options.jetbrainsPlugins ?? []) target.addJetbrainsPlugin(id);
  for (const [key, value] of pairs(options.jetbrainsSettings)) target.addJetbrainsSetting(key, value);
  for (const step of Object.values(LifecycleStep)) {
    for (const [name, command] of pairs(options[step]?._parallel)) target.addCommand(step, name, command);
  }
}

/** Sets the commands that are given as one, and so are not joined by computed ones. */
export function addWholeCommands<Defaults>(log: EntryLog<Defaults>, options: DevContainerOptions): void {
  for (const step of Object.values(LifecycleStep)) {
    const command = options[step]?._text ?? options[step]?._words;
    if (command !== undefined) log.add(`commands.${step}`, WHOLE, command);
  }
}
