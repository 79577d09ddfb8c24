import type { Suite } from "./measurement";
import type { Results } from "./results";
import type { Verdict } from "./verdict";

/** What the benchmark has to show. */
export interface Target {
  readonly title: string;
  readonly suite: Suite;
  /** One verdict for each pair that is compared. */
  readonly verdicts: (results: Results) => readonly Verdict[];
}
