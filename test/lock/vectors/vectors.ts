import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MarkerAnswer, MarkerQuestion, TargetQuestion, WheelAnswer, WheelQuestion } from "./questions";

/** A question about a marker, and its answer. */
export interface MarkerVector extends MarkerQuestion {
  readonly answer: MarkerAnswer;
}

/** A target, and what is known of the list of its tags. */
export interface TargetVector extends TargetQuestion {
  readonly count: number;
  readonly digest: string;
}

/** A question about wheels, and its answer. */
export type WheelVector = WheelQuestion & WheelAnswer;

/** The recorded questions with the answers of Python's packaging. */
export const vectors = {
  markers: () => read<MarkerVector>("markers"),
  targets: () => read<TargetVector>("targets"),
  wheels: () => read<WheelVector>("wheels"),
};

/** A short text that tells one list of tags from another: there are a thousand tags in each. */
export function digestOf(tags: readonly string[]): string {
  return createHash("sha256").update(tags.join("\n")).digest("base64").slice(0, 16);
}

function read<V>(name: string): readonly V[] {
  const lines = readFileSync(join(__dirname, `${name}.jsonl`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}
