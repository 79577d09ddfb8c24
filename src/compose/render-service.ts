import type { HealthCheck } from "./compose-health-check";
import type { PublishedPort } from "./compose-port";
import type { Watch } from "./compose-watch";
import { onlyTrue, type RenderedMap, same, text, textMap, texts, unlessEmpty } from "./render-map";
import { renderTable, type Table } from "./render-table";
import { escapeText } from "./render-value";
import type { EnvFile, NetworkUse, SecretUse, ServiceModel } from "./service-properties";
import type { ServiceMount } from "./service-volume";
import type { Json } from "./yaml-text";

type MountOf<K> = Extract<ServiceMount, { readonly kind: K }>;

const seconds = (value: number): string => `${value}s`;

const buildTable: Table<NonNullable<ServiceModel["imageBuild"]>> = {
  context: ["context", text],
  dockerfile: ["dockerfile", text],
  target: ["target", text],
  args: ["args", textMap],
  secrets: ["secrets", unlessEmpty((names) => [...names])],
};

const envFileTable: Table<EnvFile> = {
  path: ["path", text],
  required: ["required", same],
};

const healthCheckTable: Table<HealthCheck> = {
  disable: ["disable", onlyTrue],
  command: ["test", (words) => ["CMD", ...words.map(text)]],
  shell: ["test", (command) => ["CMD-SHELL", text(command)]],
  intervalSeconds: ["interval", seconds],
  timeoutSeconds: ["timeout", seconds],
  startPeriodSeconds: ["start_period", seconds],
  startIntervalSeconds: ["start_interval", seconds],
  retries: ["retries", same],
};

const watchTable: Table<Watch> = {
  path: ["path", text],
  action: ["action", same],
  target: ["target", escapeText],
  ignore: ["ignore", unlessEmpty(texts)],
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
};

const mountTables: { [K in ServiceMount["kind"]]: Table<MountOf<K>> } = {
  named: {
    kind: ["type", () => "volume"],
    volume: ["source", same],
    target: ["target", escapeText],
    readOnly: ["read_only", onlyTrue],
    noCopy: ["volume", (noCopy) => (noCopy ? { nocopy: true } : undefined)],
  },
  bind: {
    kind: ["type", same],
    source: ["source", text],
    target: ["target", escapeText],
    readOnly: ["read_only", onlyTrue],
    createHostPath: ["bind", (createHostPath) => ({ create_host_path: createHostPath })],
  },
  tmpfs: {
    kind: ["type", same],
    target: ["target", escapeText],
    sizeBytes: ["tmpfs", (size) => ({ size })],
  },
};

const serviceTable: Table<ServiceModel> = {
  image: ["image", text],
  imageBuild: ["build", (build) => ({ context: ".", ...renderTable(buildTable, build) })],
  pullPolicy: ["pull_policy", same],
  platform: ["platform", text],
  profiles: ["profiles", texts],
  entrypoint: ["entrypoint", texts],
  command: ["command", texts],
  user: ["user", text],
  workingDir: ["working_dir", text],
  environment: ["environment", textMap],
  envFiles: ["env_file", (files) => files.map((file) => renderTable(envFileTable, file))],
  ports: ["ports", (ports) => ports.map((port) => renderTable(portTable, port))],
  expose: ["expose", (ports) => ports.map((port) => port.toString())],
  volumes: ["volumes", (mounts) => mounts.map(mount)],
  tmpfs: ["tmpfs", texts],
  secrets: ["secrets", (secrets) => secrets.map(secret)],
  networks: ["networks", (networks) => Object.fromEntries(networks.map((each) => [each.name, aliases(each)]))],
  dependencies: ["depends_on", (all) => Object.fromEntries(all.map(({ service, ...rest }) => [service, rest]))],
  extraHosts: ["extra_hosts", textMap],
  healthCheck: ["healthcheck", (check) => renderTable(healthCheckTable, check)],
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
  watch: ["develop", (paths) => ({ watch: paths.map((path) => renderTable(watchTable, path)) })],
};

/** The service as the object that the file holds. */
export function renderService(service: ServiceModel): RenderedMap {
  return renderTable(serviceTable, service);
}

function mount(each: ServiceMount): Json {
  return renderTable(mountTables[each.kind] as Table<ServiceMount>, each);
}

function aliases(network: NetworkUse): Json {
  return network.aliases.length === 0 ? {} : { aliases: texts(network.aliases) };
}

function secret({ source, target }: SecretUse): Json {
  return target === undefined ? source : { source, target: escapeText(target) };
}
