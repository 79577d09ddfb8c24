import { versionFits } from "../../../pyproject/requirements/compare-versions";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import {
  type MarkerComparison,
  type MarkerOperator,
  type MarkerVariable,
  parseMarker,
} from "../../../pyproject/requirements/parse-marker";
import { withPlatforms } from "./platform-names";

/** A marker, or what is made of markers. */
export type Condition =
  | MarkerComparison
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition };

/** It holds everywhere. */
export const always: Condition = { kind: "and", parts: [] };

/** The condition that a marker states; everywhere where there is none. */
export function conditionOf(marker: string | undefined, where: string): Condition {
  if (marker === undefined) return always;
  const before = known.get(marker);
  if (before !== undefined) return before;
  const condition = withPlatforms(parseMarker(marker, where));
  if (known.size >= mostKnown) known.clear();
  known.set(marker, condition);
  return condition;
}

/** The conditions by their markers: those of a lock file are few, and each stands there many times. */
const known = new Map<string, Condition>();

const mostKnown = 5_000;

/** All of these hold. */
export function allOf(...parts: readonly Condition[]): Condition {
  const stated = parts.filter((part) => part !== always);
  return stated.length === 1 ? stated[0] : { kind: "and", parts: stated };
}

/** It is asked for as a part of this extra. */
export function inExtra(extra: string): Condition {
  return {
    kind: "comparison",
    left: { kind: "variable", name: "extra" },
    operator: "==",
    right: { kind: "text", text: extra },
  };
}

/** An environment in which a condition holds or does not. */
export interface Environment {
  /** The version of Python with its patch. */
  readonly python: string;
  readonly extras: ReadonlySet<string>;
  /** The other variables. */
  readonly values: ReadonlyMap<MarkerVariable, string>;
}

/** Does the condition hold in the environment? */
export function holdsIn(condition: Condition, environment: Environment): boolean {
  if (condition.kind === "comparison") return compares(condition, environment);
  if (condition.kind === "not") return !holdsIn(condition.part, environment);
  const { kind, parts } = condition;
  return kind === "and"
    ? parts.every((part) => holdsIn(part, environment))
    : parts.some((part) => holdsIn(part, environment));
}

/** The comparisons of the condition. */
export function comparisonsOf(condition: Condition): MarkerComparison[] {
  if (condition.kind === "comparison") return [condition];
  return (condition.kind === "not" ? [condition.part] : condition.parts).flatMap(comparisonsOf);
}

function compares({ left, operator, right }: MarkerComparison, { python, extras, values }: Environment): boolean {
  const variable = left.kind === "variable" ? left.name : right.kind === "variable" ? right.name : undefined;
  const text = left.kind === "text" ? left.text : right.kind === "text" ? right.text : "";
  if (variable === undefined) return textCompares(left.kind === "text" ? left.text : "", operator, text);
  if (variable === "extra" || variable === "extras") {
    return extras.has(normalizedName(text)) === (operator === "==" || operator === "in");
  }
  const value = valueIn(variable, python, values);
  const [first, second] = left.kind === "variable" ? [value, text] : [text, value];
  if (variable.endsWith("version") && variable !== "platform_version" && !operator.endsWith("in")) {
    return versionCompares(first, operator, second);
  }
  return textCompares(first, operator, second);
}

function valueIn(variable: MarkerVariable, python: string, values: Environment["values"]): string {
  if (variable === "python_full_version") return python;
  if (variable === "python_version") return python.split(".").slice(0, 2).join(".");
  return values.get(variable) ?? "";
}

function versionCompares(version: string, operator: MarkerOperator, bound: string): boolean {
  return versionFits(version, operator, bound) ?? textCompares(version, operator, bound);
}

function textCompares(left: string, operator: string, right: string): boolean {
  if (operator === "in") return right.includes(left);
  if (operator === "not in") return !right.includes(left);
  if (operator === "==" || operator === "===") return left === right;
  if (operator === "!=") return left !== right;
  if (operator.startsWith("<")) return operator === "<" ? left < right : left <= right;
  return operator === ">" ? left > right : left >= right;
}
