import type { ComposeValue } from "./compose-value";
import { parseFilled, parseTextMap } from "./parse-text";
import type { Place } from "./place";

/** Options of a named volume. */
export interface ComposeVolumeOptions {
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
}

/** A named volume, parsed. */
export interface VolumeModel {
  readonly customName?: ComposeValue;
  readonly external: boolean;
  readonly driver?: ComposeValue;
  readonly driverOptions: ReadonlyMap<string, ComposeValue>;
  readonly labels: ReadonlyMap<string, ComposeValue>;
}

/**
 * A named volume of a compose file; `addVolume` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/07-volumes.md
 */
export class ComposeVolume {
  /** @internal */
  public static _create(name: string, options: ComposeVolumeOptions, place: Place): ComposeVolume {
    const { external = false, customName, driver } = options;
    const model: VolumeModel = {
      customName: customName === undefined ? undefined : parseFilled(customName, place),
      external,
      driver: driver === undefined ? undefined : parseFilled(driver, place),
      driverOptions: parseTextMap(options.driverOptions),
      labels: parseTextMap(options.labels),
    };
    if (external && (model.driver || model.driverOptions.size > 0 || model.labels.size > 0)) {
      throw place.mistake({
        what: "the volume is external and has a driver, options for it or labels",
        allowed: "an external volume has a customName at most",
        fix: "leave out external or the rest",
      });
    }
    return new ComposeVolume(name, model, place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: VolumeModel,
    /** @internal */
    public readonly _file: object,
  ) {}
}
