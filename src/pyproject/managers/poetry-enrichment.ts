import type { Requirement } from "../requirements/requirement";
import { joinedMarkers } from "./joined-markers";

/**
 * A standard requirement with what poetry's own tables add to it: where it comes from, under which markers. One for each
 * entry of the own table, as entries can differ by their markers.
 *
 * @param own the requirements of the own table, whatever their names
 * @see https://python-poetry.org/docs/dependency-specification/#projectdependencies-and-toolpoetrydependencies
 */
export function enrichedRequirement(requirement: Requirement, own: readonly Requirement[]): Requirement[] {
  const additions = own.filter(({ name, url }) => name === requirement.name && url !== undefined);
  if (requirement.url !== undefined || additions.length === 0) return [requirement];
  return additions.map(({ url, marker }) => ({
    ...requirement,
    url,
    marker: joinedMarkers(requirement.marker, marker),
  }));
}
