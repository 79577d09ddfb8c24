import type { Measurement, Suite } from "./measurement";
import type { Results } from "./results";

/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("a median needs a value");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The figure of a measurement: of times and sizes the median, of counts the most, since none may be missed. */
export function figureOf({ unit, values }: Measurement): number {
  return unit === "count" ? Math.max(...values) : median(values);
}

/** The figure that a subject has in a cell; undefined where it was not measured. */
export function figure(results: Results, suite: Suite, subject: string, cell: string): number | undefined {
  const found = rowsOf(results, suite).find((each) => each.subject === subject && each.cell === cell);
  return found === undefined ? undefined : figureOf(found);
}

/** The measurements of a suite. */
export function rowsOf(results: Results, suite: Suite): Measurement[] {
  return results.measurements.filter((each) => each.suite === suite);
}

/** The subjects of a suite, in the order of their first measurement. */
export function subjectsOf(results: Results, suite: Suite): string[] {
  return [...new Set(rowsOf(results, suite).map(({ subject }) => subject))];
}

/** A quotient, undefined where one of the two is. */
export function ratio(value: number | undefined, of: number | undefined): number | undefined {
  return value === undefined || of === undefined ? undefined : value / of;
}

/** A difference, undefined where one of the two is. */
export function difference(value: number | undefined, from: number | undefined): number | undefined {
  return value === undefined || from === undefined ? undefined : value - from;
}
