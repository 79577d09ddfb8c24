import type { MistakeParts } from "../../values/mistake";

/** What is wrong with a service. */
export interface Finding extends Omit<MistakeParts, "where"> {
  /** Whether it may be meant so, since it works where not everything runs. */
  readonly mayWork?: boolean;
}
