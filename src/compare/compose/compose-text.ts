import { call, type Expression } from "../code/expression";

/** A text, or a variable with what stands for it. */
type Part = string | { readonly name: string; readonly operator: string; readonly rest: readonly Part[] };

/** The text with each interpolation in one spelling, so that two that mean the same are the same. */
export function canonicalText(text: string): string {
  return partsOf(text).map(partText).join("");
}

/** The text as a value of this module: a string where nothing is looked up in it. */
export function textExpression(text: string): Expression {
  return expressionOf(partsOf(text));
}

/** The text where all its variables have their fallbacks, `$$` being one dollar sign. */
export function defaultText(text: string): string {
  const settled = (parts: readonly Part[]): string =>
    parts
      .map((part) => (typeof part === "string" ? part : /-$/.test(part.operator) ? settled(part.rest) : ""))
      .join("");
  return settled(partsOf(text));
}

/** Cuts at a character, where it does not stand in the braces of a variable. */
export function cutOutside(text: string, separator: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (character === separator && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const add = (literal: string) => {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + literal;
    else if (literal !== "") parts.push(literal);
  };
  for (let at = 0; at < text.length; ) {
    const here = text.slice(at);
    const plain = /^\$([A-Za-z_]\w*)/.exec(here);
    const braced = /^\$\{([A-Za-z_]\w*)(:?[-?+])?/.exec(here);
    const end = braced === null ? -1 : closing(text, at + 1);
    if (here.startsWith("$$")) {
      add("$");
      at += 2;
    } else if (plain !== null) {
      parts.push({ name: plain[1], operator: "", rest: [] });
      at += plain[0].length;
    } else if (braced !== null && end > 0) {
      parts.push({ name: braced[1], operator: braced[2] ?? "", rest: partsOf(text.slice(at + braced[0].length, end)) });
      at = end + 1;
    } else {
      add(text[at]);
      at += 1;
    }
  }
  return parts;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function partText(part: Part): string {
  if (typeof part === "string") return part.replaceAll("$", () => "$$");
  return `\${${part.name}${part.operator}${part.rest.map(partText).join("")}}`;
}

function expressionOf(parts: readonly Part[]): Expression {
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  const expressions = parts.map((part): Expression => (typeof part === "string" ? part : variableOf(part)));
  return expressions.length === 1 ? expressions[0] : call("ComposeValue", "join", ...expressions);
}

const methods: Readonly<Record<string, string>> = { "": "variable", "-": "variable", "?": "required", "+": "whenSet" };

function variableOf({ name, operator, rest }: Exclude<Part, string>): Expression {
  const method = methods[operator.replace(":", "")];
  const isEmptyAllowed = operator !== "" && !operator.startsWith(":");
  const text = operator === "" ? [] : [expressionOf(rest)];
  return call("ComposeValue", method, name, ...text, ...(isEmptyAllowed ? [{ allowEmpty: true }] : []));
}
