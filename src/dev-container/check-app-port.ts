import { shown } from "../values/mistake";
import type { Refuse } from "./refuse";

const PORTS = "\\d+(?:-\\d+)?";
const ADDRESS = "(?:\\d[\\d.]+|\\[[0-9a-fA-F:]+\\])";
const PUBLISHED = new RegExp(`^(?:${ADDRESS}:)?(?:(?:${PORTS})?:)?${PORTS}(?:/(?:tcp|udp|sctp))?$`);

/** Refuses what `docker run --publish` does not take for a port. */
export function checkAppPort(port: string, refuse: Refuse): void {
  if (PUBLISHED.test(port.replace(/\$\{[^}]*\}/g, "1"))) return;
  refuse(
    `appPort ${shown(port)} is not valid`,
    "it is a port, or [address:]port of the host:port of the container",
    'write one like "8000" or "127.0.0.1:8080:80"',
  );
}
