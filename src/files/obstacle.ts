/** What stands in the way of writing or removing a file. */
export interface Obstacle {
  /** Its path from the root project's folder. */
  readonly path: string;
  /** What is the matter with it, in the words after its name. */
  readonly reason: string;
  /** The lines that would change. */
  readonly diff?: readonly string[];
  /** Whether none of the ways on is open, so that people have to mend it first. */
  readonly isFinal?: boolean;
  /** Whether no copy of it is made beside it, whatever is decided. */
  readonly isNeverCopied?: boolean;
  /** Whether it is nothing that people could write themselves. */
  readonly isNeverLeft?: boolean;
}
