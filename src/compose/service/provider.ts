import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { anyJson, plain } from "../properties/plain-properties";
import { named } from "../properties/property";
import type { RowsOf } from "../properties/property-rows";

/**
 * A program that provides a service instead of a container.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#provider
 */
export interface ComposeProvider extends ComposeExtensible {
  /** The program, or the plugin of docker compose. */
  readonly type: string | ComposeValue;
  /**
   * Options for it: texts, numbers, booleans, or lists of them.
   *
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: a text, a number, a boolean or a list
  readonly options?: { [name: string]: any };
}

export const providerRows = {
  type: ["type", plain.text],
  options: ["options", named(anyJson)],
  ...extensible,
} satisfies RowsOf<ComposeProvider>;
