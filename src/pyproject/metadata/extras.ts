import { isDevelopmentName } from "../../knowledge/development-groups";
import { isDevelopmentTool } from "../../knowledge/development-tools";
import type { Extra } from "../facts";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";

/** An extra as it is listed. */
type ListedExtra = Pick<Extra, "name" | "requirements">;

/**
 * The extras, with what is for development: those whose names tell it, those that hold tools for development for the most
 * part, and those that include such a one by naming the project itself (`orders[test]`).
 *
 * @param project the name of the project
 */
export function extrasWithPurpose(listed: readonly ListedExtra[], project: string | undefined): Extra[] {
  const byName = new Map(listed.map((extra) => [normalizedName(extra.name), extra]));
  const own = project === undefined ? undefined : normalizedName(project);
  const isDevelopment = (name: string, within: readonly string[]): boolean => {
    if (isDevelopmentName(name)) return true;
    const requirements = byName.get(name)?.requirements ?? [];
    const tools = requirements.filter((requirement) => isDevelopmentTool(requirement.name));
    if (tools.length > requirements.length / 2) return true;
    const includes = requirements.filter((requirement) => requirement.name === own);
    const names = includes.flatMap(({ extras }) => extras).filter((extra) => !within.includes(extra));
    return names.some((extra) => isDevelopment(extra, [...within, name]));
  };
  return listed.map((extra) => ({ ...extra, isDevelopment: isDevelopment(normalizedName(extra.name), []) }));
}

/** The requirements of an extra, with those of the extras of the project that it names. */
export function requirementsOfExtra(
  extras: readonly ListedExtra[],
  name: string,
  project: string | undefined,
  within: readonly string[] = [],
): Requirement[] {
  const key = normalizedName(name);
  const extra = extras.find((each) => normalizedName(each.name) === key);
  if (extra === undefined || within.includes(key)) return [];
  const own = project === undefined ? undefined : normalizedName(project);
  return extra.requirements.flatMap((requirement) =>
    requirement.name === own
      ? requirement.extras.flatMap((each) => requirementsOfExtra(extras, each, project, [...within, key]))
      : [requirement],
  );
}
