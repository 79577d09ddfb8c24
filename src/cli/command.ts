import type { OptionTable } from "./parse-arguments";

/** What a command may use of the world outside. */
export interface CommandIo {
  /** Writes to the standard output. */
  readonly out: (text: string) => void;
  /** Writes to the standard error output. */
  readonly err: (text: string) => void;
  /** The current folder, absolute. */
  readonly folder: string;
}

/** How the program ended. */
export enum ExitCode {
  DONE = 0,
  /** There is a mistake in the project. */
  MISTAKE = 1,
  /** There is a mistake in the command line. */
  USAGE = 2,
  /** An error of this program. */
  BUG = 70,
}

/** A command of `python-container`. */
export interface Command {
  /** What stands after its name, for example `[folder]`. */
  readonly operands: string;
  /** What it does, in one line. */
  readonly summary: string;
  readonly options: OptionTable;
  /**
   * Does it.
   *
   * @param args what stands after the command's name
   * @throws a `Mistake` where the project, or a `UsageMistake` where the command line is not right
   */
  run(args: readonly string[], io: CommandIo): ExitCode;
}
