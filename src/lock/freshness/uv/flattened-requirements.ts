import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import { allOf, always, type Condition, comparisonsOf } from "./condition";
import type { UvRequirement } from "./uv-requirement";

/** The requirements with what the extras of the project ask for in the place of the extras. */
export function flattenedRequirements(
  requirements: readonly UvRequirement[],
  own: string | undefined,
): UvRequirement[] {
  const ofExtra = (extra: string, condition: Condition, seen: readonly string[]): UvRequirement[] => {
    if (seen.includes(extra)) return [];
    const asked = requirements.filter((each) => comparisonsOf(each.condition).some((one) => isOf(one, extra)));
    return asked.flatMap((each) =>
      resolved({ ...each, condition: allOf(condition, within(each.condition, extra)) }, [...seen, extra]),
    );
  };
  const resolved = (requirement: UvRequirement, seen: readonly string[]): UvRequirement[] => {
    const { name, extras, condition } = requirement;
    return name === own ? extras.flatMap((extra) => ofExtra(extra, condition, seen)) : [requirement];
  };
  return requirements.flatMap((each) => resolved(each, []));
}

/** The condition where this extra is asked for. */
function within(condition: Condition, extra: string): Condition {
  if (condition.kind === "comparison") return isOf(condition, extra) ? always : condition;
  if (condition.kind === "not") return { kind: "not", part: within(condition.part, extra) };
  return { kind: condition.kind, parts: condition.parts.map((part) => within(part, extra)) };
}

function isOf(condition: Condition, extra: string): boolean {
  if (condition.kind !== "comparison" || condition.operator !== "==") return false;
  const { left, right } = condition;
  const isExtra = left.kind === "variable" && left.name === "extra";
  return isExtra && right.kind === "text" && normalizedName(right.text) === extra;
}
