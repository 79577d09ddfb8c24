import { shown } from "../values/mistake";
import { Port } from "../values/port";
import { ComposeValue } from "./compose-value";
import { parseFilled } from "./parse-text";
import type { Place } from "./place";

/** The transport protocol of a published port. */
export enum ComposePortProtocol {
  /** TCP. */
  TCP = "tcp",
  /** UDP. */
  UDP = "udp",
}

/**
 * A port of a container that is published on the host.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#ports
 */
export interface ComposePort {
  /** The port in the container, from 1 to 65535. */
  readonly target: number;
  /**
   * The port on the host: a number from 1 to 65535, or a variable.
   *
   * @default - a free port, which the engine chooses
   */
  readonly published?: number | ComposeValue;
  /**
   * The address of the host on which the port is published, for example `127.0.0.1`.
   *
   * @default - every address
   */
  readonly hostIp?: string | ComposeValue;
  /**
   * The transport protocol.
   *
   * @default ComposePortProtocol.TCP
   */
  readonly protocol?: ComposePortProtocol;
}

/** A published port, parsed. */
export interface PublishedPort {
  readonly target: number;
  readonly published?: ComposeValue;
  readonly hostIp?: ComposeValue;
  readonly protocol: string;
}

const parse: { [P in ComposePortProtocol]: (value: number) => Port } = { tcp: Port.tcp, udp: Port.udp };

export function parsePort(port: ComposePort, place: Place): PublishedPort {
  const protocol = port.protocol ?? ComposePortProtocol.TCP;
  if (!Object.hasOwn(parse, protocol)) {
    throw place.mistake({
      what: `${shown(protocol)} is no protocol of a port`,
      allowed: `allowed are ${Object.keys(parse).map(shown).join(" and ")}`,
      fix: "use ComposePortProtocol",
    });
  }
  const { published } = port;
  return {
    target: parse[protocol](port.target).value,
    published:
      published === undefined || published instanceof ComposeValue
        ? published
        : ComposeValue.literal(`${parse[protocol](published).value}`),
    hostIp: port.hostIp === undefined ? undefined : parseFilled(port.hostIp, place),
    protocol,
  };
}

/** What two published ports can't share: the host's side, or the container's where the engine chooses the host's. */
export function hostSide(port: PublishedPort): string {
  if (port.published === undefined) return containerSide(port);
  return `${port.hostIp?.toJSON() ?? ""}:${port.published.toJSON()}/${port.protocol}`;
}

export function containerSide(port: PublishedPort): string {
  return `${port.target}/${port.protocol}`;
}
