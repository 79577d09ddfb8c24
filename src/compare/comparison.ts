import type { Difference } from "./difference";

/** One file with its differences. */
export interface ComparedFile {
  readonly kind: "dockerfile" | "compose" | "dockerignore";
  /** From the project's folder. */
  readonly path: string;
  /** Who wrote it, and what of it is compared, in one sentence. */
  readonly state: string;
  /** Why it can't be compared. */
  readonly problem?: string;
  readonly differences: readonly Difference[];
}

/** All that is compared in a project. */
export interface Comparison {
  /** The project's name. */
  readonly name: string;
  readonly files: readonly ComparedFile[];
}
