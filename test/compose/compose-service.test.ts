// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { BackingService } from "../../src/compose/backing-services/backing-service";
import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { ComposeValue } from "../../src/compose/compose-value";
import { ComposePortProtocol } from "../../src/compose/service/compose-port";
import { type ComposeWatch, WatchAction } from "../../src/compose/service/compose-watch";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { PullPolicy } from "../../src/compose/service/pull-policy";
import { RestartPolicy } from "../../src/compose/service/restart-policy";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { composeFile, contentOf, serviceContent } from "./rendered";

const variable = ComposeValue.variable("V");

test.each<[ComposeServiceOptions, object]>([
  [{}, {}],
  [{ image: "ghcr.io/team/orders:1" }, { image: "ghcr.io/team/orders:1" }],
  [{ image: variable }, { image: "${V}" }],
  [{ imageBuild: {} }, { build: { context: "." } }],
  [{ imageBuild: { target: "app" } }, { build: { context: ".", target: "app" } }],
  [
    { imageBuild: { context: "..", dockerfile: "docker/Dockerfile", args: { A: "$a", B: variable } } },
    { build: { context: "..", dockerfile: "docker/Dockerfile", args: { A: "$$a", B: "${V}" } } },
  ],
  [{ platform: "linux/amd64" }, { platform: "linux/amd64" }],
  [{ profiles: ["dev", "test", "dev"] }, { profiles: ["dev", "test"] }],
  [{ entrypoint: [] }, { entrypoint: [] }],
  [{ command: ["sh", "-c", "echo $HOME", variable] }, { command: ["sh", "-c", "echo $$HOME", "${V}"] }],
  [{ user: "1000:1000" }, { user: "1000:1000" }],
  [{ workingDir: "/app/" }, { working_dir: "/app" }],
  [{ workingDir: ComposeValue.join("/", variable) }, { working_dir: "/${V}" }],
  [{ environment: { A: "2024-02-01", B: "", C: variable } }, { environment: { A: "2024-02-01", B: "", C: "${V}" } }],
  [
    { envFiles: [{ path: ".env" }, { path: variable, required: false }] },
    {
      env_file: [
        { path: ".env", required: true },
        { path: "${V}", required: false },
      ],
    },
  ],
  [{ ports: [{ target: 8000 }] }, { ports: [{ target: 8000 }] }],
  [
    { ports: [{ target: 53, published: 5353, hostIp: "::1", protocol: ComposePortProtocol.UDP }] },
    { ports: [{ target: 53, published: "5353", host_ip: "::1", protocol: "udp" }] },
  ],
  [
    { ports: [{ target: 8000, published: ComposeValue.variable("PORT", "8000") }] },
    { ports: [{ target: 8000, published: "${PORT:-8000}" }] },
  ],
  [{ expose: [8000] }, { expose: ["8000"] }],
  [
    { volumes: [ServiceVolume.bind(".", "/app")] },
    { volumes: [{ type: "bind", source: ".", target: "/app", bind: { create_host_path: false } }] },
  ],
  [
    { volumes: [ServiceVolume.bind(variable, "/a$b", { readOnly: true, createHostPath: true })] },
    {
      volumes: [{ type: "bind", source: "${V}", target: "/a$$b", read_only: true, bind: { create_host_path: true } }],
    },
  ],
  [{ volumes: [ServiceVolume.tmpfs("/tmp/")] }, { volumes: [{ type: "tmpfs", target: "/tmp" }] }],
  [
    { volumes: [ServiceVolume.tmpfs("/tmp", { sizeBytes: 1024 })] },
    { volumes: [{ type: "tmpfs", target: "/tmp", tmpfs: { size: 1024 } }] },
  ],
  [{ tmpfs: ["/tmp", "/run/:mode=1777,size=64m"] }, { tmpfs: ["/tmp", "/run:mode=1777,size=64m"] }],
  [
    { extraHosts: { "host.docker.internal": "host-gateway" } },
    { extra_hosts: { "host.docker.internal": "host-gateway" } },
  ],
  [{ healthCheck: { disable: true } }, { healthcheck: { disable: true } }],
  [{ healthCheck: { command: ["test", "$A"] } }, { healthcheck: { test: ["CMD", "test", "$$A"] } }],
  [{ healthCheck: { shell: "a && b" } }, { healthcheck: { test: ["CMD-SHELL", "a && b"] } }],
  [
    {
      healthCheck: {
        intervalSeconds: 10,
        timeoutSeconds: 1.5,
        startPeriodSeconds: 0,
        startIntervalSeconds: 0.25,
        retries: 5,
        disable: false,
      },
    },
    { healthcheck: { interval: "10s", timeout: "1.5s", start_period: "0s", start_interval: "0.25s", retries: 5 } },
  ],
  [{ pullPolicy: PullPolicy.ALWAYS }, { pull_policy: "always" }],
  [{ pullPolicy: PullPolicy.MISSING }, { pull_policy: "missing" }],
  [{ pullPolicy: PullPolicy.NEVER }, { pull_policy: "never" }],
  [{ pullPolicy: PullPolicy.REBUILD }, { pull_policy: "build" }],
  [{ restart: RestartPolicy.NO }, { restart: "no" }],
  [{ restart: RestartPolicy.UNLESS_STOPPED }, { restart: "unless-stopped" }],
  [{ restart: RestartPolicy.ALWAYS }, { restart: "always" }],
  [{ restart: RestartPolicy.onFailure() }, { restart: "on-failure" }],
  [{ restart: RestartPolicy.onFailure(3) }, { restart: "on-failure:3" }],
  [{ scale: 0 }, { scale: 0 }],
  [{ init: true }, { init: true }],
  [{ init: false }, { init: false }],
  [{ stopSignal: "SIGINT" }, { stop_signal: "SIGINT" }],
  [{ stopGracePeriodSeconds: 90 }, { stop_grace_period: "90s" }],
  [{ readOnly: true }, { read_only: true }],
  [
    { capAdd: ["NET_ADMIN"], capDrop: ["ALL"] },
    { cap_add: ["NET_ADMIN"], cap_drop: ["ALL"] },
  ],
  [{ securityOpt: ["no-new-privileges:true"] }, { security_opt: ["no-new-privileges:true"] }],
  [{ labels: { "a.b": "$c" } }, { labels: { "a.b": "$$c" } }],
  [
    { watch: [{ path: "src", action: WatchAction.SYNC, target: "/app/src/", ignore: ["**/*.pyc"] }] },
    { develop: { watch: [{ path: "src", action: "sync", target: "/app/src", ignore: ["**/*.pyc"] }] } },
  ],
  [
    { imageBuild: {}, watch: [{ path: "uv.lock", action: WatchAction.REBUILD }] },
    { build: { context: "." }, develop: { watch: [{ path: "uv.lock", action: "rebuild" }] } },
  ],
])("%j", (options, written) => expect(serviceContent(options)).toEqual(written));

