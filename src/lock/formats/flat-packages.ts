import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { LockedDependency, LockedPackage, LockedSource, LockSelection } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import { filesAt } from "./located-source";

/** A package as a lock file has it that lists what is installed, for production and for each group. */
export interface ListedPackage {
  /** The name, normalised. */
  readonly name: string;
  readonly version?: string;
  readonly source: LockedSource;
  readonly marker?: string;
  /** The extras with which it is installed, normalised, where the lock file tells. */
  readonly extras?: readonly string[];
  /** The group of which it is, normalised; undefined for production. */
  readonly group?: string;
  /** What it needs, where the lock file tells. */
  readonly dependencies?: readonly LockedDependency[];
}

/**
 * The packages of such a lock file. What production has and a group too is installed once, as production has it.
 *
 * @param path the lock file as messages name it
 * @param listed those of production first
 */
export function flatPackages(path: string, listed: readonly ListedPackage[]): LockedPackage[] {
  const byName = new Map<string, Named>();
  return listed.map((each) => {
    const named = byName.get(each.name) ?? { all: [], group: each.group, isAnyOther: () => false };
    byName.set(each.name, named);
    // What follows of the same group has the same others.
    if (named.group !== each.group) {
      named.group = each.group;
      named.isAnyOther = anyListed(
        path,
        named.all.filter(({ group }) => group !== each.group),
      );
    }
    named.all.push(each);
    const { isAnyOther } = named;
    const { name, version, source, dependencies = [] } = each;
    return {
      ...{ name, version, source, dependencies, extras: new Map(), ...filesAt(source) },
      isSelected: (selection, environment) =>
        isListed(path, each, selection, environment) && !isAnyOther(selection, environment),
    };
  });
}

type IsSelected = NonNullable<LockedPackage["isSelected"]>;

/** What is listed of a name so far. */
interface Named {
  readonly all: ListedPackage[];
  /** The group of the last one. */
  group: string | undefined;
  /** Is one of another group than that installed? */
  isAnyOther: IsSelected;
}

/** Is one of them installed? It is found out once for all packages that ask. */
function anyListed(path: string, others: readonly ListedPackage[]): IsSelected {
  let before: { readonly asked: Parameters<IsSelected>; readonly isAny: boolean } | undefined;
  return (...asked) => {
    if (before === undefined || before.asked.some((part, at) => part !== asked[at])) {
      before = { asked, isAny: others.some((other) => isListed(path, other, ...asked)) };
    }
    return before.isAny;
  };
}

/** Is it of production or of a group that is asked for, and does its marker hold? */
function isListed(
  path: string,
  { group, marker, name }: ListedPackage,
  selection: LockSelection,
  environment: MarkerEnvironment,
): boolean {
  if (!isOf(group, selection)) return false;
  return marker === undefined || lockedMarkerHolds(marker, environment, `${path} (${name})`);
}

/** Is what is listed for the group installed? */
export function isOf(group: string | undefined, { groups }: LockSelection): boolean {
  return group === undefined || groups.includes(group);
}
