import type { PythonRange } from "./python-range";
import { isSameCondition } from "./same-condition";
import { isSameMeaning } from "./same-meaning";
import type { UvRequirement } from "./uv-requirement";

/** What one side has and the other has not. */
export interface Difference {
  readonly recorded?: UvRequirement;
  readonly stated?: UvRequirement;
  /** Do the two sides mean the same in other words? Newer versions of uv say yes to that, and older ones no. */
  readonly isOfWords: boolean;
}

/** The first difference between two sets of requirements; the same ones in another order or spelling have none. */
export function firstDifference(
  recorded: readonly UvRequirement[],
  stated: readonly UvRequirement[],
  pythons: PythonRange,
): Difference | undefined {
  const lacks = (all: readonly UvRequirement[], one: UvRequirement) => !all.some((each) => isSame(each, one, pythons));
  const missing = stated.filter((each) => lacks(recorded, each));
  const surplus = recorded.filter((each) => lacks(stated, each));
  const differing = [...new Set([...missing, ...surplus].map(({ name }) => name))];
  const of = (all: readonly UvRequirement[], name: string) => all.filter((each) => each.name === name);
  const isOfWords = (name: string) => isSameMeaning(of(recorded, name), of(stated, name), pythons);
  const name = differing.find((each) => !isOfWords(each)) ?? differing[0];
  if (name === undefined) return undefined;
  return { stated: of(missing, name)[0], recorded: of(surplus, name)[0], isOfWords: differing.every(isOfWords) };
}

function isSame(one: UvRequirement, other: UvRequirement, pythons: PythonRange): boolean {
  return (
    one.name === other.name &&
    one.versions === other.versions &&
    one.origin === other.origin &&
    [...one.extras].sort().join() === [...other.extras].sort().join() &&
    isSameCondition(one.condition, other.condition, pythons)
  );
}
