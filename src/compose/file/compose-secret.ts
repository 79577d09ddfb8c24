import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { parseRows, type RowsOf } from "../properties/property-rows";
import { variable } from "../properties/variable-property";
import type { RenderedMap } from "../render/render-map";
import { checkExternal } from "./external";
import { checkSources } from "./one-source";

/** Options of a secret: where its content is; exactly one of `file`, `environment` and `external`. */
export interface ComposeSecretOptions extends ComposeExtensible {
  /**
   * A file of the host that holds the secret.
   *
   * @default - the secret is no file
   */
  readonly file?: string | ComposeValue;
  /**
   * The name of an environment variable that holds the secret where compose runs.
   *
   * @default - the secret is no variable
   */
  readonly environment?: string;
  /**
   * Whether the engine has the secret already.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * The secret's name in the engine, where it is external.
   *
   * @default - the name in the file
   */
  readonly customName?: string | ComposeValue;
  /**
   * Labels of the secret.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * The driver that has the content, in a swarm.
   *
   * @default - none
   */
  readonly driver?: string | ComposeValue;
  /**
   * Options for the driver.
   *
   * @default - none
   */
  readonly driverOptions?: { [name: string]: string | ComposeValue };
  /**
   * The driver that fills in the content as a template, for example `golang`, in a swarm.
   *
   * @default - none
   */
  readonly templateDriver?: string | ComposeValue;
}

export const secretRows = {
  file: ["file", plain.text],
  environment: ["environment", variable],
  external: ["external", onlyTrueFlag],
  customName: ["name", plain.text],
  labels: ["labels", plain.map],
  driver: ["driver", plain.text],
  driverOptions: ["driver_opts", plain.map],
  templateDriver: ["template_driver", plain.text],
  ...extensible,
} satisfies RowsOf<ComposeSecretOptions>;

const parse = parseRows(secretRows);

/**
 * A secret of a compose file; `addSecret` of the file makes it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/09-secrets.md
 */
export class ComposeSecret {
  /** @internal */
  public static _create(name: string, options: ComposeSecretOptions, place: Place): ComposeSecret {
    return new ComposeSecret(name, parseSecret(options, place), place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: RenderedMap,
    /** @internal */
    public readonly _file: object,
  ) {}

  /** The path in a container at which a service finds the secret, unless it asked for another target. */
  public get containerPath(): string {
    return `/run/secrets/${this.name}`;
  }
}

function parseSecret(options: ComposeSecretOptions, place: Place): RenderedMap {
  checkSources("secret", ["file", "environment", "external"], options, place);
  if (options.customName !== undefined && !options.external) {
    throw place.mistake({
      what: "the secret has a customName and is not external",
      allowed: "only an external secret has a customName",
      fix: "leave it out",
    });
  }
  return checkExternal("secret", parse(options, place), place);
}
