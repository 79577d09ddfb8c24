/** Characters that move the cursor, colour the text or turn its direction, other than the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text with an escape such as `\u001b` for each character that a terminal would obey in place of showing it. */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
