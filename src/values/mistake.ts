import { maskCredentials } from "./mask-credentials";

/** The parts of the one sentence that tells a mistake. */
export interface MistakeParts {
  /** The file or the option in which the value stands, e.g. `Dockerfile` or `pyproject.toml [project].requires-python`. */
  readonly where: string;
  /** What is wrong, with the value that was given, e.g. `stage name "App!" is not valid`. */
  readonly what: string;
  /** What is allowed. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** Frames of a stack in which a user has written nothing. */
const FOREIGN_FRAME = /[\\/]node_modules[\\/]|\(node:|at node:/;

/**
 * An error that a user of the module can mend: one sentence with the place, the value, what is allowed and the fix.
 *
 * Below it stand the lines of the user's own files that led there, and no others. Users and passwords of addresses are
 * masked, since the value that is wrong may hold one.
 */
export class Mistake extends Error {
  constructor(parts: MistakeParts) {
    // It goes to the log of a build, whatever part of a file it quotes.
    super(maskCredentials([`${parts.where}: ${parts.what}`, parts.allowed, parts.fix].filter(Boolean).join("; ")));
    this.name = "Mistake";
    const frames = (this.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line) && !FOREIGN_FRAME.test(line));
    this.stack = [`${this.name}: ${this.message}`, ...frames].join("\n");
  }
}

/** A value as a message shows it: strings in double quotes, the rest as JSON. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
