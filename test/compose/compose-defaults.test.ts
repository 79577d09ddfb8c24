import type { ComposeService } from "../../src/compose/compose-service";
import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { WatchAction } from "../../src/compose/service/compose-watch";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { NetworkMode } from "../../src/compose/service/network-mode";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { checked } from "../checked";
import { composeFile, contentOf, serviceContent, textOf } from "./rendered";

const defaultsOf = (options: ComposeServiceOptions) => ({
  applyDefaults: (service: ComposeService) => service.configure(options),
});

const { SYNC, RESTART } = WatchAction;

test.each<[string, ComposeServiceOptions, ComposeServiceOptions, object]>([
  ["a single value", { image: "a" }, { image: "b" }, { image: "b" }],
  ["a whole command", { command: ["a", "b"] }, { command: ["c"] }, { command: ["c"] }],
  ["an empty command", { command: ["a", "b"] }, { command: [] }, { command: [] }],
  ["a flag", { init: true }, { init: false }, { init: false }],
  [
    "a command of a health check",
    { healthCheck: { shell: "a", retries: 1 } },
    { healthCheck: { shell: "b" } },
    { healthcheck: { test: ["CMD-SHELL", "b"], retries: 1 } },
  ],
  [
    "a command of a health check over one for the shell",
    { healthCheck: { shell: "a", retries: 1 } },
    { healthCheck: { command: ["b"] } },
    { healthcheck: { test: ["CMD", "b"], retries: 1 } },
  ],
  [
    "a time of a health check",
    { healthCheck: { shell: "a", intervalSeconds: 5 } },
    { healthCheck: { intervalSeconds: 60 } },
    { healthcheck: { test: ["CMD-SHELL", "a"], interval: "60s" } },
  ],
  [
    "a disabled health check",
    { healthCheck: { shell: "a", intervalSeconds: 5, retries: 1 } },
    { healthCheck: { disable: true } },
    { healthcheck: { disable: true } },
  ],
  [
    "a health check over a disabled one",
    { healthCheck: { disable: true } },
    { healthCheck: { shell: "a" } },
    { healthcheck: { test: ["CMD-SHELL", "a"] } },
  ],
  [
    "a property of the build",
    { imageBuild: { target: "a", dockerfile: "Dockerfile", args: { A: "1" } } },
    { imageBuild: { target: "b", args: { A: "2" } } },
    { build: { context: ".", dockerfile: "Dockerfile", target: "b", args: { A: "2" } } },
  ],
  ["a variable", { environment: { A: "1" } }, { environment: { A: "2" } }, { environment: { A: "2" } }],
  [
    "a port of the container",
    { ports: [{ target: 80, published: 80 }] },
    { ports: [{ target: 80, published: 81 }] },
    { ports: [{ target: 80, published: "81" }] },
  ],
  [
    "a target of a volume",
    { volumes: [ServiceVolume.tmpfs("/a")] },
    { volumes: [ServiceVolume.tmpfs("/a", { sizeBytes: 1 })] },
    { volumes: [{ type: "tmpfs", target: "/a", tmpfs: { size: 1 } }] },
  ],
  [
    "a target of a volume over a tmpfs",
    { tmpfs: ["/a:size=1m", "/b"] },
    { volumes: [ServiceVolume.tmpfs("/a", { sizeBytes: 1 })] },
    { tmpfs: ["/b"], volumes: [{ type: "tmpfs", target: "/a", tmpfs: { size: 1 } }] },
  ],
  [
    "a tmpfs over a volume",
    { volumes: [ServiceVolume.anonymous("/a"), ServiceVolume.anonymous("/b")] },
    { tmpfs: ["/a"] },
    { tmpfs: ["/a"], volumes: [{ type: "volume", target: "/b" }] },
  ],
  [
    "the host's network over ports",
    { ports: [{ target: 80, published: 80 }], expose: [81] },
    { networkMode: NetworkMode.HOST },
    { network_mode: "host" },
  ],
  [
    "the engine's network beside ports",
    { ports: [{ target: 80 }] },
    { networkMode: NetworkMode.BRIDGE },
    { network_mode: "bridge", ports: [{ target: 80 }] },
  ],
  [
    "ports over the host's network",
    { networkMode: NetworkMode.HOST },
    { ports: [{ target: 80 }] },
    { ports: [{ target: 80 }] },
  ],
  [
    "a bind mount over copies of what is in it",
    {
      watch: [
        { path: "./src", action: SYNC, target: "/a" },
        { path: "src/a", action: RESTART },
        { path: "lib", action: SYNC, target: "/lib" },
      ],
    },
    { volumes: [ServiceVolume.bind("src", "/a")] },
    {
      volumes: [{ type: "bind", source: "src", target: "/a", bind: { create_host_path: false } }],
      develop: {
        watch: [
          { path: "src/a", action: "restart" },
          { path: "lib", action: "sync", target: "/lib" },
        ],
      },
    },
  ],
  ["a tmpfs", { tmpfs: ["/run:size=1m"] }, { tmpfs: ["/run"] }, { tmpfs: ["/run"] }],
  [
    "a watched path",
    { watch: [{ path: "a", action: SYNC, target: "/a" }] },
    { watch: [{ path: "a", action: RESTART }] },
    { develop: { watch: [{ path: "a", action: "restart" }] } },
  ],
])("the user's value wins over a default: %s", (_, byDefault, byUser, written) => {
  expect(serviceContent(byUser, (app) => app.addDefaults(defaultsOf(byDefault)))).toEqual(written);
  expect(
    serviceContent({}, (app) => {
      app.addDefaults(defaultsOf(byDefault));
      app.configure(byUser);
    }),
  ).toEqual(written);
});

