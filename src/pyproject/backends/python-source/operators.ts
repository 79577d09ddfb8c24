import { cleanPath } from "../build-paths";
import { comparedVersion } from "./compared-version";
import { added, derived, itemsOf, type PythonValue, plain, text, truth } from "./value";

type Operator = (left: PythonValue, right: PythonValue, code: string) => PythonValue | undefined;

/** Operators by their spelling; undefined for what they can't tell. */
const operators: Readonly<Record<string, Operator>> = {
  "+": added,
  "%": percentFormatted,
  // The only texts that are divided are paths.
  "/": (left, right) =>
    left.kind === "text" && right.kind === "text" ? text(cleanPath(`${left.text || "."}/${right.text}`)) : undefined,
  "==": (left, right) => answer(isEqual(left, right)),
  "!=": (left, right) => answer(not(isEqual(left, right))),
  in: (left, right) => answer(isIn(left, right)),
  "not in": (left, right) => answer(not(isIn(left, right))),
  is: (left, right) => answer(isEqual(left, right)),
  "is not": (left, right) => answer(not(isEqual(left, right))),
  and: (left, right) => chosen(left, right, false),
  or: (left, right) => chosen(left, right, true),
};

/** What an operator makes of two values. */
export function operated(operator: string, left: PythonValue, right: PythonValue, code: string): PythonValue {
  const known = Object.hasOwn(operators, operator) ? operators[operator](left, right, code) : undefined;
  return known ?? answer(comparedVersion(left, operator, right)) ?? derived([left, right], code);
}

/** What `not` makes of a value. */
export function negated(value: PythonValue, code: string): PythonValue {
  return answer(not(truth(value))) ?? derived([value], code);
}

function chosen(left: PythonValue, right: PythonValue, isOr: boolean): PythonValue | undefined {
  const isTrue = truth(left);
  if (isTrue === undefined) return undefined;
  return isTrue === isOr ? left : right;
}

function isEqual(left: PythonValue, right: PythonValue): boolean | undefined {
  const scalar = (value: PythonValue) => {
    if (value.kind === "text") return value.text;
    return value.kind === "plain" ? value.plain : undefined;
  };
  const [a, b] = [scalar(left), scalar(right)];
  return a === undefined || b === undefined ? undefined : a === b;
}

function isIn(left: PythonValue, right: PythonValue): boolean | undefined {
  if (left.kind !== "text") return undefined;
  if (right.kind === "text") return right.text.includes(left.text);
  if (right.kind === "dict") return right.entries.has(left.text) || (right.rest === undefined ? false : undefined);
  if (right.kind !== "list") return undefined;
  const answers = right.items.map((item) => isEqual(left, item));
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

/** A format with `%s` alone. */
function percentFormatted(format: PythonValue, values: PythonValue): PythonValue | undefined {
  if (format.kind !== "text" || values.kind === "dict") return undefined;
  const texts = itemsOf(values).map((value) => (value.kind === "text" ? value.text : undefined));
  const fields = format.text.match(/%[^%]/g) ?? [];
  if (texts.includes(undefined) || fields.some((field) => field !== "%s") || fields.length !== texts.length) {
    return undefined;
  }
  let next = 0;
  return text(format.text.replaceAll(/%s|%%/g, (field) => (field === "%s" ? (texts[next++] ?? "") : "%")));
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function answer(value: boolean | undefined): PythonValue | undefined {
  return value === undefined ? undefined : plain(value);
}
