/** What bake reads of its JSON: every string and every name, but for those of the sections and properties, is a template. */
export function readBake(file: string): unknown {
  // The line that says who wrote the file.
  const { "//": _marker, ...content } = JSON.parse(file);
  return evaluated(content);
}

function evaluated(value: unknown): unknown {
  if (typeof value === "string") return template(value);
  if (Array.isArray(value)) return value.map(evaluated);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [template(key), evaluated(item)]));
}

/**
 * The text of a template, its variables in brackets.
 *
 * @throws where it holds anything but texts and variables, or bake would read another text
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function template(text: string): string {
  if (text !== text.normalize("NFC") || text.startsWith("\ufeff"))
    throw new Error(`bake changes ${JSON.stringify(text)}`);
  let found = "";
  for (let rest = text; rest !== ""; ) {
    const [whole, doubled, variable, quoted] = /^(?:([$%])\1\{|\$\{([A-Za-z]\w*)\}|\$\{"([$%]+)"\})/.exec(rest) ?? [];
    if (whole === undefined && /^[$%]\{/.test(rest)) throw new Error(`${JSON.stringify(rest)} is no variable`);
    found += doubled !== undefined ? `${doubled}{` : variable !== undefined ? `<${variable}>` : (quoted ?? rest[0]);
    rest = rest.slice(whole?.length ?? 1);
  }
  return found;
}