test("the user's dependency wins over a default", () => {
  const compose = composeFile();
  const database = compose.addService("db", { image: "postgres" });
  const app = compose.addService("app", { image: "orders" });
  app.addDefaults({ applyDefaults: (service) => service.addDependency(database) });
  app.addDependency(database, DependencyCondition.HEALTHY);
  expect(contentOf(compose).services.app.depends_on.db.condition).toBe("service_healthy");
});

test("a dependency without a condition leaves that of a default", () => {
  const compose = composeFile();
  const database = compose.addService("db", { image: "postgres" });
  const app = compose.addService("app", { image: "orders", dependencies: { db: { restart: true } } });
  app.addDefaults({ applyDefaults: (service) => service.addDependency(database, DependencyCondition.HEALTHY) });
  expect(contentOf(compose).services.app.depends_on).toEqual({ db: { condition: "service_healthy", restart: true } });
});

test("the user's network mode wins over networks by default", () => {
  const compose = composeFile();
  const network = compose.addNetwork("back");
  const app = compose.addService("app", { image: "orders", networkMode: NetworkMode.BRIDGE });
  app.addDefaults(defaultsOf({ networks: [{ network }] }));
  expect(contentOf(compose).services.app).toEqual({ image: "orders", network_mode: "bridge" });
});

test("a copy by the user leaves the bind mount by default, and is refused below it", () => {
  const compose = composeFile();
  const app = compose.addService("app", { image: "orders", watch: [{ path: "src", action: SYNC, target: "/a" }] });
  app.addDefaults(defaultsOf({ volumes: [ServiceVolume.bind(".", "/workspace")] }));
  expect(() => checked(compose.project)).toThrow('below the bind mount of "."');
});

test("values stand in the order in which they were given, defaults where they were added", () => {
  const app = serviceContent({ environment: { A: "1" }, profiles: ["a"] }, (service) => {
    service.addDefaults(defaultsOf({ environment: { B: "2" }, profiles: ["b"] }));
    service.configure({ environment: { C: "3" }, profiles: ["c"] });
    service.addDefaults(defaultsOf({ environment: { D: "4" }, profiles: ["d"] }));
  });
  expect(Object.keys(app.environment)).toEqual(["A", "B", "C", "D"]);
  expect(app.profiles).toEqual(["a", "b", "c", "d"]);
});

