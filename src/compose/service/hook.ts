import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/**
 * A command that compose runs in a container that is there.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#post_start
 */
export interface ComposeHook extends ComposeExtensible {
  /** The command and its arguments. */
  readonly command: (string | ComposeValue)[];
  /**
   * Who runs it.
   *
   * @default - the user of the container
   */
  readonly user?: string | ComposeValue;
  /**
   * Whether it may do what the host's root may.
   *
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * The absolute path of the folder in which it runs.
   *
   * @default - the container's
   */
  readonly workingDir?: string | ComposeValue;
  /**
   * Environment variables besides the container's.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string | ComposeValue };
}

export const hookRows = {
  command: ["command", plain.words],
  user: ["user", plain.text],
  privileged: ["privileged", plain.flag],
  workingDir: ["working_dir", plain.path],
  environment: ["environment", plain.variables],
  ...extensible,
} satisfies RowsOf<ComposeHook>;
