import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { incompleteLock } from "../damaged-lock";
import type { LockedDependency, LockedPackage } from "../lock";
import type { LockTable } from "./lock-table";
import { isSameSource, readUvSdist, readUvSource, readUvWheels } from "./uv-files";

/** A package of uv.lock, which for a project has the groups too. */
export interface UvPackage extends LockedPackage {
  /** What each dependency group adds, by the normalised name of the group. */
  readonly groups: ReadonlyMap<string, readonly LockedDependency[]>;
  /** The environments for which this version was chosen; none where it was for all. */
  readonly resolutionMarkers: readonly string[];
}

/**
 * Reads the packages of uv.lock.
 *
 * @param path the lock file, for messages
 * @throws where a package needs another that is not there: the lock file is not complete
 */
export function readUvPackages(lock: LockTable, path: string): UvPackage[] {
  // Before uv 0.3 the tables had another name.
  const key = lock.has("package") ? "package" : "distribution";
  const packages = lock.packages(key).map(readPackage);
  const names = new Set(packages.map(({ name }) => name));
  for (const { name, dependencies, extras, groups } of packages) {
    for (const list of [dependencies, ...extras.values(), ...groups.values()]) {
      const missing = list.find((each) => !names.has(each.name));
      if (missing === undefined) continue;
      throw incompleteLock(path, `has the package ${name}, which needs ${missing.name}, but not that`, "uv lock");
    }
  }
  return packages;
}

function readPackage(table: LockTable): UvPackage {
  const name = table.requiredText("name", "every package has a name");
  const source = readUvSource(table);
  if (source === undefined) throw table.wrong("source", "every package has a source");
  return {
    name: normalizedName(name),
    version: table.text("version"),
    source,
    wheels: readUvWheels(table),
    sdists: readUvSdist(table, source),
    dependencies: readDependencies(table, "dependencies"),
    extras: readLists(table.table("optional-dependencies")),
    groups: readLists(table.table(table.has("dev-dependencies") ? "dev-dependencies" : "dependency-groups")),
    resolutionMarkers: table.texts("resolution-markers"),
  };
}

function readLists(table: LockTable | undefined): ReadonlyMap<string, readonly LockedDependency[]> {
  if (table === undefined) return new Map();
  return new Map(table.keys().map((key) => [normalizedName(key), readDependencies(table, key)]));
}

function readDependencies(table: LockTable, key: string): LockedDependency[] {
  return table.tables(key).map((each): LockedDependency => {
    const name = each.requiredText("name", "every dependency has a name");
    const version = each.text("version");
    const source = readUvSource(each);
    const dependency = {
      name: normalizedName(name),
      extras: each.texts("extra").map(normalizedName),
      marker: each.text("marker"),
    };
    // Both are there only where the lock file has several packages of the name.
    if (version === undefined && source === undefined) return dependency;
    const allows = (candidate: LockedPackage) =>
      (version === undefined || candidate.version === version) &&
      (source === undefined || isSameSource(candidate.source, source));
    return { ...dependency, allows };
  });
}
