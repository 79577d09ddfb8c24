import type { ValuePart, VariableForm } from "../properties/value-part";

type PartOf<K> = Extract<ValuePart, { readonly kind: K }>;

const OPERATOR: Record<Exclude<VariableForm, "plain">, string> = { fallback: "-", required: "?", replacement: "+" };

const render: { [K in ValuePart["kind"]]: (part: PartOf<K>) => string } = {
  literal: (part) => escapeText(part.text),
  variable: (part) => {
    if (part.form === "plain") return `\${${part.name}}`;
    const colon = part.allowEmpty ? "" : ":";
    return `\${${part.name}${colon}${OPERATOR[part.form]}${renderParts(part.text)}}`;
  },
};

/** A literal text as it is written in a compose file. */
export function escapeText(text: string): string {
  // A function, because "$$" in a replacement text stands for one dollar sign.
  return text.replace(/\$/g, () => "$$");
}

/** The parts of a value as they are written in a compose file. */
export function renderParts(parts: readonly ValuePart[]): string {
  return parts.map((part) => (render[part.kind] as (part: ValuePart) => string)(part)).join("");
}
