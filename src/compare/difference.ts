import type { Call, Expression } from "./code/expression";

/** What becomes of a difference. */
export type Way =
  /** An option, or calls of methods, give the generated file the same. */
  | {
      readonly kind: "carry";
      readonly options?: { readonly [option: string]: Expression };
      readonly calls?: readonly Call[];
      /** What is worth knowing of it. */
      readonly note?: string;
    }
  /** Nothing has to be done. */
  | { readonly kind: "nothing"; readonly why: string }
  /** There is no option and no method for it. */
  | { readonly kind: "none"; readonly why: string };

/** Where a written file and the generated one don't say the same. */
export interface Difference {
  /** What it is about; it stands once in a file. */
  readonly topic: string;
  /** The line of the written file. */
  readonly line?: number;
  /** What the written file says; undefined where it says nothing. */
  readonly yours?: string;
  /** What the generated file says; undefined where it says nothing. */
  readonly generated?: string;
  readonly way: Way;
}

/** A value with the line at which it stands. */
export interface Stated<T> {
  readonly value: T;
  readonly line: number;
}
