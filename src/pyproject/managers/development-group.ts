import { isDevelopmentName } from "../../knowledge/development-groups";
import { isDevelopmentTool } from "../../knowledge/development-tools";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";

/**
 * Is a group for development: by its name, or because a tool for development is in it? Others, such as drivers of databases
 * to choose from, may be part of the program; the user decides.
 */
export function isDevelopmentGroup(name: string, requirements: readonly Requirement[]): boolean {
  return isDevelopmentName(normalizedName(name)) || requirements.some((each) => isDevelopmentTool(each.name));
}
