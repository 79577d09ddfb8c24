import { type Fact, fact } from "../fact";
import { parseRequirement, type Requirement } from "../requirements/requirement";

/**
 * Requirements with versions to be filled in, such as `orders == {version}`: the clauses with them can't be known. Where
 * something else is to be filled in, the requirement as a whole can't.
 */
export function templateRequirements(listed: Fact<string[]> | undefined): Fact<Requirement>[] {
  const texts = listed?.value.map((text) => text.replaceAll(/,?\s*[<>=!~]{1,3}\s*\{.*?\}+[^\s,;)]*/g, "")) ?? [];
  const source = listed?.source ?? "";
  return texts.filter((text) => !text.includes("{")).map((text) => fact(parseRequirement(text, source), source));
}
