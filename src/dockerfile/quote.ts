import { type Word, wordParts } from "./word";

/** Characters that neither a POSIX shell nor the Dockerfile's own parser reads as anything but themselves. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

const reference = (part: { variable: string; fallback?: string }) =>
  part.fallback === undefined ? `\${${part.variable}}` : `\${${part.variable}:-${part.fallback}}`;

/** A word for a shell: literal text comes through as it is, references are expanded and never split. */
export function shellWord(word: Word): string {
  const parts = wordParts(word);
  if (parts.every((part) => "text" in part)) {
    const text = parts.map((part) => part.text).join("");
    return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
  }
  const inner = parts.map((part) => ("text" in part ? part.text.replace(/[\\"$`]/g, "\\$&") : reference(part)));
  return `"${inner.join("")}"`;
}

/** A word for an instruction that the Dockerfile's parser expands by itself and that takes the rest of the line. */
export function instructionWord(word: Word): string {
  return wordParts(word)
    .map((part) => ("text" in part ? part.text.replace(/[\\$'"]/g, "\\$&") : reference(part)))
    .join("");
}

/** A value after `NAME=`: in double quotes where it holds more than plain text and references. */
export function assignedWord(word: Word): string {
  const parts = wordParts(word);
  if (parts.length > 0 && parts.every((part) => "variable" in part || PLAIN.test(part.text)))
    return instructionWord(word);
  const inner = parts.map((part) => ("text" in part ? part.text.replace(/[\\"$]/g, "\\$&") : reference(part)));
  return `"${inner.join("")}"`;
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
