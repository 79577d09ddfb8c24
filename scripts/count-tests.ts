import { existsSync, readFileSync } from "node:fs";

/** The numbers in a report of `jest --json`, as far as they are summed up. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that failed before a test of theirs ran. */
  readonly numRuntimeErrorTestSuites: number;
}

// A run that ended before it could report is a failure too.
const NO_REPORT: JestReport = {
  numPassedTests: 0,
  numFailedTests: 1,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
};

/** Sums up the reports of several runs in one line: `12 passed, 0 failed`, and `, 1 skipped` where some are. */
const reports = process.argv
  .slice(2)
  .map((file): JestReport => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : NO_REPORT));
const sum = (value: (report: JestReport) => number) => reports.reduce((total, report) => total + value(report), 0);
const passed = sum((report) => report.numPassedTests);
const failed = sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);
const skipped = sum((report) => report.numPendingTests);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
