import { ContainerPath } from "../values/container-path";
import { Mistake, shown } from "../values/mistake";
import type { IDockerfileStage } from "./stage-reference";
import { DockerfileWord } from "./word";

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
   * @default - 0755 for a cache, 0400 for a secret
   */
  readonly mode?: string;
}

/** Options of a cache mount. */
export interface CacheMountOptions extends MountOwnerOptions {
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
}

/** Options of a bind mount. */
export interface BindMountOptions {
  /**
   * The stage whose files are mounted.
   * @default - the build context
   */
  readonly stage?: IDockerfileStage;
  /**
   * Path in the stage or in the build context.
   * @default - its root
   */
  readonly source?: string;
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

/**
 * What a RUN instruction sees without its becoming part of the image.
 *
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export class RunMount {
  /**
   * A folder that is kept between builds.
   *
   * @param target absolute path in the container
   * @throws where the path is relative
   */
  public static cache(target: string, options: CacheMountOptions = {}): RunMount {
    return new RunMount({
      type: "cache",
      id: options.id,
      target: ContainerPath.of(target).toString(),
      sharing: options.sharing,
      ...ownerFields(options),
    });
  }

  /**
   * A file or folder of the build context or of another stage.
   *
   * @param target absolute path in the container
   * @throws where the path is relative
   */
  public static bind(target: string, options: BindMountOptions = {}): RunMount {
    return new RunMount({
      type: "bind",
      from: options.stage?.name,
      source: options.source,
      target: ContainerPath.of(target).toString(),
      rw: options.writable ? "true" : undefined,
    });
  }

  /**
   * A secret of the build, never part of a layer.
   *
   * @param id the name that `docker build --secret id=…` gives it
   * @throws where the target is a relative path, or the variable's name is not valid
   */
  public static secret(id: string, options: SecretMountOptions = {}): RunMount {
    const { environmentVariable: variable } = options;
    const target = options.target === undefined ? undefined : ContainerPath.of(options.target).toString();
    if (variable !== undefined) DockerfileWord.variable(variable);
    return new RunMount(
      { type: "secret", id, target, required: options.required ? "true" : undefined, ...ownerFields(options) },
      variable === undefined ? undefined : { variable, file: target ?? `/run/secrets/${id}` },
    );
  }

  /**
   * A folder in memory that is gone after the command.
   *
   * @param target absolute path in the container
   * @throws where the path is relative
   */
  public static tmpfs(target: string): RunMount {
    return new RunMount({ type: "tmpfs", target: ContainerPath.of(target).toString() });
  }

  /** @internal */
  public readonly _fields: [string, string][];

  private constructor(
    fields: Record<string, string | undefined>,
    /** What the shell reads before the command. @internal */
    public readonly _environment?: { readonly variable: string; readonly file: string },
  ) {
    const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
    for (const [key, value] of given) {
      if (/[,"\s]/.test(value)) {
        throw new Mistake({
          where: "Dockerfile",
          what: `the mount's ${key} ${shown(value)} has a comma, a quote or white space`,
          allowed: "BuildKit reads a mount as comma-separated fields",
          fix: "use another path or name",
        });
      }
    }
    this._fields = given;
  }
}

function ownerFields(options: MountOwnerOptions) {
  return { uid: options.uid?.toString(), gid: options.gid?.toString(), mode: options.mode };
}
