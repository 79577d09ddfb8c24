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

/**
 * An error that a user of the module can mend: one sentence with the place, the value, what is allowed and the fix.
 *
 * It has no stack below its message: the sentence is all there is to read.
 */
export class Mistake extends Error {
  constructor(parts: MistakeParts) {
    super([`${parts.where}: ${parts.what}`, parts.allowed, parts.fix].filter(Boolean).join("; "));
    this.name = "Mistake";
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** A value as a message shows it: strings in double quotes, the rest as JSON. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
