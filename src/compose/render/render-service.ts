import type { NamedUse } from "../file/used-item";
import { extensionsRow } from "../properties/extensions";
import { tableOf } from "../properties/property-rows";
import { healthCheckRow } from "../service/compose-health-check";
import type { PublishedPort } from "../service/compose-port";
import type { Watch } from "../service/compose-watch";
import { DependencyCondition, dependencyRows } from "../service/dependency-condition";
import { hookRows } from "../service/hook";
import { modelVariableRows } from "../service/service-model-use";
import { networkUseRows } from "../service/service-network";
import { buildRows, type EnvFile, type ServiceModel, serviceRows } from "../service/service-properties";
import { mapOf, type RenderedMap, same, text, textMap, texts, unlessEmpty } from "./render-map";
import { mountTable, renderMount } from "./render-mount";
import { renderTable, type Table } from "./render-table";
import { escapeText } from "./render-value";

const seconds = (value: number): string => `${value}s`;

const buildTable: Table<NonNullable<ServiceModel["imageBuild"]>> = {
  context: ["context", text],
  dockerfile: ["dockerfile", text],
  dockerfileInline: ["dockerfile_inline", text],
  target: ["target", text],
  args: ["args", textMap],
  ...tableOf(buildRows),
};

const envFileTable: Table<EnvFile> = {
  path: ["path", text],
  required: ["required", same],
  format: ["format", same],
};

const dependencyTable = tableOf(dependencyRows);

const watchTable: Table<Watch> = {
  path: ["path", text],
  action: ["action", same],
  target: ["target", escapeText],
  ignore: ["ignore", unlessEmpty(texts)],
  include: ["include", unlessEmpty(texts)],
  initialSync: ["initial_sync", same],
  exec: ["exec", same, tableOf(hookRows)],
  extensions: extensionsRow,
};

/**
 * The long form: each part is interpolated by itself, an IPv6 address needs no brackets, and no reader takes
 * `22:22` for a number to the base 60.
 */
const portTable: Table<PublishedPort> = {
  target: ["target", same],
  published: ["published", text],
  hostIp: ["host_ip", text],
  protocol: ["protocol", (protocol) => (protocol === "tcp" ? undefined : protocol)],
  name: ["name", text],
  mode: ["mode", same],
  appProtocol: ["app_protocol", text],
  extensions: extensionsRow,
};

export const serviceTable: Table<ServiceModel> = {
  image: ["image", text],
  imageBuild: ["build", (build) => ({ context: ".", ...renderTable(buildTable, build) }), buildTable],
  pullPolicy: ["pull_policy", same],
  platform: ["platform", text],
  // It decides whether the service is in the file, and is nothing that compose knows.
  omitIfUnused: ["", () => undefined],
  profiles: ["profiles", texts],
  entrypoint: ["entrypoint", texts],
  command: ["command", texts],
  user: ["user", text],
  workingDir: ["working_dir", text],
  environment: ["environment", textMap],
  envFiles: ["env_file", (files) => files.map((file) => renderTable(envFileTable, file)), envFileTable],
  ports: ["ports", (ports) => ports.map((port) => renderTable(portTable, port)), portTable],
  expose: ["expose", (ports) => ports.map((port) => port.toString())],
  volumes: ["volumes", (mounts) => mounts.map(renderMount), mountTable],
  tmpfs: ["tmpfs", texts],
  networks: ["networks", uses, tableOf(networkUseRows)],
  models: ["models", uses, tableOf(modelVariableRows)],
  dependencies: ["depends_on", (all) => mapOf(new Map(Object.entries(all)), renderDependency), dependencyTable],
  extraHosts: ["extra_hosts", textMap],
  ...tableOf(healthCheckRow),
  restart: ["restart", same],
  scale: ["scale", same],
  init: ["init", same],
  stopSignal: ["stop_signal", text],
  stopGracePeriodSeconds: ["stop_grace_period", seconds],
  readOnly: ["read_only", same],
  capAdd: ["cap_add", texts],
  capDrop: ["cap_drop", texts],
  securityOpt: ["security_opt", texts],
  labels: ["labels", textMap],
  watch: [
    "develop",
    (paths) => ({ watch: paths.map((path) => renderTable(watchTable, path)) }),
    { watch: ["watch", same, watchTable] },
  ],
  ...tableOf(serviceRows),
};

/** Compose doesn't take one without a condition. */
function renderDependency(dependency: NonNullable<ServiceModel["dependencies"]>[string]): RenderedMap {
  return { condition: DependencyCondition.STARTED, ...renderTable(dependencyTable, dependency) };
}

/** The service as the object that the file holds. */
export function renderService(service: ServiceModel): RenderedMap {
  return renderTable(serviceTable, service);
}

function uses(all: readonly NamedUse[]): RenderedMap {
  return Object.fromEntries(all.map(({ name, use }) => [name, use]));
}
