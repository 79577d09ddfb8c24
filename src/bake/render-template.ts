/** A part of a text. */
export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string };

type PartOf<K> = Extract<TemplatePart, { readonly kind: K }>;

const render: { readonly [K in TemplatePart["kind"]]: (part: PartOf<K>) => string } = {
  literal: ({ text }) => escaped(text),
  variable: ({ name }) => `\${${name}}`,
};

/**
 * The text as bake reads every string and every key of its JSON: as a template.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
 */
export function renderTemplate(parts: readonly TemplatePart[]): string {
  const joined = parts.map((part, at) => {
    const next = parts[at + 1];
    const text = (render[part.kind] as (part: TemplatePart) => string)(part);
    return next?.kind === "variable" ? text.replace(/[$%]+$/, quoted) : text;
  });
  return joined.join("");
}

/** `${` and `%{` begin what is computed; a doubled sign takes that off, but not where another one stands before it. */
function escaped(text: string): string {
  return text.replace(/([$%]+)\{/g, (_, signs: string) => `${signs.length === 1 ? signs + signs : quoted(signs)}{`);
}

/** Signs as a text within a text. */
function quoted(signs: string): string {
  return `\${"${signs}"}`;
}
