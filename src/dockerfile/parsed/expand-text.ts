/** Values of ARG and ENV; undefined where one is declared and nobody knows its value. */
export type Variables = ReadonlyMap<string, string | undefined>;

const REFERENCE = /\\(\$)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}]*))?\})/g;

/**
 * The text with the values of its variables, as far as they are known; what is not known stays as it is written.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expandText(text: string, variables: Variables): string {
  if (!text.includes("$")) return text;
  return text.replaceAll(REFERENCE, (whole, escaped, plain, braced, operator, word = "") => {
    if (escaped !== undefined) return whole;
    const value = variables.get(plain ?? braced);
    const isThere = operator?.startsWith(":") ? Boolean(value) : value !== undefined;
    if (operator?.endsWith("-")) return isThere ? `${value}` : expandText(word, variables);
    if (operator?.endsWith("+")) return isThere ? expandText(word, variables) : "";
    // One spelling of what is not known, so that two that mean the same are the same.
    return value ?? `\${${plain ?? braced}}`;
  });
}

/** A run of plain text, or the name of a variable. */
export type TextPart = { readonly text: string } | { readonly variable: string; readonly fallback?: string };

/** The parts of a text whose known variables are replaced; undefined where there is more than plain references. */
export function textParts(text: string): TextPart[] | undefined {
  const parts: TextPart[] = [];
  const add = (literal: string) => {
    if (literal !== "") parts.push({ text: literal.replaceAll("\\$", "$") });
  };
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, escaped, plain, braced, operator, word] = match;
    if (escaped !== undefined) continue;
    if (operator !== undefined && operator !== ":-") return undefined;
    if (word?.includes("$")) return undefined;
    add(text.slice(end, match.index));
    parts.push({ variable: plain ?? braced, ...(operator === undefined ? {} : { fallback: word }) });
    end = match.index + whole.length;
  }
  add(text.slice(end));
  return parts;
}
