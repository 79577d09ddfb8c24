import type { DevContainerProperties } from "./dev-container-properties";
import type { DevContainerSource } from "./dev-container-source";

/** Options of `DevContainer`. */
export interface DevContainerOptions extends DevContainerProperties {
  /** What the dev container is made of. */
  readonly source: DevContainerSource;
  /**
   * A project with several dev containers keeps each in a folder of this name below `.devcontainer`.
   * @default - the file is .devcontainer/devcontainer.json
   */
  readonly variant?: string;
}
