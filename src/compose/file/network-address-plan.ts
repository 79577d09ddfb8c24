import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { listRow, type RowsOf } from "../properties/property-rows";

/** Addresses of a network. */
export interface ComposeSubnet extends ComposeExtensible {
  /**
   * All addresses, for example `172.28.0.0/16`.
   *
   * @default - the engine's choice
   */
  readonly subnet?: string | ComposeValue;
  /**
   * Those out of which containers get theirs.
   *
   * @default - all
   */
  readonly ipRange?: string | ComposeValue;
  /**
   * The way out.
   *
   * @default - the first address
   */
  readonly gateway?: string | ComposeValue;
  /**
   * Addresses that the network's driver uses, by host name.
   *
   * @default - none
   */
  readonly auxAddresses?: { [host: string]: string | ComposeValue };
}

/**
 * Which addresses a network has, and how they are given.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/06-networks.md#ipam
 */
export interface ComposeIpam extends ComposeExtensible {
  /**
   * The driver that gives addresses.
   *
   * @default - the engine's
   */
  readonly driver?: string | ComposeValue;
  /**
   * The addresses.
   *
   * @default - the engine's choice
   */
  readonly config?: ComposeSubnet[];
  /**
   * Options for the driver.
   *
   * @default - none
   */
  readonly options?: { [name: string]: string | ComposeValue };
}

const subnet = {
  subnet: ["subnet", plain.text],
  ipRange: ["ip_range", plain.text],
  gateway: ["gateway", plain.text],
  auxAddresses: ["aux_addresses", plain.map],
  ...extensible,
} satisfies RowsOf<ComposeSubnet>;

export const ipamRows = {
  driver: ["driver", plain.text],
  config: listRow<ComposeSubnet>("config", subnet),
  options: ["options", plain.map],
  ...extensible,
} satisfies RowsOf<ComposeIpam>;
