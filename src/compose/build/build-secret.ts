import type { ComposeValue } from "../compose-value";
import type { ComposeSecret } from "../file/compose-secret";
import { checkFile, usesRow } from "../file/used-item";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { parseMode } from "../properties/parse-number";
import { plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import type { RowsOf } from "../properties/property-rows";

/** A secret that the build of an image may read. */
export interface ComposeBuildSecret extends ComposeExtensible {
  /** What `addSecret` of the file gave. */
  readonly secret: ComposeSecret;
  /**
   * The id by which the Dockerfile asks for it.
   *
   * @default - its name in the file
   */
  readonly target?: string | ComposeValue;
  /**
   * The user id that owns it.
   *
   * @default - root
   */
  readonly uid?: string | ComposeValue;
  /**
   * The group id that owns it.
   *
   * @default - root
   */
  readonly gid?: string | ComposeValue;
  /**
   * The permissions in octal digits, for example `0440`.
   *
   * @default - the engine's
   */
  readonly mode?: string;
}

const rows = {
  secret: ["source", single((secret: ComposeSecret, place) => checkFile("secret", secret, place))],
  target: ["target", plain.text],
  uid: ["uid", plain.text],
  gid: ["gid", plain.text],
  mode: ["mode", single(parseMode)],
  ...extensible,
} satisfies RowsOf<ComposeBuildSecret>;

export const buildSecretsRow = usesRow<ComposeBuildSecret>("secrets", rows);
