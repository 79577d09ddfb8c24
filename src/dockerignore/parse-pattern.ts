import { Mistake, shown } from "../values/mistake";
import { type IgnoreLine, parseIgnoreLine } from "./ignore-line";

/**
 * Parses a pattern that is given to a method.
 *
 * @param where the file, for messages
 * @throws where it is not one line of a .dockerignore, or can match nothing
 */
export function parsePattern(pattern: string, where: string): IgnoreLine {
  const refuse = (what: string, allowed: string, fix: string): never => {
    throw new Mistake({ where, what: `the pattern ${shown(pattern)} ${what}`, allowed, fix });
  };
  if (typeof pattern !== "string" || pattern.trim() === "") {
    return refuse("is empty", "a pattern names a path", "leave it out");
  }
  if (/[\r\n]/.test(pattern)) {
    refuse("has a line break", "a pattern is one line", "give each line as a pattern of its own");
  }
  const text = pattern.trimStart();
  if (text.startsWith("#")) {
    refuse("is a comment", "a # at the start of a line makes it one", `write ${shown(`\\${text}`)}, or addComment`);
  }
  const line = parseIgnoreLine(pattern, where);
  if (/^(?:\/|\.|\.\.(?:\/.*)?)$/.test(line.glob)) {
    refuse("can match nothing", "a pattern names what lies below the root of the context", 'write "*" for all of it');
  }
  return line;
}
