import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import { parseRows, type RowsOf } from "../properties/property-rows";

/**
 * Another compose file whose services and the like this one has too.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/14-include.md
 */
export interface ComposeInclude {
  /** The file, from the folder of this one; with several, each is merged over the one before. */
  readonly paths: (string | ComposeValue)[];
  /**
   * Files of variables for it, from its own folder.
   *
   * @default - the file .env in its folder
   */
  readonly envFiles?: (string | ComposeValue)[];
  /**
   * The folder from which its paths lead.
   *
   * @default - its own
   */
  readonly projectDirectory?: string | ComposeValue;
}

export const includeRows = {
  paths: ["path", plain.words],
  envFiles: ["env_file", plain.words],
  projectDirectory: ["project_directory", plain.text],
} satisfies RowsOf<ComposeInclude>;

export const parseInclude = parseRows(includeRows);
