const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/**
 * The text of a string literal; undefined for bytes.
 *
 * @see https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function stringLiteral(code: string): string | undefined {
  const [, prefix = "", quote = "", body] = /^([a-z]*)("""|'''|"|')(.*)\2$/is.exec(code) ?? [];
  if (quote === "" || body === undefined || /[bt]/i.test(prefix)) return undefined;
  return literalText(body, /r/i.test(prefix));
}

/** The text between the quotes of a literal. */
export function literalText(body: string, isRaw: boolean): string {
  const text = body.replaceAll("\r\n", "\n");
  if (isRaw) return text;
  return text.replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\s\S]))/gi, (whole, hex, unicode, single) => {
    if (single === undefined) return String.fromCharCode(Number.parseInt(hex ?? unicode, 16));
    return escapes[single] ?? whole;
  });
}
