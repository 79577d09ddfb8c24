import type { ComposeFile } from "../../src/compose/compose-file";
import { type ComposeServiceOptions, EnvFileFormat } from "../../src/compose/compose-service-options";
import { ComposeValue } from "../../src/compose/compose-value";
import { ComposePortMode, ComposePortProtocol } from "../../src/compose/service/compose-port";
import { WatchAction } from "../../src/compose/service/compose-watch";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { NetworkMode } from "../../src/compose/service/network-mode";
import { PullPolicy } from "../../src/compose/service/pull-policy";
import { RestartPolicy } from "../../src/compose/service/restart-policy";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { BindPropagation, BindRecursive, BindSelinux } from "../../src/compose/service/volume-options";
import { fullBuild } from "./full/build";
import { addFullItems, fullNetwork } from "./full/items";
import { extensions, fullHardware, fullIsolation, fullNetworking, fullRunning } from "./full/service";
import { composeFile } from "./rendered";

/** A file that uses every property; a new one doesn't compile until it is here. */
export function fullExample(compose: ComposeFile = composeFile({ name: "orders" })): ComposeFile {
  compose.addInclude({ paths: ["./shared.yaml"], envFiles: ["./shared.env"], projectDirectory: "." });
  compose.addExtension("x-team", { name: "orders", cost: "5 $" });
  const { back, data, password, key, settings, inline, model } = addFullItems(compose);
  const database = compose.addService("db", { image: "postgres:17" });
  const migration = compose.addService("migration", { image: "orders" });
  const cache = compose.addService("cache", { image: "redis" });

  const options: Required<Omit<ComposeServiceOptions, "networkMode" | "provider">> = {
    image: ComposeValue.join("orders:", ComposeValue.variable("TAG", ComposeValue.variable("BRANCH", "latest"))),
    imageBuild: fullBuild(password),
    platform: "linux/amd64",
    omitIfUnused: false,
    profiles: ["dev"],
    entrypoint: ["python"],
    command: ["-c", 'print("$HOME")'],
    user: "10001:10001",
    workingDir: "/app",
    environment: { SINCE: "2024-02-01", PRICE: "5 $", LEVEL: ComposeValue.variable("LEVEL", "info") },
    envFiles: [{ path: ".env.local", required: false, format: EnvFileFormat.RAW }],
    ports: [
      { target: 8000, published: ComposeValue.variable("PORT", "8000"), hostIp: "127.0.0.1" },
      { target: 8001, published: 8001, hostIp: "::1" },
      { target: 5353, protocol: ComposePortProtocol.UDP },
      { target: 9001, name: "web", mode: ComposePortMode.HOST, appProtocol: "http", extensions },
    ],
    expose: [9000],
    dependencies: { cache: { restart: true } },
    volumes: [
      ServiceVolume.named(data, "/data", {
        readOnly: true,
        noCopy: true,
        subpath: "a",
        labels: { a: "b" },
        extensions,
      }),
      ServiceVolume.anonymous("/cache"),
      ServiceVolume.bind("./config", "/config", {
        readOnly: true,
        createHostPath: true,
        propagation: BindPropagation.RSLAVE,
        selinux: BindSelinux.SHARED,
        recursive: BindRecursive.READONLY,
        extensions,
      }),
      ServiceVolume.tmpfs("/scratch", { sizeBytes: 1048576, mode: "1770" }),
      ServiceVolume.image("busybox", "/busybox", { subpath: "bin" }),
      ServiceVolume.cluster("group:fast", "/cluster"),
      ServiceVolume.namedPipe("\\\\.\\pipe\\docker_engine"),
    ],
    tmpfs: ["/tmp", "/run:mode=1777,size=64m"],
    secrets: [{ secret: password }, { secret: key, target: "/etc/key", uid: "1", gid: "2", mode: "0400", extensions }],
    networks: [fullNetwork(back)],
    models: [{ model, endpointVariable: "MODEL_URL", modelVariable: "MODEL", extensions }],
    extraHosts: { "host.docker.internal": "host-gateway", six: "::1" },
    healthCheck: {
      command: ["python", "-c", "pass"],
      intervalSeconds: 10,
      timeoutSeconds: 2.5,
      startPeriodSeconds: 30,
      startIntervalSeconds: 0.5,
      retries: 3,
      extensions,
    },
    pullPolicy: PullPolicy.MISSING,
    restart: RestartPolicy.onFailure(3),
    scale: 1,
    init: true,
    stopSignal: "SIGINT",
    stopGracePeriodSeconds: 30,
    readOnly: true,
    capAdd: ["NET_BIND_SERVICE"],
    capDrop: ["ALL"],
    securityOpt: ["no-new-privileges:true"],
    labels: { "org.example.team": "orders" },
    watch: [
      { path: "./src", action: WatchAction.SYNC, target: "/app/src", ignore: ["**/*.pyc"] },
      { path: "./settings", action: WatchAction.SYNC_RESTART, target: "/app/settings" },
      { path: "uv.lock", action: WatchAction.REBUILD },
      {
        path: "./templates",
        action: WatchAction.SYNC_EXEC,
        target: "/app/templates",
        include: ["*.html"],
        initialSync: true,
        exec: { command: ["kill", "-HUP", "1"] },
        extensions,
      },
      { path: "./plugins", action: WatchAction.RESTART },
    ],
    ...fullNetworking,
    ...fullIsolation(settings),
    ...fullHardware,
    ...fullRunning(settings, inline),
  };
  const app = compose.addService("app", options);
  app.addDependency(database, DependencyCondition.HEALTHY);
  app.addDependency(migration, DependencyCondition.COMPLETED_SUCCESSFULLY);
  app.addDependency(cache, DependencyCondition.STARTED, { restart: true, required: false });

  compose.addService("base", { image: "orders" });
  compose.addService("inline", {
    imageBuild: { dockerfileInline: "FROM orders" },
    networkMode: NetworkMode.service("app"),
    profiles: ["dev"],
  });
  compose.addService("cloud", { provider: { type: "awesomecloud", options: { type: "mysql", count: [1, 2] } } });
  return compose;
}
