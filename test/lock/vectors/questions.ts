import * as fc from "fast-check";
import { markerQuestions } from "./marker-questions";
import { targetQuestions, wheelQuestions } from "./wheel-questions";

/** A marker, and where it is evaluated. */
export interface MarkerQuestion {
  readonly marker: string;
  readonly python: string;
  readonly machine: "x86_64" | "aarch64";
  readonly extras: readonly string[];
  readonly groups: readonly string[];
}

/** What a marker gives: `undefined` where Python refuses to compare, `invalid` where it is none. */
export type MarkerAnswer = boolean | "undefined" | "invalid";

/** What wheels are installed on. */
export interface TargetQuestion {
  readonly python: string;
  readonly machine: "x86_64" | "aarch64";
  readonly libc: string;
}

/** The names of files of which one is installed. */
export interface WheelQuestion {
  readonly target: TargetQuestion;
  readonly names: readonly string[];
}

/** Which names are names of wheels, and which one is installed. */
export interface WheelAnswer {
  readonly valid: readonly boolean[];
  readonly best: string | null;
}

/** All that is asked. */
export interface Questions {
  readonly markers: readonly MarkerQuestion[];
  readonly targets: readonly TargetQuestion[];
  readonly wheels: readonly WheelQuestion[];
}

/** Random questions, the same ones for the same seed. */
export function randomQuestions(seed: number, count: { readonly [K in keyof Questions]: number }): Questions {
  return {
    markers: fc.sample(markerQuestions, { seed, numRuns: count.markers }),
    targets: fc.sample(targetQuestions, { seed, numRuns: count.targets }),
    wheels: fc.sample(wheelQuestions, { seed, numRuns: count.wheels }),
  };
}
