import type { ComposeValue } from "../compose-value";
import type { ComposeConfig } from "../file/compose-config";
import { checkFile, usesRow } from "../file/used-item";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { parseMode } from "../properties/parse-number";
import { plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import type { RowsOf } from "../properties/property-rows";

/** Who owns a file that a service may read, and who else may read it. */
export interface ServiceFileOwner extends ComposeExtensible {
  /**
   * The user id that owns it; compose passes it over for a file of the host.
   *
   * @default - root
   */
  readonly uid?: string | ComposeValue;
  /**
   * The group id that owns it; compose passes it over for a file of the host.
   *
   * @default - root
   */
  readonly gid?: string | ComposeValue;
  /**
   * The permissions in octal digits, for example `0440`; compose passes them over for a file of the host.
   *
   * @default - the engine's: 0444
   */
  readonly mode?: string;
}

/** A config that a service may read. */
export interface ServiceConfig extends ServiceFileOwner {
  /** What `addConfig` of the file gave. */
  readonly config: ComposeConfig;
  /**
   * The absolute path in the container at which it stands.
   *
   * @default - `containerPath` of the config
   */
  readonly target?: string | ComposeValue;
}

export const fileOwnerRows = {
  uid: ["uid", plain.text],
  gid: ["gid", plain.text],
  mode: ["mode", single(parseMode)],
  ...extensible,
} satisfies RowsOf<ServiceFileOwner>;

const rows = {
  config: ["source", single((config: ComposeConfig, place) => checkFile("config", config, place))],
  target: ["target", plain.path],
  ...fileOwnerRows,
} satisfies RowsOf<ServiceConfig>;

export const configsRow = usesRow<ServiceConfig>("configs", rows);
