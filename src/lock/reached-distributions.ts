import { groupedBy } from "./grouped-by";
import type { LockedDependency } from "./lock";
import type { LockedDistribution } from "./locked-distributions";

/** What it depends on, also by the extras that are asked for. */
export function edgesOf({ package: { dependencies, extras }, extras: asked }: LockedDistribution): LockedDependency[] {
  return [...dependencies, ...asked.flatMap((extra) => extras.get(extra) ?? [])];
}

/** Does the lock file tell what depends on what? */
export function hasEdges(distributions: readonly LockedDistribution[]): boolean {
  return distributions.some((each) => edgesOf(each).length > 0);
}

/**
 * What is installed of all that a distribution depends on, by whatever way; all that is installed where the lock file does
 * not tell.
 */
export function reachedFrom(
  start: LockedDistribution,
  distributions: readonly LockedDistribution[],
): readonly LockedDistribution[] {
  if (!hasEdges(distributions)) return distributions;
  const byName = groupedBy(distributions, (each) => each.package.name);
  const found = new Set([start]);
  // A set goes on to what is added while it is walked.
  for (const each of found)
    for (const { name } of edgesOf(each)) for (const next of byName.get(name) ?? []) found.add(next);
  return [...found];
}
