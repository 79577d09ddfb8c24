/** The white space of Unicode, as Go's programs know it. */
export const SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const atEnds = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const one = new RegExp(`^[${SPACE}]$`);

export function trimSpace(text: string): string {
  return text.replace(atEnds, "");
}

export function isSpace(character: string): boolean {
  return one.test(character);
}
