import { rcompare } from "@renovatebot/pep440";
import { newestRelease } from "../../pyproject/python/newest-release";
import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import { Specifier } from "../../pyproject/requirements/specifier";
import { groupedBy } from "../grouped-by";
import type { LockedDependency } from "../lock";
import type { PoetryPackage } from "./poetry-package";

/** The packages by their names, the newest of each name first. */
export function packagesByName(packages: readonly PoetryPackage[]): ReadonlyMap<string, readonly PoetryPackage[]> {
  const byName = groupedBy(packages, ({ locked }) => locked.name);
  for (const same of byName.values()) same.sort((a, b) => rcompare(a.locked.version ?? "0", b.locked.version ?? "0"));
  return byName;
}

/**
 * Chooses a package for what is asked for: the newest that all allow, or else that this one allows.
 *
 * @param asked what asked for each name the last time
 * @param path the lock file, for messages
 */
export function chooser(
  byName: ReadonlyMap<string, readonly PoetryPackage[]>,
  asked: ReadonlyMap<string, readonly LockedDependency[]>,
  environment: MarkerEnvironment,
  path: string,
): (dependency: LockedDependency) => PoetryPackage | undefined {
  const known = new Map<string, Candidates>();
  return (dependency) => {
    const { name } = dependency;
    const candidates =
      known.get(name) ?? candidatesOf(byName.get(name) ?? [], asked.get(name) ?? [], environment, path);
    known.set(name, candidates);
    const { only, agreed, fitting } = candidates;
    const allowed = (each: PoetryPackage) => allows(dependency, each);
    return only ?? agreed.find(allowed) ?? fitting.find(allowed);
  };
}

/** The packages of a name, newest first. */
interface Candidates {
  /** The one that there is; it has no rival, whatever is asked for. */
  readonly only?: PoetryPackage;
  /** Those that are made for the Python version. */
  readonly fitting: readonly PoetryPackage[];
  /** Those of them that all allow who asked for the name the last time. */
  readonly agreed: readonly PoetryPackage[];
}

function candidatesOf(
  named: readonly PoetryPackage[],
  asked: readonly LockedDependency[],
  { python }: MarkerEnvironment,
  path: string,
): Candidates {
  if (named.length < 2) return { only: named[0], fitting: [], agreed: [] };
  const release = newestRelease(python);
  const fitting = named.filter(({ pythons, locked }) =>
    Specifier.ofPoetry(pythons, `${path} [${locked.name}] python-versions`).allows(release),
  );
  if (fitting.length < 2) return { only: fitting[0], fitting, agreed: [] };
  return { fitting, agreed: fitting.filter((each) => asked.every((dependency) => allows(dependency, each))) };
}

function allows(dependency: LockedDependency, { locked }: PoetryPackage): boolean {
  return dependency.allows?.(locked) ?? true;
}
