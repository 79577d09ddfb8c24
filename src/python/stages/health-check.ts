import type { DockerfileBlock } from "../../dockerfile/block";
import type { Port } from "../../values/port";

/** Adds the health check of a service to its image; it starts often while the service does. */
export function addHealthCheck(block: DockerfileBlock, port: Port, path: string | undefined, comment?: string): void {
  block.addHealthCheck(healthCheckWords(port, path), { ...healthCheckTimes, comment });
}

/** How often it is asked, in an image and in a compose service. */
export const healthCheckTimes = {
  intervalSeconds: 30,
  timeoutSeconds: 5,
  startPeriodSeconds: 30,
  startIntervalSeconds: 1,
  retries: 3,
} as const;

/**
 * A program that fails where the application does not answer.
 *
 * It runs in the interpreter, which the image has anyway; curl would have to be installed for it alone. `http.client`
 * asks the container itself, whatever proxy the environment names.
 */
export function healthCheckWords(port: Port, path: string | undefined): string[] {
  return ["python", "-c", path === undefined ? connects(port) : answers(port, path)];
}

const connects = (port: Port) => `import socket; socket.create_connection(("127.0.0.1", ${port.value}), 4)`;

const answers = (port: Port, path: string) =>
  [
    "import http.client as h, sys",
    `c = h.HTTPConnection("127.0.0.1", ${port.value}, timeout=4)`,
    `c.request("GET", ${JSON.stringify(path)})`,
    "sys.exit(c.getresponse().status != 200)",
  ].join("; ");
