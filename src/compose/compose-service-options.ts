import type { ComposeHealthCheck } from "./compose-health-check";
import type { ComposeNetwork } from "./compose-network";
import type { ComposePort } from "./compose-port";
import type { ComposeSecret } from "./compose-secret";
import type { ComposeValue } from "./compose-value";
import type { ComposeWatch } from "./compose-watch";
import type { PullPolicy } from "./pull-policy";
import type { RestartPolicy } from "./restart-policy";
import type { ServiceVolume } from "./service-volume";

/**
 * How a service's image is built.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/build.md
 */
export interface ComposeBuild {
  /**
   * The build context: a folder, from the folder of the compose file, or a URL.
   *
   * @default "."
   */
  readonly context?: string | ComposeValue;
  /**
   * The Dockerfile, from the context.
   *
   * @default - the engine's: Dockerfile
   */
  readonly dockerfile?: string | ComposeValue;
  /**
   * The stage to build.
   *
   * @default - the last one
   */
  readonly target?: string | ComposeValue;
  /**
   * Build arguments by name.
   *
   * @default - none
   */
  readonly args?: { [name: string]: string | ComposeValue };
  /**
   * Secrets that the build may read, under their names in the file; `addSecret` of the file gives them.
   *
   * @default - none
   */
  readonly secrets?: ComposeSecret[];
}

/** A file of environment variables. */
export interface ComposeEnvFile {
  /** The file, from the folder of the compose file. */
  readonly path: string | ComposeValue;
  /**
   * Whether compose stops where it is missing.
   *
   * @default true
   */
  readonly required?: boolean;
}

/** A network that a service joins. */
export interface ServiceNetwork {
  /** What `addNetwork` of the file gave. */
  readonly network: ComposeNetwork;
  /**
   * Names of the service in the network, besides its own.
   *
   * @default - none
   */
  readonly aliases?: string[];
}

/** A secret that a service may read. */
export interface ServiceSecret {
  /** What `addSecret` of the file gave. */
  readonly secret: ComposeSecret;
  /**
   * The absolute path in the container at which it stands.
   *
   * @default - `containerPath` of the secret
   */
  readonly target?: string;
}

/**
 * Properties of a service. What isn't here yet is reached by `addOverride` of the file.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
export interface ComposeServiceOptions {
  /**
   * The image; with `imageBuild` the name that the built image gets. A string is an image reference.
   *
   * @default - with `imageBuild`, the project's name, `-` and the service's
   */
  readonly image?: string | ComposeValue;
  /**
   * How the image is built.
   *
   * @default - it isn't built
   */
  readonly imageBuild?: ComposeBuild;
  /**
   * When a registry is asked for the image.
   *
   * @default - the engine's: where it is neither there nor built
   */
  readonly pullPolicy?: PullPolicy;
  /**
   * The processor and system of the image, for example `linux/amd64`.
   *
   * @default - the engine's
   */
  readonly platform?: string | ComposeValue;
  /**
   * The profiles that start the service.
   *
   * @default - none: it always starts
   */
  readonly profiles?: string[];
  /**
   * The words of the entry point; empty for none.
   *
   * @default - the image's
   */
  readonly entrypoint?: (string | ComposeValue)[];
  /**
   * The words of the command; empty for none.
   *
   * @default - the image's
   */
  readonly command?: (string | ComposeValue)[];
  /**
   * The user, and after a colon the group, that the container runs as.
   *
   * @default - the image's
   */
  readonly user?: string | ComposeValue;
  /**
   * The absolute path in which the command runs.
   *
   * @default - the image's
   */
  readonly workingDir?: string | ComposeValue;
  /**
   * Environment variables by name.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string | ComposeValue };
  /**
   * Files of environment variables; a variable of a later one wins, and one of `environment` over all.
   *
   * @default - none
   */
  readonly envFiles?: ComposeEnvFile[];
  /**
   * Ports that are published on the host.
   *
   * @default - none
   */
  readonly ports?: ComposePort[];
  /**
   * TCP ports that are named for other containers and not published.
   *
   * @default - none
   */
  readonly expose?: number[];
  /**
   * What is mounted.
   *
   * @default - nothing
   */
  readonly volumes?: ServiceVolume[];
  /**
   * Absolute paths of file systems in memory, with mount options after a colon: `/run:mode=1777,size=64m`.
   *
   * @default - none
   */
  readonly tmpfs?: (string | ComposeValue)[];
  /**
   * Secrets that the service may read.
   *
   * @default - none
   */
  readonly secrets?: ServiceSecret[];
  /**
   * Networks that the service joins.
   *
   * @default - the file's default network
   */
  readonly networks?: ServiceNetwork[];
  /**
   * Addresses of further hosts by name; `host-gateway` is the address of the host.
   *
   * @default - none
   */
  readonly extraHosts?: { [name: string]: string | ComposeValue };
  /**
   * How the engine finds out whether a container is healthy.
   *
   * @default - the image's
   */
  readonly healthCheck?: ComposeHealthCheck;
  /**
   * When the engine starts the container again.
   *
   * @default RestartPolicy.NO
   */
  readonly restart?: RestartPolicy;
  /**
   * How many containers of the service run; 0 for a service that is built and never started.
   *
   * @default - the engine's: 1
   */
  readonly scale?: number;
  /**
   * Whether an init process runs first, which hands on signals and reaps processes.
   *
   * @default - the engine's: false
   */
  readonly init?: boolean;
  /**
   * The signal that stops the container, for example `SIGINT`.
   *
   * @default - the image's, else SIGTERM
   */
  readonly stopSignal?: string | ComposeValue;
  /**
   * The time the container has for stopping before it is killed.
   *
   * @default 10
   */
  readonly stopGracePeriodSeconds?: number;
  /**
   * Whether the container can't write to the file system of its image.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Linux capabilities the container has besides the engine's usual ones.
   *
   * @default - none
   */
  readonly capAdd?: string[];
  /**
   * Linux capabilities the container hasn't; `ALL` for all.
   *
   * @default - none
   */
  readonly capDrop?: string[];
  /**
   * Security options, for example `no-new-privileges:true`.
   *
   * @default - none
   */
  readonly securityOpt?: (string | ComposeValue)[];
  /**
   * Labels of the container.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * Paths that `docker compose watch` follows.
   *
   * @default - none
   */
  readonly watch?: ComposeWatch[];
}
