import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { MarkerAnswer, Questions, WheelAnswer } from "./questions";

/** The answers, in the order of the questions. */
export interface Answers {
  readonly markers: readonly MarkerAnswer[];
  /** The supported tags of each target, the best one first. */
  readonly targets: readonly (readonly string[])[];
  readonly wheels: readonly WheelAnswer[];
}

/** Asks Python's packaging, all in one process; undefined where Python or a packaging of today is not there. */
export function askPackaging(questions: Questions): Answers | undefined {
  const { error, status, stdout, stderr } = spawnSync("python3", [join(__dirname, "answer.py")], {
    input: JSON.stringify(questions),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(`answer.py ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) ?? undefined;
}
