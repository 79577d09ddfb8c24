import { Call, type Expression, Member, Name } from "./expression";

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * The piece as TypeScript, in several lines where one would be too long.
 *
 * @param width the columns of a line
 * @param used those that are taken in the first line, by what stands before it and by what has to follow it
 */
export function renderExpression(expression: Expression, width: number, used = 0, indent = ""): string {
  const flat = inOneLine(expression);
  if (used + flat.length <= width) return flat;
  const inner = `${indent}  `;
  const below = (part: Expression, before = "") =>
    `${inner}${before}${renderExpression(part, width, inner.length + before.length + 1, inner)},\n`;
  if (expression instanceof Call) {
    const { owner, method, args } = expression;
    // A list whose items are put together.
    if (isOpen(owner)) return `${renderExpression(owner, 0, 0, indent)}.${method}(${args.map(inOneLine).join(", ")})`;
    const head = `${inOneLine(owner)}.${method}(`;
    const opening = `${head}${args
      .slice(0, -1)
      .map((each) => `${inOneLine(each)}, `)
      .join("")}`;
    const last = args.at(-1);
    if (last === undefined) return flat;
    // The usual form: what is long opens in the line of the call.
    if (isOpen(last) && used + opening.length < width)
      return `${opening}${renderExpression(last, width, used + opening.length + 1, indent)})`;
    return `${head}\n${args.map((part) => below(part)).join("")}${indent})`;
  }
  if (!isOpen(expression)) return flat;
  if (isList(expression)) return `[\n${expression.map((part) => below(part)).join("")}${indent}]`;
  const entries = Object.entries(expression).map(([key, value]) => below(value, `${keyText(key)}: `));
  return `{\n${entries.join("")}${indent}}`;
}

function inOneLine(expression: Expression): string {
  if (expression instanceof Name) return expression.text;
  if (expression instanceof Member) return `${inOneLine(expression.owner)}.${expression.name}`;
  if (expression instanceof Call) {
    return `${inOneLine(expression.owner)}.${expression.method}(${expression.args.map(inOneLine).join(", ")})`;
  }
  if (typeof expression !== "object") return literal(expression);
  if (isList(expression)) return `[${expression.map(inOneLine).join(", ")}]`;
  const entries = Object.entries(expression).map(([key, value]) => `${keyText(key)}: ${inOneLine(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** In the quotes that need fewer backslashes. */
function literal(value: string | number | boolean): string {
  if (typeof value !== "string" || !value.includes('"') || value.includes("'")) return JSON.stringify(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"')}'`;
}

function keyText(key: string): string {
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}

/** Whether it is a list or an object. */
function isOpen(
  expression: Expression,
): expression is readonly Expression[] | { readonly [property: string]: Expression } {
  if (typeof expression !== "object") return false;
  return !(expression instanceof Name || expression instanceof Member || expression instanceof Call);
}

function isList(expression: Expression): expression is readonly Expression[] {
  return Array.isArray(expression);
}
