import type { ProjectFacts } from "../../pyproject/facts";
import { requirementsOfExtra } from "../../pyproject/metadata/extras";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { LockedDependency, LockSelection } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import { projectRoots } from "../project-roots";
import { chooser, packagesByName } from "./poetry-candidates";
import { dependencyOnRequirement } from "./poetry-dependencies";
import type { PoetryPackage } from "./poetry-package";

type Packages = ReadonlySet<PoetryPackage>;

/** With more rounds than there are names with several versions nothing new is found; there are hardly any of these. */
const mostRounds = 10;

/**
 * What poetry makes of a lock file that tells no groups: it resolves anew, with the locked packages as the only ones, so
 * that of several versions of a name one is installed, the newest that all allow and that is made for the Python version.
 * Extras that nobody asks for are resolved too, and what is locked for them alone is left out afterwards.
 *
 * @see https://github.com/python-poetry/poetry/blob/2.5.1/src/poetry/installation/installer.py
 */
export function resolver(
  packages: readonly PoetryPackage[],
  facts: ProjectFacts,
  path: string,
): (each: PoetryPackage, selection: LockSelection, environment: MarkerEnvironment) => boolean {
  const byName = packagesByName(packages);
  const known = new WeakMap<MarkerEnvironment, { readonly selection: LockSelection; readonly found: Packages }>();
  const extras = facts.extras.map(({ value }) => value);
  const allExtras = extras.map(({ name }) => normalizedName(name));
  const installed = (selection: LockSelection, environment: MarkerEnvironment): Packages => {
    const rootsWith = (names: readonly string[]) =>
      projectRoots(facts, { ...selection, extras: names }, dependencyOnRequirement);
    const all = resolved(byName, rootsWith(allExtras), environment, path);
    const locked = packagesByName([...all]);
    const needed = resolved(locked, rootsWith([]), environment, path);
    const own = facts.name?.value.normalized;
    const asked = selection.extras.flatMap((extra) => requirementsOfExtra(extras, extra, own).map(({ name }) => name));
    const names = namesBelow(all, asked);
    return new Set([...all].filter((each) => needed.has(each) || names.has(each.locked.name)));
  };
  return (each, selection, environment) => {
    const before = known.get(environment);
    if (before?.selection === selection) return before.found.has(each);
    const found = installed(selection, environment);
    known.set(environment, { selection, found });
    return found.has(each);
  };
}

/** The names with all that they depend on, whatever of it is optional: so poetry looks for what an extra needs. */
function namesBelow(packages: Packages, names: readonly string[]): ReadonlySet<string> {
  const byName = new Map([...packages].map(({ locked }) => [locked.name, locked]));
  const below = new Set(names);
  for (const name of below) {
    const locked = byName.get(name);
    const needed = [...(locked?.dependencies ?? []), ...(locked?.extras.values() ?? [])].flat();
    for (const dependency of needed) below.add(dependency.name);
  }
  return below;
}

/** Follows the dependencies again and again, each time with all that was asked for the last time, until nothing changes. */
function resolved(
  byName: ReadonlyMap<string, readonly PoetryPackage[]>,
  roots: readonly LockedDependency[],
  environment: MarkerEnvironment,
  path: string,
): Packages {
  const holds = ({ marker, name }: LockedDependency) =>
    marker === undefined || lockedMarkerHolds(marker, environment, `${path} (${name})`);
  let asked: ReadonlyMap<string, readonly LockedDependency[]> = new Map();
  let found: Packages = new Set();
  for (let round = 0; round < mostRounds; round += 1) {
    const before = found;
    const choice = chooser(byName, asked, environment, path);
    ({ found, asked } = followed(roots.filter(holds), choice, holds));
    if ([...found].every((each) => before.has(each)) && found.size === before.size) break;
  }
  return found;
}

function followed(
  roots: readonly LockedDependency[],
  choice: (dependency: LockedDependency) => PoetryPackage | undefined,
  holds: (dependency: LockedDependency) => boolean,
): { readonly found: Packages; readonly asked: ReadonlyMap<string, readonly LockedDependency[]> } {
  const found = new Map<PoetryPackage, Set<string>>();
  const asked = new Map<string, LockedDependency[]>();
  const waiting = [...roots];
  const wait = (dependencies: readonly LockedDependency[]) => {
    for (const dependency of dependencies) if (holds(dependency)) waiting.push(dependency);
  };
  for (const dependency of waiting) {
    const named = asked.get(dependency.name);
    if (named === undefined) asked.set(dependency.name, [dependency]);
    else named.push(dependency);
    const each = choice(dependency);
    if (each === undefined) continue;
    const extras = found.get(each) ?? new Set();
    if (!found.has(each)) {
      found.set(each, extras);
      wait(each.locked.dependencies);
    }
    for (const extra of dependency.extras.filter((name) => !extras.has(name))) {
      extras.add(extra);
      wait(each.locked.extras.get(extra) ?? []);
    }
  }
  return { found: new Set(found.keys()), asked };
}
