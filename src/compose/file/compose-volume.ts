import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { parseRows, type RowsOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import { checkExternal } from "./external";

/** Options of a named volume. */
export interface ComposeVolumeOptions extends ComposeExtensible {
  /**
   * The volume's name in the engine.
   *
   * @default - the name of the compose project, `_` and the name in the file
   */
  readonly customName?: string | ComposeValue;
  /**
   * Whether the volume is there already, made and removed by others; no driver or label goes with it.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * The driver that makes it.
   *
   * @default - the engine's
   */
  readonly driver?: string | ComposeValue;
  /**
   * Options for the driver.
   *
   * @default - none
   */
  readonly driverOptions?: { [name: string]: string | ComposeValue };
  /**
   * Labels of the volume.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * Whether the volume is left out of the file where no service mounts it.
   *
   * @default false
   */
  readonly omitIfUnused?: boolean;
}

export const volumeRows = {
  customName: ["name", plain.text],
  external: ["external", onlyTrueFlag],
  driver: ["driver", plain.text],
  driverOptions: ["driver_opts", plain.map],
  labels: ["labels", plain.map],
  ...extensible,
} satisfies RowsOf<Omit<ComposeVolumeOptions, "omitIfUnused">>;

const parse = parseRows(volumeRows);

/**
 * A named volume of a compose file; `addVolume` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/07-volumes.md
 */
export class ComposeVolume {
  /** @internal */
  public static _create(name: string, options: ComposeVolumeOptions, place: Place): ComposeVolume {
    const { omitIfUnused = false, ...rest } = options;
    return new ComposeVolume(name, checkExternal("volume", parse(rest, place), place), place.file, omitIfUnused);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: RenderedMap,
    /** @internal */
    public readonly _file: object,
    /** @internal */
    public readonly _omitIfUnused: boolean,
  ) {}
}
