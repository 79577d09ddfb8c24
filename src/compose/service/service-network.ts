import type { ComposeValue } from "../compose-value";
import type { ComposeNetwork } from "../file/compose-network";
import { checkFile, type NamedUse } from "../file/used-item";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { many } from "../properties/property";
import { parseRows, type RowsOf } from "../properties/property-rows";

/** What a service is in a network. */
export interface ServiceNetworkOptions extends ComposeExtensible {
  /**
   * Names of the service in the network, besides its own.
   *
   * @default - none
   */
  readonly aliases?: (string | ComposeValue)[];
  /**
   * The address, out of the network's `ipam`.
   *
   * @default - the engine's choice
   */
  readonly ipv4Address?: string | ComposeValue;
  /**
   * The IPv6 address, out of the network's `ipam`.
   *
   * @default - the engine's choice
   */
  readonly ipv6Address?: string | ComposeValue;
  /**
   * Addresses of the link.
   *
   * @default - none
   */
  readonly linkLocalIps?: (string | ComposeValue)[];
  /**
   * The MAC address.
   *
   * @default - the engine's choice
   */
  readonly macAddress?: string | ComposeValue;
  /**
   * The name of the network's interface in the container. Since Compose 2.36, and Docker 28.1; 2.26 refuses it.
   *
   * @default - the engine's choice
   */
  readonly interfaceName?: string | ComposeValue;
  /**
   * Options for the network's driver. Since Compose 2.27.1; 2.26 passes over it.
   *
   * @default - none
   */
  readonly driverOptions?: { [name: string]: string | ComposeValue };
  /**
   * In which order networks are joined: the highest first.
   *
   * @default 0
   */
  readonly priority?: number;
  /**
   * Which network has the way out: the one with the highest. Since Compose 2.33, and Docker 28.
   *
   * @default 0
   */
  readonly gatewayPriority?: number;
}

/** A network that a service joins. */
export interface ServiceNetwork extends ServiceNetworkOptions {
  /** What `addNetwork` of the file gave. */
  readonly network: ComposeNetwork;
}

export const networkUseRows = {
  aliases: ["aliases", plain.list],
  ipv4Address: ["ipv4_address", plain.text],
  ipv6Address: ["ipv6_address", plain.text],
  linkLocalIps: ["link_local_ips", plain.list],
  macAddress: ["mac_address", plain.text],
  interfaceName: ["interface_name", plain.text],
  driverOptions: ["driver_opts", plain.map],
  priority: ["priority", plain.number],
  gatewayPriority: ["gw_priority", plain.number],
  ...extensible,
} satisfies RowsOf<ServiceNetworkOptions>;

const parse = parseRows(networkUseRows);

export const networkUses = many(
  ({ network, ...options }: ServiceNetwork, place): NamedUse => ({
    name: checkFile("network", network, place),
    use: parse(options, place),
  }),
  ({ name }) => name,
);
