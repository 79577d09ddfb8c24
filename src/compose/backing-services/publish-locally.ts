import type { ComposeService } from "../compose-service";

/** Publishes a port for this machine alone, where one of the machine's is asked for. */
export function publishLocally(service: ComposeService, target: number, hostPort: number | undefined): void {
  if (hostPort !== undefined) service.addPort({ target, published: hostPort, hostIp: "127.0.0.1" });
}
