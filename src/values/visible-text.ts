/** Characters that move the cursor, colour the text, turn its direction or have no width, other than the end of a line. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with an escape such as `\u001b` for each character that a terminal would obey in place of showing it. */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => {
    const code = Number(character.codePointAt(0)).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}
