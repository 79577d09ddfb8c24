import { Mistake } from "../values/mistake";
import { shellQuoted } from "../values/shell-quote";
import { visibleText } from "../values/visible-text";
import type { Obstacle } from "./obstacle";

/** When a synth is refused. */
export interface RefusalOptions {
  /** Whether `projen new` runs, so that options are given there. */
  readonly isCreation: boolean;
  /**
   * What was not written, in the words after "so".
   * @default "nothing was written"
   */
  readonly outcome?: string;
}

/** All that stands in the way of a synth, with what can be done about it. */
export function refusal(
  obstacles: readonly Obstacle[],
  { isCreation, outcome = "nothing was written" }: RefusalOptions,
): Mistake {
  const open = obstacles.filter(({ isFinal }) => !isFinal);
  const count = obstacles.length === 1 ? "one stands" : `${obstacles.length} stand`;
  return new Mistake({
    where: "files that are there already",
    what: `${count} in the way, so ${outcome}`,
    below: [
      ...obstacles.flatMap(linesOf).map(visible),
      ...(open.length === 0 ? [`Mend that and run ${again(isCreation)}.`] : waysOn(open, isCreation)),
    ].join("\n"),
  });
}

function linesOf({ path, reason, diff = [] }: Obstacle): string[] {
  return [`  ${path} ${reason}`, ...diff.map((line) => `      ${line}`)];
}

function waysOn(open: readonly Obstacle[], isCreation: boolean): string[] {
  const copied = open.filter(({ isNeverCopied }) => !isNeverCopied);
  const paths = open.filter(({ isNeverLeft }) => !isNeverLeft).map(({ path }) => path);
  const backup = isCreation
    ? "the same command with --existing-files backup"
    : "existingFiles: ExistingFiles.BACKUP, of projen-python-container, in the projenrc file";
  const leave = isCreation
    ? `the same command with ${paths.map((path) => `--hand-written-files ${shellQuoted(path)}`).join(" ")}`
    : `handWrittenFiles: [${paths.map((path) => JSON.stringify(path)).join(", ")}] in the projenrc file`;
  return [
    "Ways on, for each file:",
    ...(copied.length === 0 ? [] : [`  keep a copy beside it, as <name>.bak${except(open, copied)}: ${backup}`]),
    ...(paths.length === 0 ? [] : [`  leave it to those who write it: ${leave}`]),
    `  let the generated file take its place: commit or copy yours, remove it, and run ${again(isCreation)}`,
    "python-container compare tells what a generated Dockerfile, compose file or .dockerignore lacks of a written one.",
  ];
}

function except(open: readonly Obstacle[], copied: readonly Obstacle[]): string {
  const others = open.filter((each) => !copied.includes(each)).map(({ path }) => path);
  return others.length === 0 ? "" : ` (not for ${others.join(", ")})`;
}

/** The text is other people's, and one line of it stays one line. */
function visible(line: string): string {
  return visibleText(line).replaceAll("\n", "\\n");
}

function again(isCreation: boolean): string {
  return isCreation ? "the same command again" : "npx projen again";
}
