import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { extrasOf } from "../../pyproject/requirements/requirement";
import type { LockedDependency } from "../lock";
import { allowsLocked } from "./locked-version";

/** A dependency of which the versions are known that it allows. */
export interface RequiredDependency extends LockedDependency {
  /** The versions that are allowed, as they are written; empty for any. */
  readonly specifier: string;
}

const standard = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*((?:[(<>=!~@][^;]*)?)(?:;(.*))?$/s;

/**
 * A standard requirement as the metadata of a package has it; undefined where it is none. The versions are taken as they
 * are, since what old packages write there (`>=2.7.*`) was good enough for the package manager.
 */
export function requiredDependency(written: string): RequiredDependency | undefined {
  const parts = standard.exec(written);
  if (parts === null) return undefined;
  const [, name, extras, versions, marker] = parts;
  return {
    name: normalizedName(name),
    extras: extras === undefined ? [] : extrasOf(extras.split(",")),
    marker: marker?.trim() || undefined,
    specifier: versions.startsWith("@") ? "" : versions.replace(/^\((.*)\)\s*$/s, "$1").trim(),
  };
}

/**
 * The dependencies with the packages that are meant, where the lock file has several of a name. A specifier that allows
 * none of them was overridden in the project, so that it tells nothing.
 *
 * @param versions the versions that are locked, by the names of their packages
 */
export function withCandidates(
  dependencies: readonly RequiredDependency[],
  versions: ReadonlyMap<string, readonly (string | undefined)[]>,
): LockedDependency[] {
  return dependencies.map((dependency) => {
    const { specifier, ...plain } = dependency;
    const locked = versions.get(dependency.name) ?? [];
    if (locked.length < 2 || specifier === "") return plain;
    const allowed = new Set(locked.filter((version) => allowsLocked(specifier, version)));
    return allowed.size === 0 ? plain : { ...plain, allows: ({ version }) => allowed.has(version) };
  });
}
