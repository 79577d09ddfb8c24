import { join } from "node:path";
import { type Flags, parseFlags } from "./flags";
import { thisMachine } from "./machine";
import type { Suite } from "./measurement";
import { writeReport } from "./report/write-report";
import { readResults, startedAgain, withMeasurement, writeResults } from "./results";
import { SUITES, type SuiteRow } from "./suites";

/** Measures one suite, and writes its results after each measurement. */
async function measure(suite: Suite, row: SuiteRow, { out, runs }: Flags<Suite>): Promise<void> {
  const start = performance.now();
  const log = (line: string) => console.log(`${suite}, ${Math.round((performance.now() - start) / 1000)} s: ${line}`);
  const file = join(out, "results.json");
  const date = new Date().toISOString().slice(0, 10);
  const measured = { date, runs, ...(await thisMachine()), versions: row.versions() };
  let results = startedAgain(readResults(file), suite, measured, row.subjects ?? []);
  for await (const measurement of row.bench({ runs, log })) {
    results = withMeasurement(results, measurement);
    writeResults(file, results);
  }
  log("done");
}

/** Measures what is asked for and writes the report; a suite that fails leaves the others be. */
async function bench(): Promise<boolean> {
  const known = Object.keys(SUITES) as Suite[];
  const flags = parseFlags(process.argv.slice(2), known);
  let isComplete = true;
  for (const suite of flags.isReportOnly ? [] : flags.suites) {
    try {
      await measure(suite, SUITES[suite], flags);
    } catch (error) {
      isComplete = false;
      console.error(`${suite} failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  for (const file of writeReport(flags.out)) console.log(`written: ${file}`);
  console.log("README.md has figures of docs/benchmark: UPDATE_DOCS=1 npx jest test/bench writes them again");
  return isComplete;
}

bench().then(
  (isComplete) => {
    process.exitCode = isComplete ? 0 : 1;
  },
  (error: unknown) => {
    console.error(`bench: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  },
);
