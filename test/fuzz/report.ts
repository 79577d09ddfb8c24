import { shortened } from "../../src/values/mistake";
import type { Counterexample, Tally } from "./fuzz";
import { Outcome } from "./judge";

/** One line for a target. */
export function tallyLine({ target, counts }: Tally): string {
  const { kept, refused, injected, unparsable, closed } = counts;
  const bad = injected + unparsable > 0 ? `, ${injected} INJECTED, ${unparsable} UNPARSABLE` : "";
  return `${target}: ${kept} kept, ${refused} refused${closed > 0 ? `, ${closed} closed` : ""}${bad}`;
}

/** The text with which a target went wrong, and how it is found again. */
export function counterexampleLine({ target, seed, input, outcome, reason = "" }: Counterexample): string {
  return `${outcome} by ${target}, seed ${seed}: ${shortened(JSON.stringify(input))}; ${reason.slice(0, 600)}`;
}

/** The line with which a run ends: a text of a closed set, which nothing was compared with, is no input. */
export function lastLine(tallies: readonly Tally[]): string {
  const sum = (...outcomes: Outcome[]) =>
    tallies.reduce((all, { counts }) => all + outcomes.reduce((some, each) => some + counts[each], 0), 0);
  const all = sum(...Object.values(Outcome).filter((outcome) => outcome !== Outcome.CLOSED));
  return `${all} inputs, ${sum(Outcome.INJECTED)} injections, ${sum(Outcome.UNPARSABLE)} unparsable`;
}
