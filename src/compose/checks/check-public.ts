import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { PortContent, ServiceContent } from "./file-content";

/** Servers whose images let in everybody unless they are told otherwise. */
const OPEN =
  /(?:^|\/)(?:redis|redis-stack(?:-server)?|valkey|keydb|memcached|mongo|etcd|elasticsearch|opensearch)(?:[:@]|$)/;

/** What has a server ask for a password, or whom it is. */
const GUARDED = /passw|requirepass|aclfile|auth|root_user|secur|cert/i;

/** What turns off what its name says. */
const OFF = /=["']?(?:false|no|off|0|disabled|none)["']?$/i;

/** What tells a server that asks for one to let in everybody. */
const TRUSTING =
  /^(?:POSTGRES_HOST_AUTH_METHOD=trust|(?:MYSQL|MARIADB)_ALLOW_EMPTY(?:_ROOT)?_PASSWORD=.+|ALLOW_EMPTY_PASSWORD=yes|xpack\.security\.enabled=false|DISABLE_SECURITY_PLUGIN=true|plugins\.security\.disabled=true)$/;

/** A server without a password that is published on all addresses of the host, past the host's firewall. */
export function publicFindings({ image = "", values, secrets, ports }: ServiceContent): readonly PlacelessFinding[] {
  const texts = values.map(({ name, value }) => (name === undefined ? value : `${name}=${value}`));
  const trusting = texts.some((text) => TRUSTING.test(text));
  const isOpen =
    OPEN.test(image) && secrets.length === 0 && !texts.some((text) => GUARDED.test(text) && !OFF.test(text));
  const port = trusting || isOpen ? ports.find(isPublic) : undefined;
  if (port === undefined) return [];
  return [
    {
      rule: "PublicDatabase",
      what: `ports publishes ${shown(port.target)} on all addresses of the host, and the server asks for no password`,
      allowed: "the engine lets it through the host's firewall, to whoever reaches the machine",
      fix: 'give the port the hostIp "127.0.0.1", or the server a password',
    },
  ];
}

function isPublic({ hostIp, target }: PortContent): boolean {
  return target !== undefined && (hostIp === undefined || hostIp === "0.0.0.0" || hostIp === "::");
}
