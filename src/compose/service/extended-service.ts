import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/**
 * A service whose properties another one takes over.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#extends
 */
export interface ComposeExtends {
  /** The name of the service. */
  readonly service: string;
  /**
   * The compose file in which it stands, from the folder of this one.
   *
   * @default - this file
   */
  readonly file?: string | ComposeValue;
}

export const extendsRows = {
  service: ["service", plain.text],
  file: ["file", plain.text],
} satisfies RowsOf<ComposeExtends>;
