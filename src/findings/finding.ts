import type { MistakeParts } from "../values/mistake";
import type { RuleName } from "./rules";

/** Where the finding is, for whoever switches a rule off in a part of a file. */
export interface FindingPlace {
  /** The stage of the Dockerfile, where it is of one. */
  readonly stage?: string;
  /** The service of the compose file, where it is of one. */
  readonly service?: string;
}

/** What a rule has found. */
export interface Finding extends MistakeParts, FindingPlace {
  readonly rule: RuleName;
  /** Whether it may be meant so, since it works where not everything runs: it is told then, and stops nothing. */
  readonly mayWork?: boolean;
}

/** A finding of which whoever asks knows where it is. */
export type PlacelessFinding = Omit<Finding, "where">;

/** What is told in a sentence that names all of it, and stops nothing. */
export function toldFinding(rule: RuleName, sentence: string): Finding {
  return { rule, where: "", what: sentence, mayWork: true };
}
