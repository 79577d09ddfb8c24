import { Mistake, shown } from "../values/mistake";
import { mountFields, targetPath, withoutComma } from "./mount-path";
import { projectPath } from "./project-path";

/** Options of a bind mount or a volume of a dev container. */
export interface DevContainerMountOptions {
  /**
   * Whether the container may only read it; not possible where the dev container is a compose service.
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Something that is mounted into a dev container.
 *
 * @see https://containers.dev/implementors/json_reference/#general-properties
 */
export class DevContainerMount {
  /**
   * A file or folder of the host. GitHub Codespaces ignores it.
   *
   * @param source a path from the project's folder, an absolute one, or one that starts with a variable, such as
   * `${localEnv:HOME}/.ssh`
   * @param target an absolute path in the container
   * @throws where a path is not valid
   */
  public static bind(source: string, target: string, options: DevContainerMountOptions = {}): DevContainerMount {
    const where = "DevContainerMount.bind";
    if (source.startsWith("~")) {
      throw new Mistake({
        where,
        what: `nothing expands the ~ of ${shown(source)}`,
        fix: `write ${shown(source.replace("~", `\${localEnv:HOME}`))}`,
      });
    }
    const isFixed = source.startsWith("/") || source.startsWith("${");
    // Not joined: a .. would take the variable away.
    const path = isFixed ? source : `\${localWorkspaceFolder}/${projectPath(source, where)}`.replace(/\/\.$/, "");
    return new DevContainerMount("bind", targetPath(target, where), withoutComma(path, where), options.readOnly);
  }

  /**
   * A named volume; the engine makes it where it is not there, for root.
   *
   * @param name a volume's name; the variable `${devcontainerId}` sets apart those of other folders
   * @param target an absolute path in the container
   * @throws where the name or the path is not valid
   */
  public static volume(name: string, target: string, options: DevContainerMountOptions = {}): DevContainerMount {
    const where = "DevContainerMount.volume";
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name.replace(/\$\{[a-zA-Z:_]+\}/g, "x"))) {
      throw new Mistake({
        where,
        what: `the volume ${shown(name)} is not valid`,
        allowed: "a name starts with a letter or digit and has letters, digits and _ . -",
        fix: "rename it, or use DevContainerMount.bind for a path of the host",
      });
    }
    return new DevContainerMount("volume", targetPath(target, where), name, options.readOnly);
  }

  /**
   * A folder in memory; not possible where the dev container is a compose service.
   *
   * @param target an absolute path in the container
   * @throws where the path is not valid
   */
  public static tmpfs(target: string): DevContainerMount {
    return new DevContainerMount("tmpfs", targetPath(target, "DevContainerMount.tmpfs"));
  }

  /**
   * A mount in the words of `docker run --mount`, for what the other methods have no option for.
   *
   * @param text such as `type=volume,source=a,target=/a,volume-nocopy`
   * @throws where it has no type, or no absolute target
   * @see https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount
   */
  public static of(text: string): DevContainerMount {
    const where = "DevContainerMount.of";
    const { type, source, target, readonly, ...others } = mountFields(text);
    if (type === undefined || target === undefined) {
      throw new Mistake({
        where,
        what: `${shown(text)} has no ${type === undefined ? "type" : "target"}`,
        allowed: "a mount has both",
        fix: 'write one like "type=volume,source=cache,target=/cache"',
      });
    }
    const isReadOnly = readonly !== undefined && readonly !== "false";
    return new DevContainerMount(type, targetPath(target, where), source, isReadOnly, others);
  }

  private constructor(
    /** `bind`, `volume` or `tmpfs`. */
    public readonly type: string,
    /** The path in the container. */
    public readonly target: string,
    /** The host's path or the volume's name; undefined where there is none. */
    public readonly source?: string,
    /** Whether the container may only read it. */
    public readonly readOnly: boolean = false,
    /** What else `docker run --mount` is told, by its names there. */
    public readonly otherOptions: { [name: string]: string } = {},
  ) {}
}
