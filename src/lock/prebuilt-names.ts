import { sourceBuildOf } from "../knowledge/source-builds";
import { groupedBy } from "./grouped-by";
import type { LockedDistribution } from "./locked-distributions";
import { edgesOf, hasEdges } from "./reached-distributions";

/**
 * The names of what comes as a wheel, with all that it depends on: what a distribution needs to be built may be what one of
 * its dependencies does, as of `psycopg[c]` psycopg-c.
 */
export function prebuiltNames(distributions: readonly LockedDistribution[]): ReadonlySet<string> {
  const compiled = new Set(distributions.filter(mayBeCompiled).map(nameOf));
  const wanted = dependents(distributions, compiled);
  // Some lock files do not tell what depends on what.
  if (compiled.size > 0 && !hasEdges(distributions)) return new Set();
  // A name can stand there twice, with versions for different environments: one that is compiled is enough.
  return new Set(distributions.map(nameOf).filter((name) => !wanted.has(name)));
}

/** Is it built from source, or may it be, and not known as pure Python? */
function mayBeCompiled({ kinds, package: { name } }: LockedDistribution): boolean {
  return [...kinds.values()].some((kind) => kind !== "wheel") && sourceBuildOf(name) !== "pure";
}

/** These, and all that depends on one of them. */
function dependents(distributions: readonly LockedDistribution[], names: ReadonlySet<string>): ReadonlySet<string> {
  const edges = distributions.flatMap((each) => edgesOf(each).map(({ name }) => ({ from: nameOf(each), to: name })));
  const above = groupedBy(edges, ({ to }) => to);
  const found = new Set(names);
  // A set goes on to what is added while it is walked.
  for (const name of found) for (const { from } of above.get(name) ?? []) found.add(from);
  return found;
}

function nameOf({ package: { name } }: LockedDistribution): string {
  return name;
}