test.each<[string, ComposeServiceOptions, string]>([
  ["image", { image: "Orders" }, 'the repository "Orders"'],
  ["image", { image: "${IMAGE}" }, 'the repository "${IMAGE}"'],
  ["platform", { platform: "" }, "a text is empty"],
  ["path of an env file", { envFiles: [{ path: "" }] }, "a text is empty"],
  ["working folder", { workingDir: "app" }, '"app" is not an absolute path'],
  ["environment", { environment: { "A=B": "" } }, '"A=B" is no name of a variable'],
  ["environment", { environment: { A: 1 as never } }, "1 is no text"],
  ["build argument", { imageBuild: { args: { "": "" } } }, '"" is no name of a variable'],
  ["port", { ports: [{ target: 0 }] }, "0 is not a port"],
  ["port", { ports: [{ target: 80, published: 70000 }] }, "70000 is not a port"],
  ["port", { ports: [{ target: 80, protocol: "sctp" as never }] }, '"sctp" is no protocol of a port'],
  ["exposed port", { expose: [1.5] }, "1.5 is not a port"],
  ["tmpfs", { tmpfs: ["run:size=1m"] }, '"run" is not an absolute path'],
  [
    "health check",
    { healthCheck: { command: ["a"], shell: "b" } },
    "healthCheck.command and healthCheck.shell don't go",
  ],
  [
    "health check",
    { healthCheck: { disable: true, retries: 1 } },
    "healthCheck.disable and healthCheck.retries don't go",
  ],
  ["health check", { healthCheck: { command: [] } }, "the command of the health check is empty"],
  ["time", { healthCheck: { intervalSeconds: -1 } }, "-1 is no time in seconds"],
  ["time", { healthCheck: { timeoutSeconds: 0.0001 } }, "0.0001 is no time in seconds"],
  ["time", { stopGracePeriodSeconds: Number.NaN }, "null is no time in seconds"],
  ["time", { stopGracePeriodSeconds: "10s" as never }, '"10s" is no time in seconds'],
  ["number", { healthCheck: { retries: 1.5 } }, "1.5 is no whole number"],
  ["watched path", { watch: [{ path: "src", action: WatchAction.SYNC }] }, "an action that copies has a target"],
  [
    "watched path",
    { watch: [{ path: variable, action: WatchAction.REBUILD, target: "/a" }] },
    'the watched path "${V}" has the action "rebuild" and a target',
  ],
  ["watched path", { watch: [{ path: "a", action: "copy" as never }] }, '"copy" is no action'],
  ["property", { build: {} } as never, '"build" is no property'],
  ["property", { imageBuild: { file: "Dockerfile" } } as never, '"imageBuild.file" is no property'],
])("a wrong %s is refused: %j", (_, options, reason) => {
  expect(() => composeFile().addService("app", options)).toThrow(reason);
});

