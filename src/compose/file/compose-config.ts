import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { parseRows, type RowsOf } from "../properties/property-rows";
import { variable } from "../properties/variable-property";
import type { RenderedMap } from "../render/render-map";
import { checkExternal } from "./external";
import { checkSources } from "./one-source";

/** Options of a config: where its content is; exactly one of `file`, `content`, `environment` and `external`. */
export interface ComposeConfigOptions extends ComposeExtensible {
  /**
   * A file of the host that holds the config.
   *
   * @default - the config is no file
   */
  readonly file?: string | ComposeValue;
  /**
   * The text itself.
   *
   * @default - the text isn't here
   */
  readonly content?: string | ComposeValue;
  /**
   * The name of an environment variable that holds the config where compose runs.
   *
   * @default - the config is no variable
   */
  readonly environment?: string;
  /**
   * Whether the platform has the config already.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * The config's name on the platform.
   *
   * @default - the name in the file
   */
  readonly customName?: string | ComposeValue;
  /**
   * Labels of the config.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * The driver that fills in the content as a template, for example `golang`, in a swarm.
   *
   * @default - none
   */
  readonly templateDriver?: string | ComposeValue;
}

export const configRows = {
  file: ["file", plain.text],
  content: ["content", plain.text],
  environment: ["environment", variable],
  external: ["external", onlyTrueFlag],
  customName: ["name", plain.text],
  labels: ["labels", plain.map],
  templateDriver: ["template_driver", plain.text],
  ...extensible,
} satisfies RowsOf<ComposeConfigOptions>;

const parse = parseRows(configRows);

/**
 * A config of a compose file; `addConfig` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/08-configs.md
 */
export class ComposeConfig {
  /** @internal */
  public static _create(name: string, options: ComposeConfigOptions, place: Place): ComposeConfig {
    checkSources("config", ["file", "content", "environment", "external"], options, place);
    return new ComposeConfig(name, checkExternal("config", parse(options, place), place), place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: RenderedMap,
    /** @internal */
    public readonly _file: object,
  ) {}

  /** The path in a container at which a service finds the config, unless it asked for another target. */
  public get containerPath(): string {
    return `/${this.name}`;
  }
}
