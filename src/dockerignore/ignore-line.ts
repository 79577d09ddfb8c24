import { posix } from "node:path";
import { Mistake, shown } from "../values/mistake";
import { remembered } from "../values/remembered";
import { trimmed } from "../values/trimmed";
import { compileGlob } from "./glob";

/** A line of a .dockerignore that says something: neither empty nor a comment. */
export interface IgnoreLine {
  /** The line, trimmed. */
  readonly text: string;
  /** Whether what it matches is in the context again. */
  readonly isException: boolean;
  /** The path or the glob, cleaned as the engine does it. */
  readonly glob: string;
  /** The paths that it matches; that a folder takes its children along is not in it. */
  readonly expression: RegExp;
}

/**
 * Parses the lines of a .dockerignore.
 *
 * @param where the file, for messages
 * @throws where the engine would refuse a line, or reads it in a way that nobody means
 */
export function parseIgnoreLines(lines: string[], where: string): IgnoreLine[] {
  return lines.flatMap((line, index) => {
    const text = index === 0 ? line.replace(/^\ufeff/, "") : line;
    return text.startsWith("#") || trimmed(text) === "" ? [] : [parseIgnoreLine(text, where)];
  });
}

/**
 * Parses one line that is neither empty nor a comment.
 *
 * @throws as parseIgnoreLines does
 */
export function parseIgnoreLine(line: string, where: string): IgnoreLine {
  // Two equal lines are two lines.
  return { ...parsed(line, where) };
}

const parsed = remembered((line: string, where: string): IgnoreLine => {
  const text = trimmed(line);
  const refuse = (what: string, fix: string): never => {
    throw new Mistake({ where, what: `the pattern ${shown(text)} ${what}`, fix });
  };
  // The engine cleans the path behind a !, then the whole line: "/!x" is an exception too.
  const path = text.startsWith("!") ? `!${fromRoot(cleaned(trimmed(text.slice(1))))}` : fromRoot(cleaned(text));
  const whole = cleaned(trimmed(path));
  const isException = whole.startsWith("!");
  const glob = isException ? whole.slice(1) : whole;
  if (glob === "") refuse("is an exception of nothing", "write a path behind the !");
  return { text, isException, glob, expression: compileGlob(glob, refuse) };
});

/** The path without `.`, `..`, double slashes, and the slash at its end. */
function cleaned(path: string): string {
  return path === "" ? path : posix.normalize(path).replace(/(?<=.)\/$/, "");
}

function fromRoot(path: string): string {
  return path.replace(/^\/(?=.)/, "");
}
