import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckReport, REPORT_VARIABLE, readReports } from "../../drift/check-report";
import { temporaryFolder } from "../../projenrc/temporary-folder";
import { Mistake } from "../../values/mistake";
import { runTool, type ToolRun } from "../tools/run-tool";
import { forbiddingScript } from "./forbid-writes";
import { checkoutOf } from "./projen-folder";

const SECONDS = 600;
/** Lines of the output of a synth that went wrong in its own way. */
const SHOWN_LINES = 20;

/** What a synth in check mode gave. */
export interface CheckedSynth {
  readonly reports: readonly CheckReport[];
  /** What ended it before it was through: mistakes, each the sentence that it is, or errors. */
  readonly stoppedBy: readonly string[];
  /** Its warnings. */
  readonly told: string;
}

/**
 * Runs the projenrc file of a folder as `npx projen` does, in check mode, in which nothing is written.
 *
 * @throws where projen is not installed
 */
export function checkedSynth(folder: string): CheckedSynth {
  const program = projenProgram(folder);
  const temporary = temporaryFolder("python-container-check.");
  try {
    const reports = join(temporary, "reports");
    mkdirSync(reports);
    const script = join(temporary, "forbid-writes.cjs");
    writeFileSync(script, forbiddingScript(checkoutOf(folder), temporary));
    const env = {
      [REPORT_VARIABLE]: reports,
      PROJEN_DISABLE_POST: "true",
      // The place of temporary files may lie in the checkout.
      TMPDIR: temporary,
      TEMP: temporary,
      // Its output is read.
      FORCE_COLOR: "0",
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --require ${JSON.stringify(script)}`.trim(),
    };
    const run = runTool(process.execPath, [program, "default"], { folder, seconds: SECONDS, env });
    const told = readReports(reports);
    const stoppedBy = told.flatMap((each) => ("stoppedBy" in each ? each.stoppedBy : []));
    // A projenrc file may end with an exit code of its own after it wrote its files.
    const isUntold = stoppedBy.length === 0 && (told.length === 0 || run.exitCode !== 0);
    return {
      reports: told.flatMap((each) => ("stoppedBy" in each ? [] : each)),
      stoppedBy: isUntold ? [silence(run)] : stoppedBy,
      told: isUntold ? "" : warningsIn(run.err),
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function projenProgram(folder: string): string {
  try {
    return require.resolve("projen/bin/projen", { paths: [folder] });
  } catch {
    throw new Mistake({
      where: "python-container check",
      what: "projen is not installed, which runs the projenrc file",
      fix: "run npm ci, or what else installs package.json",
    });
  }
}

/** Why a synth reported nothing, or not that it failed. */
function silence({ exitCode, isLate, out, err }: ToolRun): string {
  if (isLate) return `the synth did not end within ${SECONDS} s`;
  if (exitCode === 0)
    return "the synth ended and told nothing: the projenrc file makes no file of this module any more";
  const lines = `${out}\n${err}`.trim().split("\n");
  return ["the synth failed:", ...lines.slice(-SHOWN_LINES)].join("\n");
}

/** What a synth tells besides, without the line in which projen says what it runs. */
function warningsIn(err: string): string {
  return err.replace(/^.*\bdefault \| .*\n/gm, "");
}
