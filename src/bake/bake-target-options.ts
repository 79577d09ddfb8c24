import type { IBakeTarget } from "./bake-reference";
import type { BakeValue } from "./bake-value";

/** A secret that a build may read; one of the two says where it is. */
export interface BakeSecret {
  /** The environment variable of whoever starts the build that has it. */
  readonly environmentVariable?: string;
  /** The file that has it. */
  readonly file?: string;
}

/** A limit of what a process may use. */
export interface BakeUlimit {
  /** The limit that processes start with. */
  readonly soft: number;
  /**
   * The limit up to which they may raise it.
   *
   * @default - that of `soft`
   */
  readonly hard?: number;
}

/**
 * Options of a target. A path leads from the folder in which bake runs.
 *
 * @see https://docs.docker.com/build/bake/reference/#target
 */
export interface BakeTargetOptions {
  /**
   * What the target is, for `docker buildx bake --list`. buildx 0.13 passes over it.
   *
   * @default - none
   */
  readonly description?: string | BakeValue;
  /**
   * Targets of this file whose properties it has too; its own go before them.
   *
   * @default - none
   */
  readonly inherits?: IBakeTarget[];
  /**
   * The build context: a folder, or the address of a repository or an archive.
   *
   * @default "."
   */
  readonly context?: string | BakeValue;
  /**
   * Further contexts by the names that the Dockerfile gives them: a folder, an address, `docker-image://` and an image, or
   * `target:` and a target of this file, which is built first.
   *
   * @default - none
   */
  readonly contexts?: { [name: string]: string | BakeValue };
  /**
   * Path of the Dockerfile in the build context.
   *
   * @default "Dockerfile"
   */
  readonly dockerfile?: string | BakeValue;
  /**
   * The text of a Dockerfile, in place of a file.
   *
   * @default - none
   */
  readonly dockerfileInline?: string | BakeValue;
  /**
   * The stage that is built.
   *
   * @default - the last one
   */
  readonly target?: string | BakeValue;
  /**
   * Build arguments. One whose whole value is a variable without a value is left out.
   *
   * @default - those of the Dockerfile
   */
  readonly args?: { [name: string]: string | BakeValue };
  /**
   * Names of the image.
   *
   * @default - none
   */
  readonly tags?: (string | BakeValue)[];
  /**
   * Platforms for which the image is built, for example `linux/arm64`.
   *
   * @default - the builder's
   */
  readonly platforms?: (string | BakeValue)[];
  /**
   * Labels of the image.
   *
   * @default - those of the Dockerfile
   */
  readonly labels?: { [name: string]: string | BakeValue };
  /**
   * Annotations of the image, for example `index:org.opencontainers.image.title=orders`.
   *
   * @default - none
   */
  readonly annotations?: (string | BakeValue)[];
  /**
   * Secrets that instructions may ask for, by their ids.
   *
   * @default - none
   */
  readonly secrets?: { [id: string]: BakeSecret };
  /**
   * Agents and keys for SSH: `default` for the agent, or `github=~/.ssh/github`. Since buildx 0.20 bake asks before it
   * forwards an agent, or is told by `--allow=ssh`.
   *
   * @default - none
   */
  readonly ssh?: (string | BakeValue)[];
  /**
   * Caches that the build reads, for example `type=registry,ref=ghcr.io/team/orders:cache`.
   *
   * @default - the builder's own
   */
  readonly cacheFrom?: (string | BakeValue)[];
  /**
   * Caches that the build writes, for example `type=gha,mode=max`.
   *
   * @default - the builder's own
   */
  readonly cacheTo?: (string | BakeValue)[];
  /**
   * Where the result goes, for example `type=registry`. What is given here holds on every builder: leave it to the command
   * line, `--load` or `--push`, where the file is for several.
   *
   * @default - the builder's
   */
  readonly output?: (string | BakeValue)[];
  /**
   * Whether base images are asked for in their registries, also where the builder has them.
   *
   * @default false
   */
  readonly pull?: boolean;
  /**
   * Whether everything is built, whatever the cache has.
   *
   * @default false
   */
  readonly noCache?: boolean;
  /**
   * Stages that are built, whatever the cache has.
   *
   * @default - none
   */
  readonly noCacheFilter?: (string | BakeValue)[];
  /**
   * The network of RUN instructions: `default`, `host` or `none`.
   *
   * @default - the builder's
   */
  readonly network?: string | BakeValue;
  /**
   * The size of `/dev/shm`.
   *
   * @default - the builder's: 64 MiB
   */
  readonly shmSizeBytes?: number;
  /**
   * Limits of what a process may use, by name, for example `nofile`.
   *
   * @default - the builder's
   */
  readonly ulimits?: { [name: string]: BakeUlimit };
  /**
   * Addresses of further hosts by name. buildx 0.13 passes over it.
   *
   * @default - none
   */
  readonly extraHosts?: { [name: string]: string | BakeValue };
  /**
   * What the build may do besides the usual: `network.host` or `security.insecure`. buildx 0.13 passes over it.
   *
   * @default - nothing
   */
  readonly entitlements?: (string | BakeValue)[];
  /**
   * Attestations, for example `type=provenance,mode=max` or `type=sbom`.
   *
   * @default - the builder's
   */
  readonly attest?: (string | BakeValue)[];
  /**
   * What is done in place of building: `check`, `outline` or `targets`. buildx 0.13 passes over it.
   *
   * @default "build"
   */
  readonly call?: string | BakeValue;
}
