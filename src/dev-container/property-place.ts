import type { DevContainerSource } from "./dev-container-source";
import type { Refuse } from "./refuse";

/** Where a property stands. */
export interface PropertyPlace {
  /** The path of devcontainer.json from the project's folder. */
  readonly file: string;
  /** What the dev container is made of. */
  readonly source: DevContainerSource;
  /** Throws a mistake of the file. */
  readonly refuse: Refuse;
}
