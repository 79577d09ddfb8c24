import type { ImageReference } from "../values/image-reference";
import type { IDockerfileStage } from "./stage-reference";

/** How concurrent builds share a cache mount. */
export enum CacheSharing {
  /** Several builds write at once. */
  SHARED = "shared",
  /** Each build has a cache of its own. */
  PRIVATE = "private",
  /** The second build waits for the first. */
  LOCKED = "locked",
}

/** Owner and mode of what a mount shows. */
export interface MountOwnerOptions {
  /**
   * Numeric user id of the owner.
   * @default 0
   */
  readonly uid?: number;
  /**
   * Numeric group id of the owner.
   * @default 0
   */
  readonly gid?: number;
  /**
   * File mode, in octal: `0755`.
   * @default - 0755 for a cache, 0400 for a secret, 0600 for an agent's socket
   */
  readonly mode?: string;
}

/** Where the files of a mount come from. */
export interface MountSourceOptions {
  /**
   * The stage whose files are shown; of a named build context: `{ name: "docs" }`.
   * @default - see the mount
   */
  readonly stage?: IDockerfileStage;
  /**
   * The image whose files are shown.
   * @default - see the mount
   */
  readonly image?: ImageReference;
  /**
   * Path in it.
   * @default - its root
   */
  readonly source?: string;
}

/** Options of a cache mount; without a stage or an image it starts as an empty folder. */
export interface CacheMountOptions extends MountOwnerOptions, MountSourceOptions {
  /**
   * Name of the cache; mounts with one name share it.
   * @default - the target
   */
  readonly id?: string;
  /**
   * How concurrent builds share it.
   * @default CacheSharing.SHARED
   */
  readonly sharing?: CacheSharing;
  /**
   * Whether the command may only read.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Options of a bind mount; without a stage or an image it shows the build context. */
export interface BindMountOptions extends MountSourceOptions {
  /**
   * Whether the command may write; what it writes is thrown away.
   * @default false
   */
  readonly writable?: boolean;
}

/** Options of a secret mount. */
export interface SecretMountOptions extends MountOwnerOptions {
  /**
   * Where the secret appears as a file.
   * @default - `/run/secrets/<id>`
   */
  readonly target?: string;
  /**
   * The environment variable that holds the secret during the command; it is unset where the secret is missing or empty.
   *
   * The stage's shell reads it from the file, which every frontend can show: BuildKit's own `env=` needs Dockerfile 1.10.
   *
   * @default - none
   */
  readonly environmentVariable?: string;
  /**
   * Whether the build fails where the secret is not given.
   * @default false
   */
  readonly required?: boolean;
}

/** Options of an SSH mount. */
export interface SshMountOptions extends MountOwnerOptions {
  /**
   * The name that `docker build --ssh` gives the agent or key.
   * @default "default"
   */
  readonly id?: string;
  /**
   * Where the agent's socket appears; SSH_AUTH_SOCK names it in any case.
   * @default - `/run/buildkit/ssh_agent.0`, and the next number for a further one
   */
  readonly target?: string;
  /**
   * Whether the build fails where no agent is given.
   * @default false
   */
  readonly required?: boolean;
}

/** Options of a folder in memory. */
export interface TmpfsMountOptions {
  /**
   * The most that it may hold, in bytes.
   * @default - no limit
   */
  readonly sizeBytes?: number;
}
