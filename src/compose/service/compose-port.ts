import { shown } from "../../values/mistake";
import { Port } from "../../values/port";
import { ComposeValue } from "../compose-value";
import { type ComposeExtensible, parseExtensions } from "../properties/extensions";
import { parseFilled } from "../properties/parse-text";
import type { Place } from "../properties/place";
import { parseWord } from "../properties/plain-properties";
import type { Json } from "../render/yaml-text";

/** The transport protocol of a published port. */
export enum ComposePortProtocol {
  /** TCP. */
  TCP = "tcp",
  /** UDP. */
  UDP = "udp",
}

/** Where a swarm publishes a port. */
export enum ComposePortMode {
  /** On every machine, and any container answers. */
  INGRESS = "ingress",
  /** On the machines where a container runs. */
  HOST = "host",
}

/**
 * A port of a container that is published on the host.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#ports
 */
export interface ComposePort extends ComposeExtensible {
  /** The port in the container, from 1 to 65535. */
  readonly target: number;
  /**
   * The port on the host: a number from 1 to 65535, or a variable.
   *
   * @default - a free port, which the engine chooses
   */
  readonly published?: number | ComposeValue;
  /**
   * The IP address of the host on which the port is published, for example `127.0.0.1`.
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
  /**
   * What people call it.
   *
   * @default - nothing
   */
  readonly name?: string | ComposeValue;
  /**
   * Where a swarm publishes it.
   *
   * @default ComposePortMode.INGRESS
   */
  readonly mode?: ComposePortMode;
  /**
   * What is spoken on it, for example `http`.
   *
   * @default - not told
   */
  readonly appProtocol?: string | ComposeValue;
}

/** A published port, parsed. */
export interface PublishedPort {
  readonly target: number;
  readonly published?: ComposeValue;
  readonly hostIp?: ComposeValue;
  readonly protocol: string;
  readonly name?: ComposeValue;
  readonly mode?: ComposePortMode;
  readonly appProtocol?: ComposeValue;
  readonly extensions?: ReadonlyMap<string, Json>;
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
    hostIp: port.hostIp === undefined ? undefined : parseAddress(port.hostIp, place),
    protocol,
    name: port.name === undefined ? undefined : parseFilled(port.name, place),
    mode: port.mode && parseWord(ComposePortMode, port.mode, place),
    appProtocol: port.appProtocol === undefined ? undefined : parseFilled(port.appProtocol, place),
    extensions: parseExtensions(port.extensions, place),
  };
}

function parseAddress(value: string | ComposeValue, place: Place): ComposeValue {
  const address = parseFilled(value, place);
  const literal = address._literalText();
  if (literal === undefined || isIpv4(literal) || isIpv6(literal)) return address;
  throw place.mistake({
    what: `${shown(literal)} is no IP address`,
    allowed: "an address is one of IPv4 or, without brackets, of IPv6; a name of a host is none",
    fix: literal === "localhost" ? 'use "127.0.0.1"' : 'use for example "127.0.0.1"',
  });
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  return /^[\da-f:.]*:[\da-f:.]*$/i.test(text) && URL.canParse(`http://[${text}]`);
}

/** What two published ports can't share: the host's side, or the container's where the engine chooses the host's. */
export function hostSide(port: PublishedPort): string {
  if (port.published === undefined) return containerSide(port);
  return `${port.hostIp?.toJSON() ?? ""}:${port.published.toJSON()}/${port.protocol}`;
}

export function containerSide(port: PublishedPort): string {
  return `${port.target}/${port.protocol}`;
}
