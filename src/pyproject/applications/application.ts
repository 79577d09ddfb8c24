import type { ApplicationKind } from "../../knowledge/frameworks";

/** A program of a framework, as a server starts it. */
export interface Application {
  /** The framework's name, as the table of frameworks has it. */
  readonly framework: string;
  readonly kind: ApplicationKind;
  /** What is started: `orders.main:app`; for a script the path of its file, relative to the project's folder. */
  readonly target: string;
  /** Is what is named a function that makes the application? */
  readonly isFactory: boolean;
}
