import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/**
 * Where the output of containers goes.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#logging
 */
export interface ComposeLogging extends ComposeExtensible {
  /**
   * The driver, for example `json-file`, `local` or `syslog`.
   *
   * @default - the engine's
   */
  readonly driver?: string | ComposeValue;
  /**
   * Options for the driver, for example `max-size` and `max-file`.
   *
   * @default - none
   */
  readonly options?: { [name: string]: string | ComposeValue };
}

export const loggingRows = {
  driver: ["driver", plain.text],
  options: ["options", plain.map],
  ...extensible,
} satisfies RowsOf<ComposeLogging>;
