import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { plain } from "../properties/plain-properties";
import { type Many, many } from "../properties/property";
import { parseRows, type RowsOf, tableOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import type { AnyTable } from "../render/render-table";

/** Devices of the host that a container asks for: all that fit, a count of them, or some by their ids. */
export interface ComposeDeviceRequest extends ComposeExtensible {
  /**
   * What the devices must be able to do, for example `gpu` or `nvidia-compute`.
   *
   * @default ["gpu"]
   */
  readonly capabilities?: (string | ComposeValue)[];
  /**
   * How many; not together with `deviceIds`.
   *
   * @default - all that fit, where no ids are given
   */
  readonly count?: number;
  /**
   * Which, by the ids that the driver gives them.
   *
   * @default - any
   */
  readonly deviceIds?: (string | ComposeValue)[];
  /**
   * The driver, for example `nvidia`.
   *
   * @default - the engine's
   */
  readonly driver?: string | ComposeValue;
  /**
   * Options for the driver.
   *
   * @default - none
   */
  readonly options?: { [name: string]: string | ComposeValue };
}

const rows = {
  capabilities: ["capabilities", plain.list],
  count: ["count", plain.count],
  deviceIds: ["device_ids", plain.list],
  driver: ["driver", plain.text],
  options: ["options", plain.map],
  ...extensible,
} satisfies RowsOf<ComposeDeviceRequest>;

const parse = parseRows(rows);

/** The row of a list of requests. */
export function deviceRequests(name: string): readonly [string, Many<ComposeDeviceRequest, RenderedMap>, AnyTable] {
  return [name, many(parseRequest, JSON.stringify), tableOf(rows)];
}

function parseRequest(request: ComposeDeviceRequest, place: Place): RenderedMap {
  if (request.count !== undefined && request.deviceIds !== undefined) {
    throw place.mistake({
      what: "a request for devices has a count and deviceIds",
      allowed: "compose takes one of them",
      fix: "leave out count or deviceIds",
    });
  }
  const parsed = parse(request, place);
  const all: RenderedMap = "count" in parsed || "device_ids" in parsed ? {} : { count: "all" };
  return { ...parsed, ...all, capabilities: parsed.capabilities ?? ["gpu"] };
}
