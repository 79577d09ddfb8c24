// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AccountOptions,
  type BackingService,
  Jaeger,
  OpenTelemetryCollector,
  Redis,
  ServiceVolume,
} from "../../../src";
import { composeFile, contentOf } from "../rendered";
import { everyService, type Make } from "./every-service";

const made = (make: Make, options: AccountOptions = {}, more: (service: BackingService) => void = () => {}) => {
  const compose = composeFile();
  more(make(compose, "backing", options));
  return contentOf(compose);
};

const healthy = everyService.filter(([name]) => name !== "OpenTelemetryCollector");
const stored = everyService.filter(([name]) => !["Mailpit", "Jaeger", "OpenTelemetryCollector"].includes(name));

test.each(everyService)("%s publishes no port", (_, make) => {
  expect(made(make).services.backing.ports).toBeUndefined();
});

test.each(everyService)("%s is published for this machine alone where hostPort is given", (_, make) => {
  const [port, ...more] = made(make, { hostPort: 5999 }).services.backing.ports;
  expect([port.published, port.host_ip, more]).toEqual(["5999", "127.0.0.1", []]);
});

test.each(everyService)("%s has a pinned image", (_, make) => {
  expect(made(make).services.backing.image).toMatch(/^[a-z./-]+:v?\d+(\.\d+)*$/);
});

test.each(everyService)("%s has the image of the release that is asked for", (_, make) => {
  expect(made(make, { version: "3.14-alpine" }).services.backing.image).toMatch(/^[a-z./-]+:3\.14-alpine$/);
});

test.each(everyService)("%s has the image that the user gives, before or after", (_, make) => {
  expect(made(make, { image: "own:1" }).services.backing.image).toBe("own:1");
  expect(made(make, {}, (service) => service.configure({ image: "own:1" })).services.backing.image).toBe("own:1");
});

test.each(everyService)("%s hands over the connection that the user gives", (_, make) => {
  expect(Object.keys(make(composeFile(), "backing", { connection: { OWN: "x" } }).connection)).toEqual(["OWN"]);
});

test.each(healthy)("%s has a health check", (_, make) => {
  expect(made(make).services.backing.healthcheck.test.length).toBeGreaterThan(1);
});

test.each(stored)("%s leaves out its volume where the user mounts another", (_, make) => {
  const { source, target } = made(make).services.backing.volumes[0];
  const { services, volumes } = made(make, { volumes: [ServiceVolume.bind("./data", target)] });
  expect(services.backing.volumes).toMatchObject([{ type: "bind", source: "./data" }]);
  expect(Object.keys(volumes ?? {})).not.toContain(source);
});

test.each(stored)("%s keeps its data in a volume of its own", (_, make) => {
  const { services, volumes } = made(make);
  expect(services.backing.volumes).toMatchObject([{ type: "volume", source: "backing-data" }]);
  expect(volumes).toEqual({ "backing-data": {} });
});

test.each(["latest", "", "alpine"])("the version %j is a mistake", (version) => {
  expect(() => new Redis(composeFile(), "cache", { version })).toThrow(
    /service "cache": the version is ".*starts with/,
  );
});

test("an application waits for the start of a collector, whose image can't check its health", () => {
  const compose = composeFile();
  compose.addService("app", { image: "x" }).addBackingService(new OpenTelemetryCollector(compose, "otel"));
  expect(contentOf(compose).services.app.depends_on).toEqual({ otel: { condition: "service_started" } });
});

test("a collector hands traces on to Jaeger, and has it started first", () => {
  const compose = composeFile();
  new OpenTelemetryCollector(compose, "otel", { jaeger: new Jaeger(compose, "traces") });
  const { otel } = contentOf(compose).services;
  expect(otel.command).toContain("--config=yaml:exporters::otlp_grpc/jaeger::endpoint: traces:4317");
  expect(otel.command).toContain(
    "--config=yaml:service::pipelines::traces: {receivers: [otlp], exporters: [otlp_grpc/jaeger]}",
  );
  expect(otel.depends_on).toEqual({ traces: { condition: "service_healthy" } });
});

test("a collector without Jaeger names no exporter that it hasn't", () => {
  const compose = composeFile();
  new OpenTelemetryCollector(compose, "otel");
  expect(contentOf(compose).services.otel.command.join()).not.toContain("jaeger");
});

test("docs/services.md says what each is and hands over", () => {
  const rows = readFileSync(join(__dirname, "../../../docs/services.md"), "utf8").split("\n");
  const documented = rows.flatMap((row) => {
    const [, className, image, variables] = /^\| `(\w+)` \| `([^`]+)` \| ([^|]+) \|/.exec(row) ?? [];
    return className === undefined ? [] : [[className, image, variables === "as `Jaeger`" ? jaeger : variables]];
  });
  const code = everyService.map(([name, make]) => [name, made(make).services.backing.image, variablesOf(make)]);
  expect(documented.sort()).toEqual(code.sort());
});

const variablesOf = (make: Make) =>
  Object.keys(make(composeFile(), "backing", {}).connection)
    .map((name) => `\`${name}\``)
    .join(", ");
const jaeger = variablesOf((file, name) => new Jaeger(file, name));
