import type { ProjectFacts } from "../../pyproject/facts";
import { joinedMarkers } from "../../pyproject/managers/joined-markers";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { LockedDependency, LockSelection } from "../lock";
import { projectRoots } from "../project-roots";
import type { LockTable } from "./lock-table";
import type { UvPackage } from "./uv-packages";

/** What uv installs for a project: of its own packages, and of what the lock file asks for beside packages. */
export interface UvRoots {
  /** The project; all members where the root of a workspace is no project; undefined where the lock has none of the name. */
  readonly projects?: readonly UvPackage[];
  /** What is asked for. */
  of(selection: LockSelection): readonly LockedDependency[];
}

/**
 * Reads what is installed for the project. A root of a workspace without a `[project]` table stands for all members, and
 * its groups are in the manifest.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export function readUvRoots(lock: LockTable, packages: readonly UvPackage[], facts: ProjectFacts): UvRoots {
  const name = facts.name?.value.normalized;
  const manifest = lock.table("manifest");
  const members = new Set((manifest?.texts("members") ?? []).map(normalizedName));
  const isRoot = (each: UvPackage) => (name === undefined ? members.has(each.name) : each.name === name);
  const projects = packages.filter((each) => each.source.kind === "project" && isRoot(each));
  if (name !== undefined && projects.length === 0) return { of: (selection) => projectRoots(facts, selection) };
  const supported = anyOf(lock.texts("supported-markers"));
  return {
    projects,
    of: (selection) => {
      const own = projects.flatMap((each) => ownDependencies(each, selection));
      const shared =
        name === undefined && manifest !== undefined ? sharedDependencies(manifest, packages, selection) : [];
      return [...own, ...shared].map((each) => ({ ...each, marker: joinedMarkers(each.marker, supported) }));
    },
  };
}

/** What a project needs with these extras and groups; where that is the project again, what its extras add. */
function ownDependencies(project: UvPackage, { extras, groups }: LockSelection): LockedDependency[] {
  const seen = new Set<string>();
  const ofExtra = (extra: string): LockedDependency[] => {
    if (seen.has(extra)) return [];
    seen.add(extra);
    return (project.extras.get(extra) ?? []).flatMap(expanded);
  };
  const expanded = (dependency: LockedDependency): LockedDependency[] =>
    dependency.name === project.name && dependency.marker === undefined
      ? dependency.extras.flatMap(ofExtra)
      : [dependency];
  return [
    ...project.dependencies,
    ...extras.flatMap(ofExtra),
    ...groups.flatMap((group) => project.groups.get(group) ?? []).flatMap(expanded),
  ];
}

/** What is asked for beside packages: by the root of a workspace that is no project. */
function sharedDependencies(
  manifest: LockTable,
  packages: readonly UvPackage[],
  selection: LockSelection,
): LockedDependency[] {
  const groups = manifest.table("dependency-groups");
  const selected = groups?.keys().filter((key) => selection.groups.includes(normalizedName(key))) ?? [];
  const asked = [...manifest.tables("requirements"), ...selected.flatMap((key) => groups?.tables(key) ?? [])];
  return asked.flatMap((requirement) => {
    const name = normalizedName(requirement.text("name") ?? "");
    const extras = requirement.texts("extras").map(normalizedName);
    // Which one of several versions is meant is told by the environments for which each was chosen.
    const candidates = packages.filter((each) => each.name === name);
    return candidates.map((candidate) => ({
      name,
      extras,
      marker: joinedMarkers(requirement.text("marker"), anyOf(candidate.resolutionMarkers)),
      allows: (each) => each === candidate,
    }));
  });
}

/** The marker that holds where one of these does; undefined where there is none. */
function anyOf(markers: readonly string[]): string | undefined {
  if (markers.length < 2) return markers[0];
  return markers.map((marker) => `(${marker})`).join(" or ");
}