test("a message names the file, the service and the property", () => {
  expect(() => composeFile({ fileName: "test.yaml" }).addService("app", { platform: "" })).toThrow(
    'test.yaml service "app" platform: a text is empty; it says something; leave the option out',
  );
});

test.each([
  ["target of a volume", () => ServiceVolume.tmpfs("tmp"), '"tmp" is not an absolute path'],
  ["source of a bind mount", () => ServiceVolume.bind("", "/a"), "bind mount: a text is empty"],
  ["size", () => ServiceVolume.tmpfs("/tmp", { sizeBytes: -1 }), "-1 is no whole number"],
  ["number of retries", () => RestartPolicy.onFailure(0.5), "0.5 is no whole number"],
])("a wrong %s is refused", (_, make, reason) => expect(make).toThrow(reason));

test("a service uses the volumes, networks and secrets of its file", () => {
  const compose = composeFile();
  const app = compose.addService("app", { image: "orders" });
  const password = compose.addSecret("password", { environment: "PASSWORD" });
  const key = compose.addSecret("key", { file: "key" });
  app.addVolume(ServiceVolume.named(compose.addVolume("data"), "/data", { readOnly: true, noCopy: true }));
  app.addVolume(ServiceVolume.named(compose.addVolume("cache"), "/cache"));
  app.addNetwork(compose.addNetwork("front"));
  app.addNetwork(compose.addNetwork("back"), "orders", "api");
  app.addSecret(password);
  app.addSecret(key, "/etc/key");
  expect(password.containerPath).toBe("/run/secrets/password");
  expect(contentOf(compose).services.app).toEqual({
    image: "orders",
    volumes: [
      { type: "volume", source: "data", target: "/data", read_only: true, volume: { nocopy: true } },
      { type: "volume", source: "cache", target: "/cache" },
    ],
    networks: { front: {}, back: { aliases: ["orders", "api"] } },
    secrets: ["password", { source: "key", target: "/etc/key" }],
  });
});

test("what belongs to another file is refused", () => {
  const other = composeFile();
  const app = composeFile().addService("app");
  const reason = "belongs to another compose file";
  expect(() => app.addVolume(ServiceVolume.named(other.addVolume("data"), "/data"))).toThrow(reason);
  expect(() => app.addNetwork(other.addNetwork("back"))).toThrow(reason);
  expect(() => app.addSecret(other.addSecret("key", { file: "key" }))).toThrow(reason);
  expect(() => app.addBuildSecret(other.addSecret("token", { file: "token" }))).toThrow(reason);
  expect(() => app.addDependency(other.addService("db"))).toThrow('can\'t depend on "db" of another file');
});

test.each([
  [undefined, "service_started"],
  [DependencyCondition.STARTED, "service_started"],
  [DependencyCondition.HEALTHY, "service_healthy"],
  [DependencyCondition.COMPLETED_SUCCESSFULLY, "service_completed_successfully"],
])("a dependency with the condition %s", (condition, written) => {
  const compose = composeFile();
  const database = compose.addService("db", { image: "postgres" });
  compose.addService("app", { image: "orders" }).addDependency(database, condition);
  expect(contentOf(compose).services.app.depends_on).toEqual({ db: { condition: written } });
});

test("a service that is waited for is a backing service too, in whichever order", () => {
  const compose = composeFile();
  const database = new BackingService(compose, "db", { image: "postgres" });
  const [before, after] = ["before", "after"].map((name) => compose.addService(name, { image: "orders" }));
  before.addDependency(database);
  before.addBackingService(database);
  after.addBackingService(database);
  after.addDependency(database);
  const { services } = contentOf(compose);
  const healthy = { db: { condition: "service_healthy" } };
  expect([services.before.depends_on, services.after.depends_on]).toEqual([healthy, healthy]);
});

test("two conditions of one dependency are refused", () => {
  const compose = composeFile();
  const database = compose.addService("db");
  const app = compose.addService("app");
  app.addDependency(database, DependencyCondition.HEALTHY);
  expect(() => app.addDependency(database, DependencyCondition.STARTED)).toThrow("dependencies.db.condition is");
});

test("a dependency may be a service of an included file, by its name", () => {
  const compose = composeFile();
  compose.addInclude({ paths: ["shared.yaml"] });
  compose.addService("app", { image: "orders", dependencies: { shared: {} } });
  expect(contentOf(compose).services.app.depends_on).toEqual({ shared: { condition: "service_started" } });
});

test("a service can't depend on itself", () => {
  const app = composeFile().addService("app");
  expect(() => app.addDependency(app)).toThrow("the service can't depend on itself");
});

