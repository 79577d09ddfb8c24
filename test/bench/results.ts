import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Machine } from "./machine";
import type { Measurement, Suite } from "./measurement";
import type { Subject } from "./subject";

/** Under what the figures of a suite were taken; suites may be measured on different days. */
export interface Measured extends Machine {
  readonly date: string;
  readonly runs: number;
  /** Of what takes part: package managers, the base image, projen. */
  readonly versions: Readonly<Record<string, string>>;
}

/** All that the report is made of. */
export interface Results {
  readonly measured: Partial<Record<Suite, Measured>>;
  readonly subjects: readonly Subject[];
  readonly measurements: readonly Measurement[];
}

export const NO_RESULTS: Results = { measured: {}, subjects: [], measurements: [] };

/** The results without those of a suite, which is measured again under these circumstances. */
export function startedAgain(
  results: Results,
  suite: Suite,
  measured: Measured,
  subjects: readonly Subject[],
): Results {
  return {
    measured: { ...results.measured, [suite]: measured },
    subjects: subjects.length === 0 ? results.subjects : subjects.map(traitsOf),
    measurements: results.measurements.filter((each) => each.suite !== suite),
  };
}

/** The results with a measurement; one of the same subject and cell is replaced, so that a suite may yield it run by run. */
export function withMeasurement(results: Results, added: Measurement): Results {
  const isSame = ({ suite, subject, cell }: Measurement) =>
    suite === added.suite && subject === added.subject && cell === added.cell;
  const { measurements } = results;
  const isThere = measurements.some(isSame);
  return {
    ...results,
    measurements: isThere ? measurements.map((each) => (isSame(each) ? added : each)) : [...measurements, added],
  };
}

/** A subject of a suite may know more than the report tells. */
function traitsOf({ id, title, installsProject, compilesBytecode, verifiesLock }: Subject): Subject {
  return { id, title, installsProject, compilesBytecode, verifiesLock };
}

export function readResults(file: string): Results {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : NO_RESULTS;
}

export function writeResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, resultsText(results));
}

/** Thousandths are exact enough of every unit. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value;
}

/** One row a line, so that a diff shows what has changed. */
function resultsText({ measured, subjects, measurements }: Results): string {
  const rows = (of: readonly object[]) =>
    of.length === 0 ? "" : `\n${of.map((row) => `    ${JSON.stringify(row, rounded)}`).join(",\n")}\n  `;
  const suites = Object.entries(measured).map(([suite, each]) => `    "${suite}": ${JSON.stringify(each)}`);
  return `{
  "measured": {${suites.length === 0 ? "" : `\n${suites.join(",\n")}\n  `}},
  "subjects": [${rows(subjects)}],
  "measurements": [${rows(measurements)}]
}
`;
}
