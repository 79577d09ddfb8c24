import type { Measurement } from "./measurement";
import { amount, times } from "./report/amount";

/** What came of one comparison of a target. */
export interface Verdict {
  /** Who is compared in what, for example `uv, source edit`. */
  readonly what: string;
  readonly limit: string;
  /** What was measured; undefined where it was not. */
  readonly figure?: string;
  readonly isReached: boolean;
}

/** A figure that has to be at most a number in its unit. */
export function atMost(what: string, figure: number | undefined, limit: number, unit: Measurement["unit"]): Verdict {
  return verdict(
    what,
    `≤ ${amount(limit, unit)}`,
    figure,
    (value) => amount(value, unit),
    (value) => value <= limit,
  );
}

/** A figure that has to be at most so many times another. */
export function atMostTimes(what: string, factor: number, other: string, quotient: number | undefined): Verdict {
  return verdict(what, `≤ ${times(factor)} ${other}`, quotient, times, (value) => value <= factor);
}

/** A figure that has to be below so many times another. */
export function belowTimes(what: string, factor: number, other: string, quotient: number | undefined): Verdict {
  return verdict(what, `< ${times(factor)} ${other}`, quotient, times, (value) => value < factor);
}

/** Something that has to be so. */
export function holds(what: string, limit: string, isSo: boolean | undefined): Verdict {
  return verdict(
    what,
    limit,
    isSo,
    (value) => (value ? "yes" : "no"),
    (value) => value,
  );
}

function verdict<T>(
  what: string,
  limit: string,
  value: T | undefined,
  shown: (value: T) => string,
  isReached: (value: T) => boolean,
): Verdict {
  return value === undefined
    ? { what, limit, isReached: false }
    : { what, limit, figure: shown(value), isReached: isReached(value) };
}
