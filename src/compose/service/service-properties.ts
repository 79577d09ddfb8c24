import { Port } from "../../values/port";
import { buildResultRows } from "../build/build-result";
import { buildSecretsRow } from "../build/build-secret";
import { buildSurroundingsRows } from "../build/build-surroundings";
import { type ComposeEnvFile, type ComposeServiceOptions, EnvFileFormat } from "../compose-service-options";
import type { ComposeValue } from "../compose-value";
import { checkFile } from "../file/used-item";
import { extensible } from "../properties/extensions";
import { parseVariableName } from "../properties/names";
import { parseSeconds } from "../properties/parse-number";
import {
  parseContainerPath,
  parseFilled,
  parseImage,
  parseText,
  parseTexts,
  parseTmpfs,
  type Text,
} from "../properties/parse-text";
import type { Place } from "../properties/place";
import { parseWord, plain } from "../properties/plain-properties";
import { group, groups, type Merged, many, named, type PropertyFor, single } from "../properties/property";
import { type PropertyRows, propertiesOf } from "../properties/property-rows";
import { healthCheckRow } from "./compose-health-check";
import { containerSide, hostSide, parsePort } from "./compose-port";
import { parseWatch } from "./compose-watch";
import { dependencyRows } from "./dependency-condition";
import { hardwareRows } from "./hardware";
import { isolationRows } from "./isolation";
import { networkingRows } from "./networking";
import type { PullPolicy } from "./pull-policy";
import type { RestartPolicy } from "./restart-policy";
import { runningRows } from "./running";
import { modelUses } from "./service-model-use";
import { networkUses } from "./service-network";
import { secretsRow } from "./service-secret";
import type { ServiceMount, ServiceVolume } from "./service-volume";

/** A file of environment variables, parsed. */
export interface EnvFile {
  readonly path: ComposeValue;
  readonly required: boolean;
  readonly format?: EnvFileFormat;
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

/** What a service has besides what other parts ask for. */
export const serviceRows = {
  secrets: secretsRow,
  ...networkingRows,
  ...isolationRows,
  ...hardwareRows,
  ...runningRows,
} satisfies PropertyRows;

/** What a build has besides what other parts ask for. */
export const buildRows = {
  secrets: buildSecretsRow,
  ...buildSurroundingsRows,
  ...buildResultRows,
  ...extensible,
} satisfies PropertyRows;

/** How each property of a service is parsed, and how what several hands give is put together. */
export const serviceProperties = {
  image: single((value: Text) => parseImage(value)),
  imageBuild: group({
    context: filled,
    dockerfile: filled,
    dockerfileInline: filled,
    target: filled,
    args: variables,
    ...propertiesOf(buildRows),
  }),
  pullPolicy: single((policy: PullPolicy) => policy.value),
  platform: filled,
  omitIfUnused: flag,
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
  networks: networkUses,
  models: modelUses,
  dependencies: groups(propertiesOf(dependencyRows)),
  extraHosts: texts,
  ...propertiesOf(healthCheckRow),
  restart: single((policy: RestartPolicy) => policy.value),
  scale: plain.openCount,
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
  ...propertiesOf(serviceRows),
} satisfies { [K in keyof Required<ComposeServiceOptions>]: PropertyFor<NonNullable<ComposeServiceOptions[K]>> };

/** A service, parsed and put together. */
export type ServiceModel = Merged<typeof serviceProperties>;

function parseEnvFile(file: ComposeEnvFile, place: Place): EnvFile {
  const format = file.format && parseWord(EnvFileFormat, file.format, place);
  return { path: parseFilled(file.path, place), required: file.required ?? true, format };
}

function parseVolume(volume: ServiceVolume, place: Place): ServiceMount {
  if (volume._volume !== undefined) checkFile("volume", volume._volume, place);
  return volume._mount;
}
