import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";
import type { NetworkMode } from "./network-mode";

/** Names and addresses of a service, and how it finds those of others. */
export interface ServiceNetworkingOptions {
  /**
   * Whose network the container uses; not together with `networks`.
   *
   * @default - the networks that it joins
   */
  readonly networkMode?: NetworkMode;
  /**
   * The host name that the container has for itself.
   *
   * @default - its id
   */
  readonly hostname?: string | ComposeValue;
  /**
   * The domain of the host name.
   *
   * @default - none
   */
  readonly domainname?: string | ComposeValue;
  /**
   * Addresses of name servers.
   *
   * @default - the engine's
   */
  readonly dns?: (string | ComposeValue)[];
  /**
   * Options of the resolver, for example `use-vc`.
   *
   * @default - none
   */
  readonly dnsOpt?: (string | ComposeValue)[];
  /**
   * Domains in which a short name is looked for.
   *
   * @default - the engine's
   */
  readonly dnsSearch?: (string | ComposeValue)[];
  /**
   * Services of the file by the names that they have for this one: `db:database`. On a common network each is found by its own
   * name without.
   *
   * @default - none
   */
  readonly links?: (string | ComposeValue)[];
  /**
   * Containers of others by the names that they have for this one: `redis:cache`.
   *
   * @default - none
   */
  readonly externalLinks?: (string | ComposeValue)[];
  /**
   * The MAC address on the default network.
   *
   * @default - the engine's choice
   */
  readonly macAddress?: string | ComposeValue;
}

export const networkingRows = {
  networkMode: ["network_mode", plain.value],
  hostname: ["hostname", plain.text],
  domainname: ["domainname", plain.text],
  dns: ["dns", plain.list],
  dnsOpt: ["dns_opt", plain.list],
  dnsSearch: ["dns_search", plain.list],
  links: ["links", plain.list],
  externalLinks: ["external_links", plain.list],
  macAddress: ["mac_address", plain.text],
} satisfies RowsOf<ServiceNetworkingOptions>;
