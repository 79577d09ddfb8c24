import type { ComposeFile } from "../../src/compose/compose-file";
import { ComposePortProtocol } from "../../src/compose/compose-port";
import type { ComposeBuild, ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { ComposeValue } from "../../src/compose/compose-value";
import { WatchAction } from "../../src/compose/compose-watch";
import { DependencyCondition } from "../../src/compose/dependency-condition";
import { PullPolicy } from "../../src/compose/pull-policy";
import { RestartPolicy } from "../../src/compose/restart-policy";
import { ServiceVolume } from "../../src/compose/service-volume";
import { composeFile } from "./rendered";

/** A file that uses every property; a new one doesn't compile until it is here. */
export function fullExample(): ComposeFile {
  const compose = composeFile({ name: "orders" });
  const back = compose.addNetwork("back", { internal: true, attachable: true, driver: "bridge", labels: { a: "b" } });
  compose.addNetwork("shared", { external: true, customName: ComposeValue.variable("NETWORK", "shared") });
  const data = compose.addVolume("data", { driver: "local", driverOptions: { type: "tmpfs" }, labels: { a: "b" } });
  compose.addVolume("backup", { external: true, customName: "backup" });
  const password = compose.addSecret("password", { environment: "PASSWORD" });
  const key = compose.addSecret("key", { file: "./key" });
  compose.addSecret("token", { external: true, customName: "token" });
  const database = compose.addService("db", { image: "postgres:17" });
  const migration = compose.addService("migration", { image: "orders" });
  const cache = compose.addService("cache", { image: "redis" });

  const imageBuild: Required<ComposeBuild> = {
    context: ".",
    dockerfile: "Dockerfile",
    target: "app",
    args: { UID: ComposeValue.variable("UID", "1000") },
    secrets: [password],
  };
  const options: Required<ComposeServiceOptions> = {
    image: ComposeValue.join("orders:", ComposeValue.variable("TAG", ComposeValue.variable("BRANCH", "latest"))),
    imageBuild,
    platform: "linux/amd64",
    profiles: ["dev"],
    entrypoint: ["python"],
    command: ["-c", 'print("$HOME")'],
    user: "10001:10001",
    workingDir: "/app",
    environment: { SINCE: "2024-02-01", PRICE: "5 $", LEVEL: ComposeValue.variable("LEVEL", "info") },
    envFiles: [{ path: ".env.local", required: false }],
    ports: [
      { target: 8000, published: ComposeValue.variable("PORT", "8000"), hostIp: "127.0.0.1" },
      { target: 8001, published: 8001, hostIp: "::1" },
      { target: 5353, protocol: ComposePortProtocol.UDP },
    ],
    expose: [9000],
    volumes: [
      ServiceVolume.named(data, "/data", { readOnly: true, noCopy: true }),
      ServiceVolume.bind("./config", "/config", { readOnly: true, createHostPath: true }),
      ServiceVolume.tmpfs("/scratch", { sizeBytes: 1048576 }),
    ],
    tmpfs: ["/tmp", "/run:mode=1777,size=64m"],
    secrets: [{ secret: password }, { secret: key, target: "/etc/key" }],
    networks: [{ network: back, aliases: ["api"] }],
    extraHosts: { "host.docker.internal": "host-gateway", six: "::1" },
    healthCheck: {
      command: ["python", "-c", "pass"],
      intervalSeconds: 10,
      timeoutSeconds: 2.5,
      startPeriodSeconds: 30,
      startIntervalSeconds: 0.5,
      retries: 3,
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
    ],
  };
  const app = compose.addService("app", options);
  app.addDependency(database, DependencyCondition.HEALTHY);
  app.addDependency(migration, DependencyCondition.COMPLETED_SUCCESSFULLY);
  app.addDependency(cache);
  return compose;
}
