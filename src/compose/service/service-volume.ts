import { ContainerPath } from "../../values/container-path";
import type { ComposeValue } from "../compose-value";
import type { ComposeVolume } from "../file/compose-volume";
import { parseFilled, parseImage } from "../properties/parse-text";
import { Place } from "../properties/place";
import { type PropertyRows, parseRows } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import {
  type BindVolumeOptions,
  bindRows,
  type ImageVolumeOptions,
  imageVolumeRows,
  type MountOptions,
  mountRows,
  type NamedVolumeOptions,
  namedVolumeRows,
  type TmpfsVolumeOptions,
  tmpfsRows,
} from "./volume-options";

/** What is mounted into a service, parsed. */
export interface ServiceMount {
  readonly type: "volume" | "bind" | "tmpfs" | "image" | "cluster" | "npipe";
  /** The volume's name, a path of the host, or an image; a volume without a name has none. */
  readonly source?: ComposeValue | string;
  readonly target: string;
  /** What mounts of any type have. */
  readonly common: RenderedMap;
  /** What mounts of this type have. */
  readonly own: RenderedMap;
}

/** What a type of mounts has of its own, under its name. */
export const mountTypeRows = {
  volume: namedVolumeRows,
  bind: bindRows,
  tmpfs: tmpfsRows,
  image: imageVolumeRows,
} as const satisfies { readonly [type: string]: PropertyRows };

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
    return ServiceVolume.make("volume", volume.name, pathOf(target), options, volume);
  }

  /**
   * A volume without a name, which ends with the container.
   *
   * @param target the absolute path in the container
   * @throws where the target is no absolute path
   */
  public static anonymous(target: string, options: NamedVolumeOptions = {}): ServiceVolume {
    return ServiceVolume.make("volume", undefined, pathOf(target), options);
  }

  /**
   * A file or folder of the host.
   *
   * @param source its path, from the folder of the compose file
   * @param target the absolute path in the container
   * @throws where the source is empty or the target is no absolute path
   */
  public static bind(source: string | ComposeValue, target: string, options: BindVolumeOptions = {}): ServiceVolume {
    const parsed = parseFilled(source, placeOf("bind"));
    return ServiceVolume.make("bind", parsed, pathOf(target), { createHostPath: false, ...options });
  }

  /**
   * A file system in memory that ends with the container.
   *
   * @param target the absolute path in the container
   * @throws where the target is no absolute path, or the size no whole number
   */
  public static tmpfs(target: string, options: TmpfsVolumeOptions = {}): ServiceVolume {
    return ServiceVolume.make("tmpfs", undefined, pathOf(target), options);
  }

  /**
   * What an image has, read only. Since Compose 2.35, and Docker 28; 2.26 refuses its options.
   *
   * @param image the image
   * @param target the absolute path in the container
   * @throws where the image is none, or the target is no absolute path
   */
  public static image(image: string | ComposeValue, target: string, options: ImageVolumeOptions = {}): ServiceVolume {
    return ServiceVolume.make("image", parseImage(image), pathOf(target), options);
  }

  /**
   * A volume of a swarm.
   *
   * @param source its name, or a group of them: `group:fast`
   * @param target the absolute path in the container
   * @throws where the source is empty or the target is no absolute path
   */
  public static cluster(source: string | ComposeValue, target: string, options: MountOptions = {}): ServiceVolume {
    return ServiceVolume.make("cluster", parseFilled(source, placeOf("cluster")), pathOf(target), options);
  }

  /**
   * A named pipe of the host, on Windows.
   *
   * @param source its path, for example `\\.\pipe\docker_engine`
   * @param target its path in the container; the same where it is left out
   * @throws where the source is empty
   */
  public static namedPipe(source: string, target: string = source, options: MountOptions = {}): ServiceVolume {
    return ServiceVolume.make("npipe", parseFilled(source, placeOf("npipe")), target, options);
  }

  private static make(
    type: ServiceMount["type"],
    source: ServiceMount["source"],
    target: string,
    { readOnly, extensions, ...own }: MountOptions,
    volume?: ComposeVolume,
  ): ServiceVolume {
    const place = placeOf(type);
    const ownRows = Object.hasOwn(mountTypeRows, type) ? mountTypeRows[type as keyof typeof mountTypeRows] : {};
    const common = parseRows(mountRows)({ readOnly, extensions }, place);
    return new ServiceVolume({ type, source, target, common, own: parseRows(ownRows)(own, place) }, volume);
  }

  private constructor(
    /** @internal */
    public readonly _mount: ServiceMount,
    /** @internal */
    public readonly _volume?: ComposeVolume,
  ) {}
}

function placeOf(type: string): Place {
  return new Place(`${type} mount`, ServiceVolume);
}

function pathOf(target: string): string {
  return ContainerPath.of(target).toString();
}
