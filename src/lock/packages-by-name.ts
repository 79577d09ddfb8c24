import { groupedBy } from "./grouped-by";
import type { LockedPackage } from "./lock";

/** What was made for the packages of a lock file before. */
const known = new WeakMap<readonly LockedPackage[], ReadonlyMap<string, readonly LockedPackage[]>>();

/** The packages of a lock file by their names; the same list is looked through once. */
export function packagesByName(packages: readonly LockedPackage[]): ReadonlyMap<string, readonly LockedPackage[]> {
  const before = known.get(packages);
  if (before !== undefined) return before;
  const byName = groupedBy(packages, ({ name }) => name);
  known.set(packages, byName);
  return byName;
}
