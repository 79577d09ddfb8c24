import type { ComposeValue } from "./compose-value";
import { parseFilled, parseTextMap } from "./parse-text";
import type { Place } from "./place";

/** Options of a network. */
export interface ComposeNetworkOptions {
  /**
   * The network's name in the engine.
   *
   * @default - the name of the compose project, `_` and the name in the file
   */
  readonly customName?: string | ComposeValue;
  /**
   * Whether the network is there already, made and removed by others; no other option but `customName` goes with it.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * Whether the network has no way out of the host.
   *
   * @default false
   */
  readonly internal?: boolean;
  /**
   * Whether containers that compose doesn't manage may join.
   *
   * @default false
   */
  readonly attachable?: boolean;
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
   * Labels of the network.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
}

/** A network, parsed. */
export interface NetworkModel {
  readonly customName?: ComposeValue;
  readonly external: boolean;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly driver?: ComposeValue;
  readonly driverOptions: ReadonlyMap<string, ComposeValue>;
  readonly labels: ReadonlyMap<string, ComposeValue>;
}

/**
 * A network of a compose file; `addNetwork` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/06-networks.md
 */
export class ComposeNetwork {
  /** @internal */
  public static _create(name: string, options: ComposeNetworkOptions, place: Place): ComposeNetwork {
    const { external = false, internal = false, attachable = false, customName, driver } = options;
    const model: NetworkModel = {
      customName: customName === undefined ? undefined : parseFilled(customName, place),
      external,
      internal,
      attachable,
      driver: driver === undefined ? undefined : parseFilled(driver, place),
      driverOptions: parseTextMap(options.driverOptions),
      labels: parseTextMap(options.labels),
    };
    const isMade = internal || attachable || model.driver || model.driverOptions.size > 0 || model.labels.size > 0;
    if (external && isMade) {
      throw place.mistake({
        what: "the network is external and has options for making it",
        allowed: "an external network has a customName at most",
        fix: "leave out external or the rest",
      });
    }
    return new ComposeNetwork(name, model, place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: NetworkModel,
    /** @internal */
    public readonly _file: object,
  ) {}
}
