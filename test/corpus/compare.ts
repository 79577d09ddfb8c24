import { type Expectation, notCompared, rules, sameValue } from "./rules";

/** One compared key. */
export interface Comparison {
  readonly key: string;
  /** What is wrong with the answer; nothing where it is right. */
  readonly differences: readonly string[];
}

/** The keys that are compared: one is one fact. What is null is not known. */
export function comparedKeys(expectation: Expectation): string[] {
  return Object.keys(expectation).filter((key) => !notCompared.has(key) && expectation[key] !== null);
}

/** Compares the answer of `python-container facts --json` with the facts that are expected. */
export function compareFacts(expectation: Expectation, answer: Readonly<Record<string, unknown>>): Comparison[] {
  return comparedKeys(expectation).map((key) => {
    const rule = Object.hasOwn(rules, key) ? rules[key] : sameValue;
    const differences = Object.hasOwn(answer, key)
      ? rule(expectation[key], answer[key], expectation)
      : ["not answered"];
    return { key, differences };
  });
}

/** The comparison of a case for which there is no answer: every fact is wrong. */
export function unanswered(expectation: Expectation): Comparison[] {
  return comparedKeys(expectation).map((key) => ({ key, differences: ["no answer"] }));
}
