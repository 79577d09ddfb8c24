import { maskCredentials } from "./mask-credentials";
import { visibleText } from "./visible-text";

/** The parts of the one sentence that tells a mistake. */
export interface MistakeParts {
  /**
   * The file or the option in which the value stands, e.g. `Dockerfile` or `pyproject.toml [project].requires-python`; empty
   * where the sentence names it.
   */
  readonly where: string;
  /** What is wrong, with the value that was given, e.g. `stage name "App!" is not valid`. */
  readonly what: string;
  /** What is allowed. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Name of the rule that is broken, where it is one that has a page. */
  readonly rule?: string;
  /** Lines below the sentence, which is one line: what it is about, one by one, or where to read more. */
  readonly below?: string;
}

/** Frames of a stack in which a user has written nothing. */
const FOREIGN_FRAME = /[\\/]node_modules[\\/]|\(node:|at node:|\(<anonymous>\)/;

/** A synth goes through many frames of projen before it comes to one of the user's. */
const FRAMES = 50;

/**
 * An error that a user of the module can mend: one sentence with the place, the value, what is allowed and the fix.
 *
 * Below it stand the lines of the user's own files that led there, and no others. Users and passwords of addresses are
 * masked, since the value that is wrong may hold one.
 */
export class Mistake extends Error {
  /** What it was made of; Node shows no such property below the message. */
  declare public readonly parts: MistakeParts;

  constructor(parts: MistakeParts) {
    super(messageOf(parts));
    this.name = "Mistake";
    Object.defineProperty(this, "parts", { value: parts });
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = FRAMES;
    Error.captureStackTrace(this, Mistake);
    Error.stackTraceLimit = limit;
    const frames = (this.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line) && !FOREIGN_FRAME.test(line));
    this.stack = [`${this.name}: ${this.message}`, ...frames].join("\n");
  }
}

/** What a mistake says, for a warning that nobody throws: a stack takes its time. */
export function messageOf(parts: MistakeParts): string {
  const told = [parts.where, parts.what].filter(Boolean).join(": ");
  const sentence = [told, parts.allowed, parts.fix].filter(Boolean).join("; ").replaceAll("\n", "\\n");
  // It goes to the log of a build, whatever part of a file it quotes.
  return visibleText(maskCredentials([sentence, parts.below].filter(Boolean).join("\n")));
}

/** A value as a message shows it: strings in double quotes, the rest as JSON; of a long one its beginning. */
export function shown(value: unknown): string {
  // An address is masked before it is cut: a half of it would no longer be known for one.
  return shortened(visibleText(maskCredentials(JSON.stringify(value) ?? String(value))));
}

/** The longest text of somebody else's that a sentence quotes. */
const LONGEST_QUOTE = 300;

/** The beginning of a long text, and how much of it there is. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, LONGEST_QUOTE)}… (${text.length} characters)`;
}
