import { type Condition, holdsIn } from "./condition";
import { environmentsOf } from "./environments";
import type { PythonRange } from "./python-range";

/**
 * Do the conditions hold in the same environments? All are tried that either of them tells apart, of the versions of
 * Python in the range.
 */
export function isSameCondition(one: Condition, other: Condition, pythons: PythonRange): boolean {
  if (one === other || spelling(one) === spelling(other)) return true;
  const environments = environmentsOf([one, other], pythons);
  if (environments === undefined) return false;
  return environments.every((each) => holdsIn(one, each) === holdsIn(other, each));
}

const spellings = new WeakMap<Condition, string>();

/** The condition in words; what is stated in another order or in one more pair of parentheses has the same. */
function spelling(condition: Condition): string {
  const known = spellings.get(condition);
  if (known !== undefined) return known;
  const words = spelled(condition);
  spellings.set(condition, words);
  return words;
}

function spelled(condition: Condition): string {
  if (condition.kind === "not") return `not (${spelling(condition.part)})`;
  if (condition.kind !== "comparison") {
    const { kind } = condition;
    const parts = condition.parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
    return parts.length === 1 ? spelling(parts[0]) : `(${parts.map(spelling).sort().join(` ${kind} `)})`;
  }
  const { left, operator, right } = condition;
  const side = (each: typeof left) => (each.kind === "text" ? JSON.stringify(each.text) : each.name);
  return `${side(left)} ${operator} ${side(right)}`;
}

/** Is there no environment at all in which the condition holds? */
export function isNever(condition: Condition): boolean {
  return environmentsOf([condition], {})?.some((each) => holdsIn(condition, each)) === false;
}
