import { PLAIN, shellQuoted, singleQuoted } from "../values/shell-quote";
import { type Word, type WordPart, wordParts } from "./word";

/** The words that a shell takes for its own where a command starts. */
const KEYWORD = /^(?:case|coproc|do|done|elif|else|esac|fi|for|function|if|in|select|then|time|until|while)$/;

const reference = (part: { variable: string; fallback?: string }) =>
  part.fallback === undefined ? `\${${part.variable}}` : `\${${part.variable}:-${part.fallback}}`;

/** A word for a shell: literal text comes through as it is, references are expanded and never split. */
export function shellWord(word: Word): string {
  const parts = wordParts(word);
  if (parts.every((part) => "text" in part)) {
    return shellQuoted(parts.map((part) => part.text).join(""));
  }
  return doubleQuoted(parts, /[\\"$`]/g);
}

/** The word by which a command starts: no assignment, no keyword of the shell, and no flag of the instruction. */
export function programWord(word: Word): string {
  const text = shellWord(word);
  return PLAIN.test(text) && (/^--|=/.test(text) || KEYWORD.test(text)) ? singleQuoted(text) : text;
}

/** A word for an instruction that the Dockerfile's parser expands by itself. */
export function instructionWord(word: Word): string {
  const text = wordParts(word)
    .map((part) => ("text" in part ? part.text.replace(/[\\$'"]/g, "\\$&") : reference(part)))
    .join("");
  // The parser takes one that starts a word for the mark of a file's byte order.
  return text.replace(/^\ufeff/, "\\$&");
}

/**
 * The word of an instruction that takes the rest of its line; the parser would trim it, or read flags in it, and other
 * readers take an escaped backslash at its end for a continued line.
 */
export function wholeLine(word: Word): string {
  const text = instructionWord(word);
  return /^--|^[\s\u0085]|[\s\u0085\\]$/.test(text) ? doubleQuoted(wordParts(word), /[\\"$]/g) : text;
}

/** A value after `NAME=`: in double quotes where it holds more than plain text and references. */
export function assignedWord(word: Word): string {
  const parts = wordParts(word);
  const isPlain = (part: WordPart) => PLAIN.test("text" in part ? part.text : (part.fallback ?? "-"));
  if (parts.length > 0 && parts.every(isPlain)) return instructionWord(word);
  return doubleQuoted(parts, /[\\"$]/g);
}

/** Words in the exec form. */
export function execWords(words: readonly Word[]): string {
  return `[${words
    .map((word) =>
      JSON.stringify(
        wordParts(word)
          .map((part) => ("text" in part ? part.text : ""))
          .join(""),
      ),
    )
    .join(", ")}]`;
}

function doubleQuoted(parts: readonly WordPart[], special: RegExp): string {
  return `"${parts.map((part) => ("text" in part ? part.text.replace(special, "\\$&") : reference(part))).join("")}"`;
}
