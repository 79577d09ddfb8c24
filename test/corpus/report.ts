import type { Answer } from "./ask-command";
import { type Comparison, compareFacts, unanswered } from "./compare";
import type { Expectation } from "./rules";

/** What came of one case. */
export interface CaseResult {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** What the lock file says, one for each target; none where nothing is expected of it. */
  readonly locks: readonly Comparison[];
  /** Why there is no answer. */
  readonly failure?: string;
}

/** Judges the answer to a case. */
export function resultOf(
  name: string,
  expectation: Expectation,
  answer: Answer,
  locks: readonly Comparison[] = [],
): CaseResult {
  if ("failure" in answer) return { name, comparisons: unanswered(expectation), locks, failure: answer.failure };
  return { name, comparisons: compareFacts(expectation, answer.facts), locks };
}

/** A case as it is printed: how much is right, and each difference, or why there is no answer. */
export function caseLines({ name, comparisons, locks, failure }: CaseResult): string[] {
  const { right, all } = countOf(comparisons);
  const told = (found: readonly Comparison[]) =>
    found.flatMap((each) => each.differences.map((text) => `${each.key}: ${text}`));
  const details = [...(failure === undefined ? told(comparisons) : failure.split("\n")), ...told(locks)];
  const locked = locks.length === 0 ? "" : `, of its lock ${countOf(locks).right} of ${locks.length}`;
  return [`${name}: ${right} of ${all} right${locked}`, ...details.map((line) => `  ${line}`)];
}

/** The last lines. */
export function sumLines(results: readonly CaseResult[]): string[] {
  const facts = countOf(results.flatMap(({ comparisons }) => comparisons));
  const locks = countOf(results.flatMap((each) => each.locks));
  return [`locks right: ${locks.right} of ${locks.all}`, `facts right: ${facts.right} of ${facts.all}`];
}

/** Is every fact of every case right, and every lock file? */
export function isAllRight(results: readonly CaseResult[]): boolean {
  const { right, all } = countOf(results.flatMap(({ comparisons, locks }) => [...comparisons, ...locks]));
  return results.length > 0 && right === all;
}

function countOf(comparisons: readonly Comparison[]): { right: number; all: number } {
  return { right: comparisons.filter(({ differences }) => differences.length === 0).length, all: comparisons.length };
}
