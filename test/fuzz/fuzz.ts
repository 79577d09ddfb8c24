import { sample } from "fast-check";
import { hostileText } from "./hostile-text";
import { Judge, type Judgement, Outcome } from "./judge";
import type { Target } from "./target";

/** A text with which something went wrong. */
export interface Counterexample extends Judgement {
  readonly target: string;
  /** With it the same texts come again. */
  readonly seed: number;
  readonly input: string;
}

/** What became of the inputs of one target. */
export interface Tally {
  readonly target: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** The shortest of those that went wrong. */
  readonly counterexample?: Counterexample;
}

/** How many texts are made at a time: a few of them are long. */
const AT_A_TIME = 200;

/** Gives the target so many texts, the same ones for the same seed. */
export function fuzzed(target: Target, inputs: number, seed: number): Tally {
  const judge = new Judge(target);
  const counts = { kept: 0, refused: 0, injected: 0, unparsable: 0, closed: 0 };
  let counterexample: Counterexample | undefined;
  for (let done = 0; done < inputs; done += AT_A_TIME) {
    for (const input of sample(hostileText, { seed: seed + done, numRuns: Math.min(AT_A_TIME, inputs - done) })) {
      const judgement = judge.judge(input);
      counts[judgement.outcome] += 1;
      if (!isBad(judgement.outcome) || (counterexample && counterexample.input.length <= input.length)) continue;
      counterexample = { ...judgement, target: target.name, seed, input };
    }
  }
  return { target: target.name, counts, counterexample };
}

/** The number of inputs of each target, by their shares of the whole. */
export function shares(targets: readonly Target[], inputs: number): number[] {
  const all = targets.reduce((sum, { share = 1 }) => sum + share, 0);
  const counts = targets.map(({ share = 1 }) => Math.floor((inputs * share) / all));
  const rest = inputs - counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, at) => count + (at < rest ? 1 : 0));
}

export function isBad(outcome: Outcome): boolean {
  return outcome === Outcome.INJECTED || outcome === Outcome.UNPARSABLE;
}
