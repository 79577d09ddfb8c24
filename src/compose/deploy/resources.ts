import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { many } from "../properties/property";
import { groupRow, parseRows, type RowsOf, tableOf } from "../properties/property-rows";
import { same } from "../render/render-map";
import { type ComposeDeviceRequest, deviceRequests } from "./device-request";

/** What a container may use at most. */
export interface ComposeResourceLimits extends ComposeExtensible {
  /**
   * Processors, with decimals: 0.5 is half the time of one.
   *
   * @default - all of the host
   */
  readonly cpus?: number | ComposeValue;
  /**
   * Memory; a container that wants more is killed.
   *
   * @default - all of the host
   */
  readonly memoryBytes?: number | ComposeValue;
  /**
   * Processes and threads.
   *
   * @default - the engine's
   */
  readonly pids?: number;
}

/** A resource of a swarm that has no type of its own. */
export interface ComposeGenericResource extends ComposeExtensible {
  /** What it is called, for example `ssd`. */
  readonly kind: string | ComposeValue;
  /** How many of it. */
  readonly value: number;
}

/** What is kept free for a container. */
export interface ComposeResourceReservations extends ComposeExtensible {
  /**
   * Processors, with decimals.
   *
   * @default - none
   */
  readonly cpus?: number | ComposeValue;
  /**
   * Memory that the container keeps where the host runs out of it.
   *
   * @default - none
   */
  readonly memoryBytes?: number | ComposeValue;
  /**
   * Devices such as GPUs.
   *
   * @default - none
   */
  readonly devices?: ComposeDeviceRequest[];
  /**
   * Resources of a swarm.
   *
   * @default - none
   */
  readonly genericResources?: ComposeGenericResource[];
}

/**
 * What a container may use, and what is kept for it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md#resources
 */
export interface ComposeResources extends ComposeExtensible {
  /**
   * What it may use at most.
   *
   * @default - all of the host
   */
  readonly limits?: ComposeResourceLimits;
  /**
   * What is kept free for it.
   *
   * @default - nothing
   */
  readonly reservations?: ComposeResourceReservations;
}

const limits = {
  cpus: ["cpus", plain.amount],
  memoryBytes: ["memory", plain.bytes],
  pids: ["pids", plain.number],
  ...extensible,
} satisfies RowsOf<ComposeResourceLimits>;

const genericResource = {
  kind: ["kind", plain.text],
  value: ["value", plain.number],
  ...extensible,
} satisfies RowsOf<ComposeGenericResource>;

const SPEC = "discrete_resource_spec";
const parseResource = parseRows(genericResource);

const reservations = {
  cpus: ["cpus", plain.amount],
  memoryBytes: ["memory", plain.bytes],
  devices: deviceRequests("devices"),
  genericResources: [
    "generic_resources",
    many((value: ComposeGenericResource, place) => ({ [SPEC]: parseResource(value, place) }), JSON.stringify),
    { spec: [SPEC, same, tableOf(genericResource)] },
  ],
  ...extensible,
} satisfies RowsOf<ComposeResourceReservations>;

export const resourceRows = {
  limits: groupRow("limits", limits),
  reservations: groupRow("reservations", reservations),
  ...extensible,
} satisfies RowsOf<ComposeResources>;
