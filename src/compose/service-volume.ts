import { ContainerPath } from "../values/container-path";
import type { ComposeValue } from "./compose-value";
import type { ComposeVolume } from "./compose-volume";
import { parseCount } from "./parse-number";
import { parseFilled } from "./parse-text";
import { Place } from "./place";

/** Options of a named volume in a service. */
export interface NamedVolumeOptions {
  /**
   * Whether the container can't write to it.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Whether a new volume stays empty instead of taking what the image has at the target.
   *
   * @default false
   */
  readonly noCopy?: boolean;
}

/** Options of a bind mount in a service. */
export interface BindVolumeOptions {
  /**
   * Whether the container can't write to it.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Whether the engine makes the folder on the host, owned by root, where it is missing; else that is an error.
   *
   * It is always written out, because versions of compose differ in what they take where it isn't.
   *
   * @default false
   */
  readonly createHostPath?: boolean;
}

/** Options of a file system in memory. */
export interface TmpfsVolumeOptions {
  /**
   * Its size at most.
   *
   * @default - half of the host's memory
   */
  readonly sizeBytes?: number;
}

/** What is mounted into a service, parsed. */
export type ServiceMount =
  | ({ readonly kind: "named"; readonly volume: string; readonly target: string } & Required<NamedVolumeOptions>)
  | ({ readonly kind: "bind"; readonly source: ComposeValue; readonly target: string } & Required<BindVolumeOptions>)
  | ({ readonly kind: "tmpfs"; readonly target: string } & TmpfsVolumeOptions);

/**
 * What is mounted into the containers of a service.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#volumes
 */
export class ServiceVolume {
  /**
   * A named volume of the file.
   *
   * @param volume what `addVolume` of the file gave
   * @param target the absolute path in the container
   * @throws where the target is no absolute path
   */
  public static named(volume: ComposeVolume, target: string, options: NamedVolumeOptions = {}): ServiceVolume {
    const { readOnly = false, noCopy = false } = options;
    return new ServiceVolume({ kind: "named", volume: volume.name, target: pathOf(target), readOnly, noCopy }, volume);
  }

  /**
   * A file or folder of the host.
   *
   * @param source its path, from the folder of the compose file
   * @param target the absolute path in the container
   * @throws where the source is empty or the target is no absolute path
   */
  public static bind(source: string | ComposeValue, target: string, options: BindVolumeOptions = {}): ServiceVolume {
    const { readOnly = false, createHostPath = false } = options;
    const parsed = parseFilled(source, new Place("bind mount", ServiceVolume));
    return new ServiceVolume({ kind: "bind", source: parsed, target: pathOf(target), readOnly, createHostPath });
  }

  /**
   * A file system in memory that ends with the container.
   *
   * @param target the absolute path in the container
   * @throws where the target is no absolute path, or the size no whole number
   */
  public static tmpfs(target: string, options: TmpfsVolumeOptions = {}): ServiceVolume {
    const { sizeBytes } = options;
    const size = sizeBytes === undefined ? undefined : parseCount(sizeBytes, new Place("tmpfs", ServiceVolume));
    return new ServiceVolume({ kind: "tmpfs", target: pathOf(target), sizeBytes: size });
  }

  private constructor(
    /** @internal */
    public readonly _mount: ServiceMount,
    /** @internal */
    public readonly _volume?: ComposeVolume,
  ) {}
}

function pathOf(target: string): string {
  return ContainerPath.of(target).toString();
}
