import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { LockedPackage } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import { filesAt } from "./located-source";
import type { PdmEntry } from "./pdm-entry";
import { type RequiredDependency, withCandidates } from "./required-dependency";

/** The group that pdm has the main dependencies in. */
const mainGroup = "default";

/**
 * The packages of the entries. pdm has one entry for a package, and one more for each set of its extras that is asked for;
 * they are one package here, which is installed where one of them is.
 *
 * @param path the lock file
 * @param installsAny is anything installed in an environment? Left out where entries don't tell the groups they are for
 */
export function pdmPackages(
  entries: readonly PdmEntry[],
  path: string,
  installsAny?: (environment: MarkerEnvironment) => boolean,
): LockedPackage[] {
  const all = entriesByPackage(entries);
  const versions = new Map<string, (string | undefined)[]>();
  for (const [{ name, version }] of all) {
    const known = versions.get(name);
    if (known === undefined) versions.set(name, [version]);
    else known.push(version);
  }
  const dependenciesOf = (required: readonly RequiredDependency[]) => withCandidates(required, versions);
  return all.map((same): LockedPackage => {
    const [{ name, version, source }] = same;
    const plain = same.find(({ extras }) => extras.length === 0);
    const withExtras = same.filter(({ extras }) => extras.length > 0).sort((a, b) => b.extras.length - a.extras.length);
    // What is in an entry of one extra alone is what that extra adds, so that the smallest entry comes last.
    const extras = new Map(
      withExtras.flatMap((entry) => entry.extras.map((extra) => [extra, dependenciesOf(entry.dependencies)] as const)),
    );
    const isSelected: LockedPackage["isSelected"] = (selection, environment) => {
      if (installsAny?.(environment) === false) return false;
      const asked = new Set([mainGroup, ...selection.extras, ...selection.groups]);
      return same.some(({ groups, marker }) => {
        if (groups.length > 0 && !groups.some((group) => asked.has(group))) return false;
        return marker === undefined || lockedMarkerHolds(marker, environment, `${path} (${name})`);
      });
    };
    return {
      name,
      version,
      source,
      ...filesAt(
        source,
        same.flatMap(({ files }) => files),
      ),
      dependencies: dependenciesOf(plain?.dependencies ?? []),
      extras,
      ...(installsAny === undefined ? {} : { isSelected }),
    };
  });
}

/** The entries that are one package, by its version and where it comes from. */
function entriesByPackage(entries: readonly PdmEntry[]): PdmEntry[][] {
  const packages = new Map<string, PdmEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.name, entry.version, entry.source.kind, entry.source.location]);
    const same = packages.get(key);
    if (same === undefined) packages.set(key, [entry]);
    else same.push(entry);
  }
  return [...packages.values()];
}
