import { RULES, type RuleName } from "../../findings/rules";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";

/** Whether the comment above the instruction has hadolint leave out a rule that is ours too. */
export function isIgnored(rule: RuleName, at: WrittenInstruction | undefined): boolean {
  const [, list] = /^hadolint\s+ignore\s*=\s*(.*)$/.exec(at?.comment ?? "") ?? [];
  const ignored = list?.split(/[\s,]+/) ?? [];
  return RULES[rule].others.some((other) => ignored.includes(other.replace("hadolint ", "")));
}
