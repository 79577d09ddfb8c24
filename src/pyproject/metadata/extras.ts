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
  const isDevelopment = (name: string, seen: Set<string>): boolean => {
    if (isDevelopmentName(name)) return true;
    seen.add(name);
    const requirements = byName.get(name)?.requirements ?? [];
    const tools = requirements.filter((requirement) => isDevelopmentTool(requirement.name));
    if (tools.length > requirements.length / 2) return true;
    const includes = requirements.filter((requirement) => requirement.name === own);
    return includes.flatMap(({ extras }) => extras).some((extra) => !seen.has(extra) && isDevelopment(extra, seen));
  };
  return listed.map((extra) => ({ ...extra, isDevelopment: isDevelopment(normalizedName(extra.name), new Set()) }));
}

/** The requirements of an extra, with those of the extras of the project that it names, each extra once. */
export function requirementsOfExtra(
  extras: readonly ListedExtra[],
  name: string,
  project: string | undefined,
  seen: Set<string> = new Set(),
): Requirement[] {
  const key = normalizedName(name);
  const extra = extras.find((each) => normalizedName(each.name) === key);
  if (extra === undefined || seen.has(key)) return [];
  seen.add(key);
  const own = project === undefined ? undefined : normalizedName(project);
  return extra.requirements.flatMap((requirement) =>
    requirement.name === own
      ? requirement.extras.flatMap((each) => requirementsOfExtra(extras, each, project, seen))
      : [requirement],
  );
}
