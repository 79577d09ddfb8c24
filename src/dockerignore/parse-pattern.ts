import { Mistake, shown } from "../values/mistake";
import { SOUND_TEXT, textFlaw } from "../values/text-flaw";
import { trimmed } from "../values/trimmed";
import { type IgnoreLine, parseIgnoreLine } from "./ignore-line";

/** The longest line that the engine reads, in bytes. */
const LONGEST_LINE = 65_535;

/** @throws where a line of the comment is one that the engine would not read */
export function checkComment(comment: string, where: string): void {
  const line = comment.split("\n").find((each) => Buffer.byteLength(each) > LONGEST_LINE / 3);
  if (line === undefined) return;
  throw new Mistake({
    where,
    what: `the comment ${shown(line)} is too long`,
    allowed: `a line of it has up to ${Math.floor(LONGEST_LINE / 3)} bytes`,
    fix: "write it in several lines",
  });
}

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
  if (typeof pattern !== "string" || trimmed(pattern).replace(/^\ufeff+/, "") === "") {
    return refuse("is empty", "a pattern names a path", "leave it out");
  }
  if (/[\r\n]/.test(pattern)) {
    refuse("has a line break", "a pattern is one line", "give each line as a pattern of its own");
  }
  const flaw = textFlaw(pattern);
  if (flaw !== undefined) refuse(`has ${flaw}`, SOUND_TEXT.allowed, SOUND_TEXT.fix);
  if (Buffer.byteLength(pattern) > LONGEST_LINE) {
    refuse("is too long", `the engine reads lines of up to ${LONGEST_LINE} bytes`, "match a folder above it");
  }
  const text = trimmed(pattern).replace(/^\ufeff+/, "");
  if (text.startsWith("#")) {
    refuse("is a comment", "a # at the start of a line makes it one", `write ${shown(`\\${text}`)}, or addComment`);
  }
  const line = parseIgnoreLine(pattern, where);
  if (/^(?:\/|\.|\.\.(?:\/.*)?)$/.test(line.glob)) {
    refuse("can match nothing", "a pattern names what lies below the root of the context", 'write "*" for all of it');
  }
  return line;
}
