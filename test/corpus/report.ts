import type { Answer } from "./ask-command";
import { type Comparison, compareFacts, unanswered } from "./compare";
import type { Expectation } from "./rules";

/** What came of one case. */
export interface CaseResult {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** Why there is no answer. */
  readonly failure?: string;
}

/** Judges the answer to a case. */
export function resultOf(name: string, expectation: Expectation, answer: Answer): CaseResult {
  if ("failure" in answer) return { name, comparisons: unanswered(expectation), failure: answer.failure };
  return { name, comparisons: compareFacts(expectation, answer.facts) };
}

/** A case as it is printed: how much is right, and each difference, or why there is no answer. */
export function caseLines({ name, comparisons, failure }: CaseResult): string[] {
  const { right, all } = countOf(comparisons);
  const differences = comparisons.flatMap((each) => each.differences.map((text) => `${each.key}: ${text}`));
  const details = failure === undefined ? differences : failure.split("\n");
  return [`${name}: ${right} of ${all} right`, ...details.map((line) => `  ${line}`)];
}

/** The last line. */
export function sumLine(results: readonly CaseResult[]): string {
  const { right, all } = countOf(results.flatMap(({ comparisons }) => comparisons));
  return `facts right: ${right} of ${all}`;
}

/** Is every fact of every case right? */
export function isAllRight(results: readonly CaseResult[]): boolean {
  const { right, all } = countOf(results.flatMap(({ comparisons }) => comparisons));
  return results.length > 0 && right === all;
}

function countOf(comparisons: readonly Comparison[]): { right: number; all: number } {
  return { right: comparisons.filter(({ differences }) => differences.length === 0).length, all: comparisons.length };
}
