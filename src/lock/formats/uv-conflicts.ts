import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { LockedDependency, LockedPackage, LockSelection } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import { packagesByName } from "../packages-by-name";
import type { UvPackage } from "./uv-packages";
import type { UvRoots } from "./uv-roots";

interface Visit {
  readonly package: LockedPackage;
  readonly extra?: string;
}

/**
 * The extras by which the markers of uv.lock tell apart what conflicts: each stands for an extra, a group or a project,
 * with the length of the project's name before the name. What counts are those of the project itself, and all extras that
 * are asked for on the way.
 *
 * @param path the lock file as messages name it
 * @see https://docs.astral.sh/uv/concepts/projects/config/#conflicting-dependencies
 */
export function conflictExtras(
  path: string,
  { projects = [], of }: UvRoots,
  packages: readonly UvPackage[],
  selection: LockSelection,
  environment: MarkerEnvironment,
): string[] {
  const active = new Set<string>(
    projects.flatMap(({ name, extras, groups }) => [
      `project-${name.length}-${name}`,
      ...selection.extras.filter((extra) => extras.has(extra)).map((extra) => extraOf(name, extra)),
      ...selection.groups.filter((group) => groups.has(group)).map((group) => `group-${name.length}-${name}-${group}`),
    ]),
  );
  // The set grows on the way, and markers are evaluated with what it has then.
  const at: MarkerEnvironment = { ...environment, extras: active };
  const holds = ({ marker, name }: LockedDependency) =>
    marker === undefined || lockedMarkerHolds(marker, at, `${path} (${name})`);
  const byName = packagesByName(packages);
  const seen = new Map<LockedPackage, Set<string | undefined>>();
  const waiting: Visit[] = [];
  const reach = (dependency: LockedDependency): void => {
    const named = dependency.extras.map((extra) => extraOf(dependency.name, extra));
    const added = named.filter((each) => !active.has(each));
    for (const each of added) active.add(each);
    if (!holds(dependency)) {
      for (const each of added) active.delete(each);
      return;
    }
    for (const candidate of byName.get(dependency.name) ?? []) {
      if (dependency.allows?.(candidate) === false) continue;
      const visited = seen.get(candidate) ?? new Set();
      seen.set(candidate, visited);
      for (const extra of [undefined, ...dependency.extras]) {
        if (!visited.has(extra)) waiting.push({ package: candidate, extra });
        visited.add(extra);
      }
    }
  };
  of(selection).forEach(reach);
  for (const { package: from, extra } of waiting) {
    (extra === undefined ? from.dependencies : (from.extras.get(extra) ?? [])).forEach(reach);
  }
  return [...active];
}

function extraOf(name: string, extra: string): string {
  return `extra-${name.length}-${name}-${extra}`;
}
