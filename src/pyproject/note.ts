import type { RuleName } from "../findings/rules";
import { maskCredentials } from "../values/mask-credentials";

/** What is worth telling of a project, with the rule by which it is switched off. */
export interface Note {
  readonly rule: RuleName;
  readonly text: string;
}

/** Notes of one rule. */
export function notesOf(rule: RuleName, texts: readonly string[]): Note[] {
  return texts.map((text) => ({ rule, text: maskCredentials(text) }));
}
