import type { ComposeValue } from "../compose-value";
import { type ComposeDeviceRequest, deviceRequests } from "../deploy/device-request";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { type Many, many } from "../properties/property";
import { groupRow, parseRows, type RowsOf, tableOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import type { AnyTable } from "../render/render-table";
import { blockIoRows, type ComposeBlockIo } from "./block-io";
import { type ComposeUlimit, ulimitsRow } from "./ulimit";

/** A device of the host in a container. */
export interface ComposeDevice extends ComposeExtensible {
  /** The device on the host, for example `/dev/ttyUSB0`, or a name of the Container Device Interface. */
  readonly source: string | ComposeValue;
  /**
   * The path in the container.
   *
   * @default - the same
   */
  readonly target?: string | ComposeValue;
  /**
   * What the container may do: `r`, `w` and `m`, which makes the device.
   *
   * @default "rwm"
   */
  readonly permissions?: string | ComposeValue;
}

/**
 * What a container uses of the host's machine, besides the limits of `deploy.resources`.
 */
export interface ServiceHardwareOptions {
  /**
   * Devices of the host.
   *
   * @default - none
   */
  readonly devices?: ComposeDevice[];
  /**
   * Rules for the devices that the container makes by itself, for example `c 1:3 mr`.
   *
   * @default - none
   */
  readonly deviceCgroupRules?: (string | ComposeValue)[];
  /**
   * GPUs; one empty request stands for all. Since Compose 2.30.
   *
   * @default - none
   */
  readonly gpus?: ComposeDeviceRequest[];
  /**
   * Limits of what a process may use, by name, for example `nofile`.
   *
   * @default - the engine's
   */
  readonly ulimits?: { [name: string]: ComposeUlimit };
  /**
   * The size of `/dev/shm`.
   *
   * @default - the engine's: 64 MiB
   */
  readonly shmSizeBytes?: number | ComposeValue;
  /**
   * Memory and swap together; -1 for all the swap that the host has.
   *
   * @default - twice the limit of the memory
   */
  readonly memswapLimitBytes?: number | ComposeValue;
  /**
   * How willingly memory is swapped, from 0 to 100.
   *
   * @default - the host's
   */
  readonly memSwappiness?: number;
  /**
   * Whether the container goes on where it wants more memory than it may have, and waits.
   *
   * @default false
   */
  readonly oomKillDisable?: boolean;
  /**
   * How willingly the host kills the container where it runs out of memory, from -1000 to 1000.
   *
   * @default 0
   */
  readonly oomScoreAdj?: number;
  /**
   * How many processors it may use, on Windows.
   *
   * @default - all
   */
  readonly cpuCount?: number;
  /**
   * The share of the processors that it may use, on Windows.
   *
   * @default 100
   */
  readonly cpuPercent?: number;
  /**
   * How much of the processors it gets where others want them too, beside the 1024 of an ordinary container.
   *
   * @default 1024
   */
  readonly cpuShares?: number;
  /**
   * How long it may use a processor in each period.
   *
   * @default - without limit
   */
  readonly cpuQuotaMicroseconds?: number;
  /**
   * The length of a period.
   *
   * @default 100000
   */
  readonly cpuPeriodMicroseconds?: number;
  /**
   * How long it may use a processor in real time in each such period.
   *
   * @default - not at all
   */
  readonly cpuRtRuntimeMicroseconds?: number;
  /**
   * The length of a period for real time.
   *
   * @default 1000000
   */
  readonly cpuRtPeriodMicroseconds?: number;
  /**
   * The processors that it uses, for example `0-3` or `0,1`.
   *
   * @default - all
   */
  readonly cpuset?: string | ComposeValue;
  /**
   * How it uses disks.
   *
   * @default - without limit
   */
  readonly blkioConfig?: ComposeBlockIo;
  /**
   * Options of the storage driver, for example `size`.
   *
   * @default - none
   */
  readonly storageOpt?: { [name: string]: string | ComposeValue };
}

const device = {
  source: ["source", plain.text],
  target: ["target", plain.text],
  permissions: ["permissions", plain.text],
  ...extensible,
} satisfies RowsOf<ComposeDevice>;

const parseDevice = parseRows(device);

/** Compose doesn't take a device in this form without a target. */
const devicesRow: readonly [string, Many<ComposeDevice, RenderedMap>, AnyTable] = [
  "devices",
  many(
    (value, place) => parseDevice({ ...value, target: value.target ?? value.source }, place),
    ({ source }) => source as string,
  ),
  tableOf(device),
];

export const hardwareRows = {
  devices: devicesRow,
  deviceCgroupRules: ["device_cgroup_rules", plain.list],
  gpus: deviceRequests("gpus"),
  ulimits: ulimitsRow,
  shmSizeBytes: ["shm_size", plain.bytes],
  memswapLimitBytes: ["memswap_limit", plain.bytesOrAll],
  memSwappiness: ["mem_swappiness", plain.percentage],
  oomKillDisable: ["oom_kill_disable", plain.flag],
  oomScoreAdj: ["oom_score_adj", plain.number],
  cpuCount: ["cpu_count", plain.count],
  cpuPercent: ["cpu_percent", plain.count],
  cpuShares: ["cpu_shares", plain.count],
  cpuQuotaMicroseconds: ["cpu_quota", plain.number],
  cpuPeriodMicroseconds: ["cpu_period", plain.count],
  cpuRtRuntimeMicroseconds: ["cpu_rt_runtime", plain.count],
  cpuRtPeriodMicroseconds: ["cpu_rt_period", plain.count],
  cpuset: ["cpuset", plain.text],
  blkioConfig: groupRow("blkio_config", blockIoRows),
  storageOpt: ["storage_opt", plain.map],
} satisfies RowsOf<ServiceHardwareOptions>;
