/** What a benchmark found for one subject in one cell: a figure for each run, in the order in which they were taken. */
export interface Measurement {
  readonly suite: Suite;
  /** What was measured, for example `uv` (this module's), `c` (a Dockerfile written by hand), `bare projen`. */
  readonly subject: string;
  /** Which figure of it, for example `source edit`; of synth the number of projects is part of it. */
  readonly cell: string;
  readonly unit: "s" | "ms" | "bytes" | "count";
  /** One for each run; what is the same in every run, such as a size, has one. */
  readonly values: readonly number[];
}

export type Suite = "images" | "synth" | "command" | "monorepo";

export interface BenchOptions {
  /** How often each cell is measured; figures are the median. */
  readonly runs: number;
  /** Tells of the progress, one line each. */
  readonly log: (line: string) => void;
}

/** A part of the benchmark, which yields what it has measured as soon as it has. */
export type Bench = (options: BenchOptions) => AsyncIterable<Measurement>;
