import { join } from "node:path";
import { Mistake, type MistakeParts, messageOf } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { RuleName } from "./rules";

/** A finding as it is told; what no rule can judge, such as a file that can't be read, has none. */
export interface ToldFinding extends MistakeParts {
  readonly rule?: RuleName;
}

/** The pages of the rules, in the installed package. */
const PAGES = join(__dirname, "..", "..", "docs", "checks");

/** The mistake with its rule, and the way to the page of it. */
export function mistakeOf(found: ToldFinding): Mistake {
  return new Mistake(withPage(found));
}

/** The same as the text of a warning. */
export function warningOf(found: ToldFinding): string {
  return messageOf(withPage(found));
}

function withPage(found: ToldFinding): MistakeParts {
  const { rule } = found;
  if (rule === undefined) return found;
  return { ...found, below: `  ${rule}: ${relativePath(process.cwd(), join(PAGES, `${rule}.md`))}` };
}

/**
 * Tells all that stops a synth at once.
 *
 * @throws where there is something
 */
export function throwErrors(errors: readonly ToldFinding[]): void {
  const mistakes = [...new Map(errors.map(mistakeOf).map((each) => [each.message, each])).values()];
  if (mistakes.length === 1) throw mistakes[0];
  if (mistakes.length === 0) return;
  const below = mistakes.map(({ message }) => `- ${message}`).join("\n");
  throw new Mistake({ where: `${mistakes.length} mistakes`, what: "nothing was written", below });
}