test("of two defaults the later one wins, in the place of the first", () => {
  const app = serviceContent({}, (service) => {
    service.addDefaults(defaultsOf({ environment: { A: "1", B: "1" }, image: "a" }));
    service.addDefaults(defaultsOf({ environment: { C: "2", A: "2" }, image: "b" }));
  });
  expect(app.image).toBe("b");
  expect(Object.entries(app.environment)).toEqual([
    ["A", "2"],
    ["B", "1"],
    ["C", "2"],
  ]);
});

test("defaults are computed afresh at each rendering and never pile up", () => {
  const compose = composeFile();
  let run = 0;
  compose.addService("app", { image: "orders" }).addDefaults({
    applyDefaults: (service) => {
      run++;
      service.addEnvironment("RUN", String(run));
      service.addPort({ target: run });
    },
  });
  textOf(compose);
  const before = run;
  const app = contentOf(compose).services.app;
  expect(run).toBeGreaterThan(before);
  expect(app.environment).toEqual({ RUN: String(run) });
  expect(app.ports).toEqual([{ target: run }]);
});

test("defaults know what the constructors didn't", () => {
  const compose = composeFile();
  let image = "early";
  compose.addService("app").addDefaults({ applyDefaults: (service) => service.configure({ image }) });
  image = "late";
  expect(contentOf(compose).services.app.image).toBe("late");
});

test("a wrong default is refused before a file is written", () => {
  const compose = composeFile();
  compose.addService("app").addDefaults(defaultsOf({ workingDir: "app" }));
  expect(() => compose._content()).toThrow('"app" is not an absolute path');
});

test("a failed computation leaves the next one alone", () => {
  const compose = composeFile();
  let fails = true;
  compose.addService("app").addDefaults({
    applyDefaults: (service) => {
      service.configure({ image: "orders" });
      if (fails) throw new Error("not yet");
    },
  });
  expect(() => compose._content()).toThrow("not yet");
  fails = false;
  expect(contentOf(compose).services.app).toEqual({ image: "orders" });
});

test.each<[string, (app: ComposeService, other: ComposeService) => void]>([
  ["is changed", (_, other) => other.addEnvironment("A", "1")],
  ["gets another generator of defaults", (app) => app.addDefaults(defaultsOf({}))],
  ["is read", (app) => app._model()],
])("while defaults are computed no service %s", (what, apply) => {
  const compose = composeFile();
  const app = compose.addService("app");
  const other = compose.addService("other");
  app.addDefaults({ applyDefaults: (service) => apply(service, other) });
  expect(() => compose._content()).toThrow(`the service ${what} while defaults of "app" are computed`);
});

describe("computed secrets", () => {
  const computing = (name: () => string) => {
    const compose = composeFile();
    compose.addDefaults({ applyDefaults: (file) => void file.addSecret(name(), { environment: "COMPUTED" }) });
    return compose;
  };

  test("are there for the defaults of services", () => {
    const compose = computing(() => "token");
    compose.addService("app").addDefaults({
      applyDefaults: (service) => service.addBuildSecret(compose.findSecret("token")),
    });
    expect(contentOf(compose)).toEqual({
      services: { app: { build: { context: ".", secrets: ["token"] } } },
      secrets: { token: { environment: "COMPUTED" } },
    });
  });
  test.each(["before", "after"])("leave a user's of the same name, which comes %s them", (when) => {
    const compose = composeFile();
    const add = () => compose.addSecret("token", { file: "token" });
    if (when === "before") add();
    compose.addDefaults({ applyDefaults: (file) => void file.addSecret("token", { environment: "COMPUTED" }) });
    if (when === "after") add();
    expect(contentOf(compose).secrets).toEqual({ token: { file: "token" } });
  });
  test("are computed afresh at each rendering", () => {
    let name = "early";
    const compose = computing(() => name);
    textOf(compose);
    name = "late";
    expect(Object.keys(contentOf(compose).secrets)).toEqual(["late"]);
  });
});
