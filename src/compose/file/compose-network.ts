import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { groupRow, parseRows, type RowsOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import { checkExternal } from "./external";
import { type ComposeIpam, ipamRows } from "./network-address-plan";

/** Options of a network. */
export interface ComposeNetworkOptions extends ComposeExtensible {
  /**
   * The network's name in the engine.
   *
   * @default - the name of the compose project, `_` and the name in the file
   */
  readonly customName?: string | ComposeValue;
  /**
   * Whether the network is there already, made and removed by others; no other option but `customName` goes with it.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * Whether the network has no way out of the host.
   *
   * @default false
   */
  readonly internal?: boolean;
  /**
   * Whether containers that compose doesn't manage may join.
   *
   * @default false
   */
  readonly attachable?: boolean;
  /**
   * The driver that makes it.
   *
   * @default - the engine's
   */
  readonly driver?: string | ComposeValue;
  /**
   * Options for the driver.
   *
   * @default - none
   */
  readonly driverOptions?: { [name: string]: string | ComposeValue };
  /**
   * Whether containers get IPv4 addresses. Since Compose 2.33, and Docker 28.
   *
   * @default true
   */
  readonly enableIpv4?: boolean;
  /**
   * Whether containers get IPv6 addresses.
   *
   * @default false
   */
  readonly enableIpv6?: boolean;
  /**
   * Which addresses it has.
   *
   * @default - the engine's choice
   */
  readonly ipam?: ComposeIpam;
  /**
   * Labels of the network.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
}

export const networkRows = {
  customName: ["name", plain.text],
  external: ["external", onlyTrueFlag],
  internal: ["internal", onlyTrueFlag],
  attachable: ["attachable", onlyTrueFlag],
  enableIpv4: ["enable_ipv4", plain.flag],
  enableIpv6: ["enable_ipv6", plain.flag],
  driver: ["driver", plain.text],
  driverOptions: ["driver_opts", plain.map],
  ipam: groupRow("ipam", ipamRows),
  labels: ["labels", plain.map],
  ...extensible,
} satisfies RowsOf<ComposeNetworkOptions>;

const parse = parseRows(networkRows);

/**
 * A network of a compose file; `addNetwork` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/06-networks.md
 */
export class ComposeNetwork {
  /** @internal */
  public static _create(name: string, options: ComposeNetworkOptions, place: Place): ComposeNetwork {
    return new ComposeNetwork(name, checkExternal("network", parse(options, place), place), place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: RenderedMap,
    /** @internal */
    public readonly _file: object,
  ) {}
}
