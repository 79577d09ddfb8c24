import { ComposeValue } from "./compose-value";
import { parseVariableName } from "./names";
import { parseFilled } from "./parse-text";
import type { Place } from "./place";

/** Options of a secret: where its content is; exactly one of `file`, `environment` and `external`. */
export interface ComposeSecretOptions {
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
}

/** Where the content of a secret is. */
export interface SecretModel {
  readonly file?: ComposeValue;
  readonly environment?: ComposeValue;
  readonly external: boolean;
  readonly customName?: ComposeValue;
}

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
    public readonly _model: SecretModel,
    /** @internal */
    public readonly _file: object,
  ) {}

  /** The path in a container at which a service finds the secret, unless it asked for another target. */
  public get containerPath(): string {
    return `/run/secrets/${this.name}`;
  }
}

function parseSecret(options: ComposeSecretOptions, place: Place): SecretModel {
  const { file, environment, external = false, customName } = options;
  const sources = [file !== undefined, environment !== undefined, external].filter(Boolean).length;
  if (sources !== 1) {
    throw place.mistake({
      what: sources === 0 ? "the secret has no source" : "the secret has more than one source",
      allowed: "a secret has one of file, environment and external",
      fix: 'give one, for example environment: "DATABASE_PASSWORD"',
    });
  }
  if (customName !== undefined && !external) {
    throw place.mistake({
      what: "the secret has a customName and is not external",
      allowed: "only an external secret has a customName",
      fix: "leave it out",
    });
  }
  return {
    file: file === undefined ? undefined : parseFilled(file, place),
    environment: environment === undefined ? undefined : ComposeValue.literal(parseVariableName(environment, place)),
    external,
    customName: customName === undefined ? undefined : parseFilled(customName, place),
  };
}
