import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";
import { type ComposeUlimit, ulimitsRow } from "../service/ulimit";

/** What a build of an image sees and may do. */
export interface ComposeBuildSurroundings {
  /**
   * Further contexts by the names that the Dockerfile gives them: a folder, a URL, `docker-image://` and an image, or
   * `service:` and a service whose image is built first.
   *
   * @default - none
   */
  readonly additionalContexts?: { [name: string]: string | ComposeValue };
  /**
   * Agents and keys for SSH by id: `default` for the agent, or `github=~/.ssh/github`.
   *
   * @default - none
   */
  readonly ssh?: (string | ComposeValue)[];
  /**
   * The network of RUN instructions: `host`, `none`, or one of the engine.
   *
   * @default - the builder's
   */
  readonly network?: string | ComposeValue;
  /**
   * Addresses of further hosts by name.
   *
   * @default - none
   */
  readonly extraHosts?: { [name: string]: string | ComposeValue };
  /**
   * The size of `/dev/shm`.
   *
   * @default - the builder's: 64 MiB
   */
  readonly shmSizeBytes?: number | ComposeValue;
  /**
   * Limits of what a process may use, by name, for example `nofile`.
   *
   * @default - the builder's
   */
  readonly ulimits?: { [name: string]: ComposeUlimit };
  /**
   * Whether RUN instructions may do what the host's root may; the builder has to allow it.
   *
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * What a build may do besides the usual, for example `network.host` or `security.insecure`. Since Compose 2.27.1; 2.26
   * passes over it.
   *
   * @default - nothing
   */
  readonly entitlements?: (string | ComposeValue)[];
  /**
   * How containers of the build are kept apart from each other, on Windows: `process` or `hyperv`.
   *
   * @default - the engine's
   */
  readonly isolation?: string | ComposeValue;
}

export const buildSurroundingsRows = {
  additionalContexts: ["additional_contexts", plain.map],
  ssh: ["ssh", plain.list],
  network: ["network", plain.text],
  extraHosts: ["extra_hosts", plain.map],
  shmSizeBytes: ["shm_size", plain.bytes],
  ulimits: ulimitsRow,
  privileged: ["privileged", plain.flag],
  entitlements: ["entitlements", plain.list],
  isolation: ["isolation", plain.text],
} satisfies RowsOf<ComposeBuildSurroundings>;
