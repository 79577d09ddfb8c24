import type { MarkerEnvironment } from "../pyproject/requirements/marker";
import type { Lock, LockedDependency, LockedPackage, LockSelection } from "./lock";
import { lockedMarkerHolds } from "./locked-marker";
import { packagesByName } from "./packages-by-name";

/** A package that is installed, and why. */
export interface InstalledPackage {
  readonly package: LockedPackage;
  /** The extras that are asked for by all that depend on it, normalised. */
  readonly extras: ReadonlySet<string>;
  /**
   * The names that lead to it, from what the project itself asks for to its own; that alone where nothing tells. A long one
   * has `…` in the place of its middle.
   */
  readonly chain: readonly string[];
}

interface Found {
  readonly extras: Set<string>;
  readonly chain: readonly string[];
}

/**
 * What a lock file has installed: all that the project asks for with what that depends on, as far as markers hold.
 *
 * @param environment the Python version and the processor; what it has of extras and groups comes of the selection
 */
export function closureOf(lock: Lock, selection: LockSelection, environment: MarkerEnvironment): InstalledPackage[] {
  const at: MarkerEnvironment = {
    ...environment,
    extras: lock.markerExtras?.(selection, environment) ?? selection.extras,
    groups: selection.groups,
  };
  const reached = reachedPackages(lock, lock.roots(selection), at);
  return lock.packages.flatMap((each): InstalledPackage[] => {
    const found = reached.get(each);
    if (each.isSelected === undefined) return found === undefined ? [] : [{ package: each, ...found }];
    if (!each.isSelected(selection, at)) return [];
    return [{ package: each, extras: found?.extras ?? new Set(), chain: found?.chain ?? [each.name] }];
  });
}

/** All that can be reached from the roots, breadth first, so that the shortest chain is found. */
function reachedPackages(
  lock: Lock,
  roots: readonly LockedDependency[],
  environment: MarkerEnvironment,
): ReadonlyMap<LockedPackage, Found> {
  const byName = packagesByName(lock.packages);
  const found = new Map<LockedPackage, Found>();
  const waiting: { readonly dependency: LockedDependency; readonly chain: readonly string[] }[] = [];
  const wait = (dependencies: readonly LockedDependency[], chain: readonly string[]) => {
    for (const dependency of dependencies) waiting.push({ dependency, chain });
  };
  wait(roots, []);
  for (const { dependency, chain } of waiting) {
    if (!holds(lock, dependency, environment)) continue;
    for (const candidate of candidatesFor(dependency, byName.get(dependency.name) ?? [])) {
      const known = found.get(candidate);
      const entry = known ?? { extras: new Set(), chain: chainTo(candidate.name, chain) };
      if (known === undefined) {
        found.set(candidate, entry);
        wait(candidate.dependencies, entry.chain);
      }
      const added = dependency.extras.filter((extra) => !entry.extras.has(extra));
      for (const extra of added) {
        entry.extras.add(extra);
        wait(candidate.extras.get(extra) ?? [], entry.chain);
      }
    }
  }
  return found;
}

/** Nobody reads more names. */
const longestChain = 20;

function chainTo(name: string, before: readonly string[]): readonly string[] {
  return before.length < longestChain ? [...before, name] : [...before.slice(0, longestChain - 2), "…", name];
}

function candidatesFor(dependency: LockedDependency, named: readonly LockedPackage[]): readonly LockedPackage[] {
  return dependency.allows === undefined ? named : named.filter((each) => dependency.allows?.(each));
}

function holds({ path }: Lock, { marker, name }: LockedDependency, environment: MarkerEnvironment): boolean {
  return marker === undefined || lockedMarkerHolds(marker, environment, `${path} (${name})`);
}
