import { ContainerPath } from "../values/container-path";
import { Mistake, shown } from "../values/mistake";
import type {
  BindMountOptions,
  CacheMountOptions,
  MountOwnerOptions,
  MountSourceOptions,
  SecretMountOptions,
  SshMountOptions,
  TmpfsMountOptions,
} from "./mount-options";
import { DockerfileWord } from "./word";

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
   * @throws where the path is relative, or both a stage and an image are given
   */
  public static cache(target: string, options: CacheMountOptions = {}): RunMount {
    return new RunMount({
      type: "cache",
      id: options.id,
      ...sourceFields(options),
      target: ContainerPath.of(target).toString(),
      sharing: options.sharing,
      ro: options.readOnly ? "true" : undefined,
      ...ownerFields(options),
    });
  }

  /**
   * A file or folder of the build context, of another stage or of an image.
   *
   * @param target absolute path in the container
   * @throws where the path is relative, or both a stage and an image are given
   */
  public static bind(target: string, options: BindMountOptions = {}): RunMount {
    return new RunMount({
      type: "bind",
      ...sourceFields(options),
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
   * @throws where the path is relative, or the size is no number of bytes
   */
  public static tmpfs(target: string, options: TmpfsMountOptions = {}): RunMount {
    const { sizeBytes } = options;
    if (sizeBytes !== undefined && !(Number.isInteger(sizeBytes) && sizeBytes > 0)) {
      throw new Mistake({
        where: "Dockerfile",
        what: `the mount's sizeBytes is ${shown(sizeBytes)}`,
        allowed: "it is a whole number greater than 0",
      });
    }
    return new RunMount({ type: "tmpfs", target: ContainerPath.of(target).toString(), size: sizeBytes?.toString() });
  }

  /**
   * The SSH agent, or a key, that `docker build --ssh` gives the build; never part of a layer.
   *
   * @throws where the target is a relative path
   * @see https://docs.docker.com/reference/dockerfile/#run---mounttypessh
   */
  public static ssh(options: SshMountOptions = {}): RunMount {
    return new RunMount({
      type: "ssh",
      id: options.id,
      target: options.target === undefined ? undefined : ContainerPath.of(options.target).toString(),
      required: options.required ? "true" : undefined,
      ...ownerFields(options),
    });
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
      if (/[,"'`$\\]|[^!-~]/.test(value) || value === "") {
        throw new Mistake({
          where: "Dockerfile",
          what: `the mount's ${key} ${shown(value)} can't be written`,
          allowed:
            "it has printable ASCII characters, but no comma, white space, quote, dollar sign, backslash or backtick",
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

function sourceFields({ stage, image, source }: MountSourceOptions) {
  if (stage !== undefined && image !== undefined) {
    throw new Mistake({
      where: "Dockerfile",
      what: `a mount shows the stage ${shown(stage.name)} and the image ${shown(image.toString())}`,
      allowed: "a mount shows files of one of them",
      fix: "leave one of the two out",
    });
  }
  return { from: stage?.name ?? image?.toString(), source };
}
