import type { Difference } from "../../drift/check-report";
import { maskCredentials } from "../../values/mask-credentials";
import type { ToolVerdict } from "../tools/checked-by";
import type { CheckedSynth } from "./checked-synth";

/** The lines of a check. */
export interface PrintedCheck {
  /** What speaks against the project; none where all fits. */
  readonly findings: readonly string[];
  /** What was looked at, and what could not be. */
  readonly rest: readonly string[];
}

/** The one report of files, lock files and tools. */
export function printedCheck({ reports, stoppedBy }: CheckedSynth, verdicts: readonly ToolVerdict[]): PrintedCheck {
  const differences = reports.flatMap((each) => each.differences);
  const findings = [
    ...stoppedBy,
    ...differences.flatMap(({ path, what, diff }) => [`${path} ${what}`, ...diff.map((line) => `    ${line}`)]),
    ...fixesOf(differences),
    ...reports.flatMap(({ locks }) => locks),
    ...verdicts.flatMap(({ tool, findings }) => findings.map((each) => `${tool}: ${each}`)),
  ];
  const fits = stoppedBy.length > 0 || differences.length > 0 ? [] : ["The files are what npx projen writes."];
  const rest = [...fits, ...verdicts.flatMap(linesOf)];
  // They quote files, and go to the log of a build.
  return { findings: findings.map(maskCredentials), rest: rest.map(maskCredentials) };
}

function fixesOf(differences: readonly Difference[]): string[] {
  const refused = differences.filter(({ isRefused }) => isRefused).map(({ path }) => path);
  const isStale = differences.length > refused.length;
  return [
    ...(refused.length === 0
      ? []
      : [
          `npx projen writes nothing over ${refused.join(", ")}: take the change back, as git checkout does, or carry it into the projenrc file; it lists the other ways on.`,
        ]),
    ...(isStale ? [`${refused.length === 0 ? "Run" : "Then run"} npx projen, and commit what it writes.`] : []),
  ];
}

function linesOf({ tool, checked, findings, notChecked }: ToolVerdict): string[] {
  const isClean = checked.length > 0 && findings.length === 0;
  return [
    ...(isClean ? [`${tool}: nothing found in ${checked.join(", ")}`] : []),
    ...notChecked.map((reason) => `${tool}: not checked: ${reason}`),
  ];
}
