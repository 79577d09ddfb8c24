import { figureOf } from "../figures";
import type { Measurement } from "../measurement";
import { amount } from "./amount";

/** Rows of a table with a column for each subject: what each has in every cell that one of them has. */
export function cellRows(measurements: readonly Measurement[], subjects: readonly string[]): string[][] {
  const shown = measurements.filter(({ subject }) => subjects.includes(subject));
  const cells = [...new Set(shown.map(({ cell }) => cell))];
  return cells.map((cell) => [
    cell,
    ...subjects.map((subject) => {
      const found = shown.find((each) => each.cell === cell && each.subject === subject);
      return found === undefined ? "" : amount(figureOf(found), found.unit);
    }),
  ]);
}