test("what is added later joins what the options gave", () => {
  const options: ComposeServiceOptions = {
    environment: { A: "1" },
    envFiles: [{ path: "a" }],
    imageBuild: { args: { A: "1" } },
    ports: [{ target: 1 }],
    labels: { A: "1" },
    volumes: [ServiceVolume.tmpfs("/a")],
    watch: [{ path: "a", action: WatchAction.REBUILD }],
  };
  const app = serviceContent(options, (service) => {
    service.addEnvironment("B", "2");
    service.addEnvFile({ path: "b" });
    service.addBuildArgument("B", "2");
    service.addPort({ target: 2 });
    service.addLabel("B", "2");
    service.addVolume(ServiceVolume.tmpfs("/b"));
    service.addWatch({ path: "b", action: WatchAction.REBUILD });
    service.configure({ profiles: ["dev"], imageBuild: { target: "app" } });
  });
  expect(app).toEqual({
    build: { context: ".", target: "app", args: { A: "1", B: "2" } },
    profiles: ["dev"],
    environment: { A: "1", B: "2" },
    env_file: [
      { path: "a", required: true },
      { path: "b", required: true },
    ],
    ports: [{ target: 1 }, { target: 2 }],
    volumes: [
      { type: "tmpfs", target: "/a" },
      { type: "tmpfs", target: "/b" },
    ],
    labels: { A: "1", B: "2" },
    develop: {
      watch: [
        { path: "a", action: "rebuild" },
        { path: "b", action: "rebuild" },
      ],
    },
  });
});

const sync: ComposeWatch = { path: "src", action: WatchAction.SYNC, target: "/a" };

test.each<[string, ComposeServiceOptions, ComposeServiceOptions]>([
  ['image is "a" already and can\'t be "b" too', { image: "a" }, { image: "b" }],
  ['command is ["a"] already and can\'t be ["b"] too', { command: ["a"] }, { command: ["b"] }],
  ['environment A is "1" already and can\'t be "${V}"', { environment: { A: "1" } }, { environment: { A: variable } }],
  ['imageBuild.args A is "1"', { imageBuild: { args: { A: "1" } } }, { imageBuild: { args: { A: "2" } } }],
  ['imageBuild.target is "a"', { imageBuild: { target: "a" } }, { imageBuild: { target: "b" } }],
  ["ports :80/tcp is", { ports: [{ target: 1, published: 80 }] }, { ports: [{ target: 2, published: 80 }] }],
  ["volumes /a is", { volumes: [ServiceVolume.tmpfs("/a")] }, { volumes: [ServiceVolume.bind(".", "/a")] }],
  ["envFiles a is", { envFiles: [{ path: "a" }] }, { envFiles: [{ path: "a", required: false }] }],
  ["healthCheck.shell is", { healthCheck: { shell: "a" } }, { healthCheck: { shell: "b" } }],
  ["healthCheck.shell and healthCheck.command", { healthCheck: { shell: "a" } }, { healthCheck: { command: ["b"] } }],
  ["tmpfs /run is", { tmpfs: ["/run"] }, { tmpfs: ["/run:size=1m"] }],
  ["init is false already", { init: false }, { init: true }],
  ["watch", { watch: [sync] }, { watch: [{ ...sync, ignore: ["x"] }] }],
])("two values of the user are refused: %s", (reason, first, second) => {
  const app = composeFile().addService("app", first);
  expect(() => app.configure(second)).toThrow(reason);
  expect(() => app.configure(first)).not.toThrow();
});

test.each<[string, ComposeServiceOptions, number]>([
  [
    "one port on two of the host",
    {
      ports: [
        { target: 1, published: 1 },
        { target: 1, published: 2 },
      ],
    },
    2,
  ],
  ["one port by two protocols", { ports: [{ target: 1 }, { target: 1, protocol: ComposePortProtocol.UDP }] }, 2],
  [
    "one port of two addresses",
    { ports: ["::1", "127.0.0.1"].map((hostIp) => ({ target: 1, published: 1, hostIp })) },
    2,
  ],
  [
    "the same port twice",
    {
      ports: [
        { target: 1, published: 1 },
        { target: 1, published: 1 },
      ],
    },
    1,
  ],
])("%s", (_, options, count) => expect(serviceContent(options).ports).toHaveLength(count));

test("what was refused leaves nothing behind", () => {
  const compose = composeFile();
  expect(() => compose.addService("app", { platform: "" })).toThrow();
  const app = compose.addService("app", { image: "a" });
  expect(() => app.configure({ command: ["a"], environment: { A: "1", "B=": "2" } })).toThrow();
  expect(() => app.configure({ command: ["a"], image: "b" })).toThrow();
  expect(contentOf(compose).services).toEqual({ app: { image: "a" } });
});
