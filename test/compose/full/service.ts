import type { ComposeConfig } from "../../../src/compose/file/compose-config";
import type { ServiceHardwareOptions } from "../../../src/compose/service/hardware";
import type { ComposeHook } from "../../../src/compose/service/hook";
import { ServiceCgroup, type ServiceIsolationOptions } from "../../../src/compose/service/isolation";
import type { ServiceNetworkingOptions } from "../../../src/compose/service/networking";
import type { ServiceRunningOptions } from "../../../src/compose/service/running";
import { deviceRequest, fullDeploy } from "./deploy";

export const extensions = { "x-note": ["price: 5 $"] };

/** All but the network mode, which does not go with networks. */
export const fullNetworking: Required<Omit<ServiceNetworkingOptions, "networkMode">> = {
  hostname: "orders",
  domainname: "example.com",
  dns: ["8.8.8.8"],
  dnsOpt: ["use-vc"],
  dnsSearch: ["example.com"],
  links: ["db:database"],
  externalLinks: ["redis:cache"],
  macAddress: "02:42:ac:11:65:43",
};

export function fullIsolation(config: ComposeConfig): Required<ServiceIsolationOptions> {
  return {
    privileged: true,
    groupAdd: ["mail", "1001"],
    sysctls: { "net.core.somaxconn": "1024" },
    ipc: "shareable",
    pid: "host",
    uts: "host",
    usernsMode: "host",
    cgroup: ServiceCgroup.PRIVATE,
    cgroupParent: "orders",
    isolation: "default",
    runtime: "runc",
    credentialSpec: { config, extensions },
    useApiSocket: true,
  };
}

const rate = [{ path: "/dev/sda", rate: 1024 }];

export const fullHardware: Required<ServiceHardwareOptions> = {
  devices: [{ source: "/dev/ttyUSB0", target: "/dev/tty0", permissions: "rw", extensions }, { source: "/dev/dri" }],
  deviceCgroupRules: ["c 1:3 mr"],
  gpus: [deviceRequest],
  ulimits: { nofile: { soft: 1024, hard: -1, extensions } },
  shmSizeBytes: 64 * 1024 ** 2,
  memswapLimitBytes: 1024 ** 3,
  memSwappiness: 10,
  oomKillDisable: true,
  oomScoreAdj: -500,
  cpuCount: 2,
  cpuPercent: 50,
  cpuShares: 512,
  cpuQuotaMicroseconds: 50_000,
  cpuPeriodMicroseconds: 100_000,
  cpuRtRuntimeMicroseconds: 1000,
  cpuRtPeriodMicroseconds: 10_000,
  cpuset: "0-1",
  blkioConfig: {
    weight: 300,
    weightDevice: [{ path: "/dev/sda", weight: 400 }],
    deviceReadBps: rate,
    deviceReadIops: rate,
    deviceWriteBps: rate,
    deviceWriteIops: rate,
  },
  storageOpt: { size: "1G" },
};

const hook: Required<ComposeHook> = {
  command: ["sh", "-c", "echo $HOME"],
  user: "root",
  privileged: true,
  workingDir: "/tmp",
  environment: { A: "b" },
  extensions,
};

/** All but the provider, which stands instead of a container. */
export function fullRunning(
  config: ComposeConfig,
  other: ComposeConfig,
): Required<Omit<ServiceRunningOptions, "provider">> {
  return {
    extendsService: { service: "base" },
    containerName: "orders",
    deploy: fullDeploy,
    logging: { driver: "json-file", options: { "max-size": "10m" }, extensions },
    configs: [
      { config },
      { config: other, target: "/etc/app.ini", uid: "1000", gid: "1000", mode: "0440", extensions },
    ],
    volumesFrom: ["db:ro"],
    postStart: [hook],
    preStop: [hook],
    attach: false,
    stdinOpen: true,
    tty: true,
    labelFiles: ["./app.labels"],
    annotations: { "org.example.a": "b" },
    extensions,
  };
}
