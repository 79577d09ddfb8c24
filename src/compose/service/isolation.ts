import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";
import { type ComposeCredentialSpec, credentialSpecRow } from "./credential-spec";

/** Whose control group a container is in. */
export enum ServiceCgroup {
  /** The host's. */
  HOST = "host",
  /** One of its own. */
  PRIVATE = "private",
}

/** What a container shares with the host and with others, and what it may do. */
export interface ServiceIsolationOptions {
  /**
   * Whether the container may do what the host's root may.
   *
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * Groups that the user of the container has besides its own, by name or id.
   *
   * @default - none
   */
  readonly groupAdd?: (string | ComposeValue)[];
  /**
   * Kernel parameters by name, for example `net.core.somaxconn`.
   *
   * @default - the host's
   */
  readonly sysctls?: { [name: string]: string | ComposeValue };
  /**
   * Whose memory and semaphores it shares: `host`, `private`, `shareable`, `service:` or `container:` and a name.
   *
   * @default - the engine's
   */
  readonly ipc?: string | ComposeValue;
  /**
   * Whose processes it sees: `host`, `service:` or `container:` and a name.
   *
   * @default - its own
   */
  readonly pid?: string | ComposeValue;
  /**
   * Whose host name it has: `host`.
   *
   * @default - its own
   */
  readonly uts?: string | ComposeValue;
  /**
   * Whose users it has where the engine maps them: `host`.
   *
   * @default - the engine's mapping
   */
  readonly usernsMode?: string | ComposeValue;
  /**
   * Whose control group it is in.
   *
   * @default - the engine's
   */
  readonly cgroup?: ServiceCgroup;
  /**
   * The control group in which the container's is made.
   *
   * @default - the engine's
   */
  readonly cgroupParent?: string | ComposeValue;
  /**
   * How containers are kept apart from each other: on Windows `process` or `hyperv`.
   *
   * @default - the engine's
   */
  readonly isolation?: string | ComposeValue;
  /**
   * The program that runs the container, for example `runc` or `runsc`.
   *
   * @default - the engine's
   */
  readonly runtime?: string | ComposeValue;
  /**
   * The account of a container on Windows; one of its three options.
   *
   * @default - none
   */
  readonly credentialSpec?: ComposeCredentialSpec;
  /**
   * Whether the container reaches the engine's socket, with the credentials of whoever runs compose. Since Compose 2.38; 2.26
   * refuses it.
   *
   * @default false
   */
  readonly useApiSocket?: boolean;
}

export const isolationRows = {
  privileged: ["privileged", plain.flag],
  groupAdd: ["group_add", plain.list],
  sysctls: ["sysctls", plain.map],
  ipc: ["ipc", plain.text],
  pid: ["pid", plain.text],
  uts: ["uts", plain.text],
  usernsMode: ["userns_mode", plain.text],
  cgroup: ["cgroup", plain.word(ServiceCgroup)],
  cgroupParent: ["cgroup_parent", plain.text],
  isolation: ["isolation", plain.text],
  runtime: ["runtime", plain.text],
  credentialSpec: credentialSpecRow,
  useApiSocket: ["use_api_socket", plain.flag],
} satisfies RowsOf<ServiceIsolationOptions>;
