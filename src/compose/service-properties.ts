import { ContainerPath } from "../values/container-path";
import { shown } from "../values/mistake";
import { Port } from "../values/port";
import { parseHealthCheck } from "./compose-health-check";
import { containerSide, hostSide, parsePort } from "./compose-port";
import type { ComposeSecret } from "./compose-secret";
import type { ComposeEnvFile, ComposeServiceOptions, ServiceNetwork, ServiceSecret } from "./compose-service-options";
import type { ComposeValue } from "./compose-value";
import { parseWatch } from "./compose-watch";
import type { DependencyCondition } from "./dependency-condition";
import { parseVariableName } from "./names";
import { parseCount, parseSeconds } from "./parse-number";
import {
  parseContainerPath,
  parseFilled,
  parseImage,
  parseText,
  parseTexts,
  parseTmpfs,
  type Text,
} from "./parse-text";
import type { Place } from "./place";
import { group, type Merged, many, named, type PropertyFor, single } from "./property";
import type { PullPolicy } from "./pull-policy";
import type { RestartPolicy } from "./restart-policy";
import type { ServiceMount, ServiceVolume } from "./service-volume";

/** Another service that has to be there first. */
export interface Dependency {
  readonly service: string;
  readonly condition: DependencyCondition;
}

/** A file of environment variables, parsed. */
export interface EnvFile {
  readonly path: ComposeValue;
  readonly required: boolean;
}

/** A secret of the file as a service has it. */
export interface SecretUse {
  readonly source: string;
  readonly target?: string;
}

/** A network of the file as a service has it. */
export interface NetworkUse {
  readonly name: string;
  readonly aliases: readonly ComposeValue[];
}

/** All that a service is given: its options, and the services it depends on, which have a method only. */
export interface ServiceSettings extends ComposeServiceOptions {
  readonly dependencies?: Dependency[];
}

const flag = single((value: boolean) => value);
const words = single((value: Text[]) => parseTexts(value));
const filled = single(parseFilled);
const variables = named((value: Text, place, name) => {
  parseVariableName(name, place);
  return parseText(value);
});
const texts = named((value: Text) => parseText(value));
const list = many(parseFilled, (value: ComposeValue) => value.toJSON());

/** How each property of a service is parsed, and how what several hands give is put together. */
export const serviceProperties = {
  image: single((value: Text) => parseImage(value)),
  imageBuild: group({
    context: filled,
    dockerfile: filled,
    target: filled,
    args: variables,
    secrets: many(parseBuildSecret, (name) => name),
  }),
  pullPolicy: single((policy: PullPolicy) => policy.value),
  platform: filled,
  profiles: list,
  entrypoint: words,
  command: words,
  user: filled,
  workingDir: single((value: Text) => parseContainerPath(value)),
  environment: variables,
  envFiles: many(parseEnvFile, (file) => file.path.toJSON()),
  ports: many(parsePort, hostSide, containerSide),
  expose: many(
    (value: number) => Port.tcp(value),
    (port) => port.toString(),
  ),
  volumes: many(parseVolume, (mount) => mount.target),
  tmpfs: many(
    (value: Text) => parseTmpfs(value),
    (value) => value.toJSON().split(":")[0],
  ),
  secrets: many(parseSecret, (secret) => secret.source),
  networks: many(parseNetwork, (network) => network.name),
  dependencies: many(
    (dependency: Dependency) => dependency,
    (dependency) => dependency.service,
  ),
  extraHosts: texts,
  healthCheck: single(parseHealthCheck),
  restart: single((policy: RestartPolicy) => policy.value),
  scale: single(parseCount),
  init: flag,
  stopSignal: filled,
  stopGracePeriodSeconds: single(parseSeconds),
  readOnly: flag,
  capAdd: list,
  capDrop: list,
  securityOpt: list,
  labels: texts,
  watch: many(
    parseWatch,
    (watch) => JSON.stringify([watch.path, watch.action, watch.target]),
    (watch) => watch.path.toJSON(),
  ),
} satisfies { [K in keyof Required<ServiceSettings>]: PropertyFor<NonNullable<ServiceSettings[K]>> };

/** A service, parsed and put together. */
export type ServiceModel = Merged<typeof serviceProperties>;

function parseEnvFile(file: ComposeEnvFile, place: Place): EnvFile {
  return { path: parseFilled(file.path, place), required: file.required ?? true };
}

function parseVolume(volume: ServiceVolume, place: Place): ServiceMount {
  if (volume._volume !== undefined) checkFile("volume", volume._volume, place);
  return volume._mount;
}

function parseSecret({ secret, target }: ServiceSecret, place: Place): SecretUse {
  checkFile("secret", secret, place);
  return { source: secret.name, target: target === undefined ? undefined : ContainerPath.of(target).toString() };
}

function parseBuildSecret(secret: ComposeSecret, place: Place): string {
  checkFile("secret", secret, place);
  return secret.name;
}

function parseNetwork({ network, aliases = [] }: ServiceNetwork, place: Place): NetworkUse {
  checkFile("network", network, place);
  return { name: network.name, aliases: aliases.map((alias) => parseFilled(alias, place)) };
}

function checkFile(kind: string, used: { readonly name: string; readonly _file: object }, place: Place): void {
  if (used._file === place.file) return;
  throw place.mistake({
    what: `the ${kind} ${shown(used.name)} belongs to another compose file`,
    allowed: `a service uses each ${kind} of its own file`,
    fix: `add the ${kind} to this file`,
  });
}
