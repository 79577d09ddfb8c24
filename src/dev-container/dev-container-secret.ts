/**
 * What is told of a secret that the dev container wants, where one is asked for it.
 *
 * @see https://containers.dev/implementors/json_reference/#general-properties
 */
export interface DevContainerSecret {
  /**
   * What it is for.
   * @default - none
   */
  readonly description?: string;
  /**
   * The address of a page on how to get it.
   * @default - none
   */
  readonly documentationUrl?: string;
}
