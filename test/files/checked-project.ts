import { execFileSync } from "node:child_process";
import type { Project } from "projen";
import { type CheckReport, REPORT_VARIABLE, readReports } from "../../src/drift/check-report";
import { projectFolder } from "../project-folder";

/** The projenrc file of a folder: what makes its project. */
export type Projenrc = (folder: string) => Project;

/** What code reports in check mode, in which nothing is written. */
export function reportsOf(code: () => void): ReturnType<typeof readReports> {
  const reports = projectFolder();
  process.env[REPORT_VARIABLE] = reports;
  try {
    code();
  } finally {
    // The next synth is an ordinary one.
    process.env[REPORT_VARIABLE] = "";
  }
  return readReports(reports);
}

/** What the synth of a folder in check mode reports. */
export function checkOf(folder: string, projenrc: Projenrc): CheckReport {
  const [report] = reportsOf(() => projenrc(folder).synth());
  if ("stoppedBy" in report) throw new Error(report.stoppedBy);
  return report;
}

/** Whether a synth, without the steps after it, changes what git sees, or is refused. */
export function isChangedBySynth(folder: string, projenrc: Projenrc): boolean {
  process.env.PROJEN_DISABLE_POST = "true";
  try {
    projenrc(folder).synth();
  } catch {
    return true;
  }
  // The second column: what is not staged.
  return git(folder, "status", "--porcelain")
    .split("\n")
    .some((line) => /^.\S/.test(line));
}

/** Stages everything in a folder, which becomes a repository where it is none. */
export function stage(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
}

function git(folder: string, ...args: string[]): string {
  // Nobody's own settings count, such as a list of files that are ignored everywhere.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8" });
}
