import type { ComposeBuildResult } from "./build/build-result";
import type { ComposeBuildSecret } from "./build/build-secret";
import type { ComposeBuildSurroundings } from "./build/build-surroundings";
import type { ComposeValue } from "./compose-value";
import type { ComposeExtensible } from "./properties/extensions";
import type { ComposeHealthCheck } from "./service/compose-health-check";
import type { ComposePort } from "./service/compose-port";
import type { ComposeWatch } from "./service/compose-watch";
import type { ComposeDependency } from "./service/dependency-condition";
import type { ServiceHardwareOptions } from "./service/hardware";
import type { ServiceIsolationOptions } from "./service/isolation";
import type { ServiceNetworkingOptions } from "./service/networking";
import type { PullPolicy } from "./service/pull-policy";
import type { RestartPolicy } from "./service/restart-policy";
import type { ServiceRunningOptions } from "./service/running";
import type { ServiceModelUse } from "./service/service-model-use";
import type { ServiceNetwork } from "./service/service-network";
import type { ServiceSecret } from "./service/service-secret";
import type { ServiceVolume } from "./service/service-volume";

/**
 * How a service's image is built.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/build.md
 */
export interface ComposeBuild extends ComposeBuildResult, ComposeBuildSurroundings, ComposeExtensible {
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
   * The text of the Dockerfile, instead of a file.
   *
   * @default - there is a file
   */
  readonly dockerfileInline?: string | ComposeValue;
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
   * Secrets that the build may read.
   *
   * @default - none
   */
  readonly secrets?: ComposeBuildSecret[];
}

/** How a file of environment variables is read. */
export enum EnvFileFormat {
  /** As it is: what stands after the `=` is the value, quotes and `$` included. Since Compose 2.30. */
  RAW = "raw",
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
  /**
   * How it is read.
   *
   * @default - as compose reads .env, with quotes and variables
   */
  readonly format?: EnvFileFormat;
}

/**
 * Properties of a service. What is deliberately not here is reached by `addOverride` of the file.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
export interface ComposeServiceOptions
  extends ServiceNetworkingOptions,
    ServiceIsolationOptions,
    ServiceHardwareOptions,
    ServiceRunningOptions {
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
   * Whether the service is left out of the file where the user gives it no other property and no other service depends on
   * it.
   *
   * @default false
   */
  readonly omitIfUnused?: boolean;
  /**
   * The profiles that start the service.
   *
   * @default - none: it always starts
   */
  readonly profiles?: (string | ComposeValue)[];
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
   * Language models that the service uses. Since Compose 2.38; 2.26 refuses it.
   *
   * @default - none
   */
  readonly models?: ServiceModelUse[];
  /**
   * Services that have to be there first, by name; one of a file that is included, too. `addDependency` takes the service
   * itself.
   *
   * @default - none
   */
  readonly dependencies?: { [service: string]: ComposeDependency };
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
  readonly scale?: number | ComposeValue;
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
  readonly capAdd?: (string | ComposeValue)[];
  /**
   * Linux capabilities the container hasn't; `ALL` for all.
   *
   * @default - none
   */
  readonly capDrop?: (string | ComposeValue)[];
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
