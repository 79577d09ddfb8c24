import { type SourceBuild, sourceBuildOf } from "../knowledge/source-builds";
import type { SystemPackageRow } from "../knowledge/system-packages";
import { compiler } from "../knowledge/system-packages/debian-names";
import { type Fact, fact } from "../pyproject/fact";
import type { Requirement } from "../pyproject/requirements/requirement";
import type { LockedRequirements, SystemPackageNeed } from "../pyproject/system-packages";
import type { LockedDistribution } from "./locked-distributions";
import { prebuiltNames } from "./prebuilt-names";

/** What is needed for all that a lock file has installed. */
export interface LockedNeeds extends LockedRequirements {
  /** What is built with Rust. */
  readonly rust: readonly Fact<string>[];
  /** What is built from source, where nobody knows what that takes. */
  readonly unknown: readonly LockedDistribution[];
}

/**
 * What is needed for all that a lock file has installed.
 *
 * @param path the lock file as messages name it
 * @param ruled the distributions of which is told already what they need of Debian; Rust is nothing of that
 * @param ignored the distributions that need nothing at all
 */
export function lockedNeeds(
  path: string,
  distributions: readonly LockedDistribution[],
  ruled: ReadonlySet<string>,
  ignored: ReadonlySet<string> = new Set(),
): LockedNeeds {
  const built = distributions.filter(
    ({ kinds, package: { name } }) => [...kinds.values()].includes("source") && !ignored.has(name),
  );
  const builds = built.map((each) => ({ each, build: sourceBuildOf(each.package.name) }));
  const unknown = builds.filter(({ each, build }) => build === undefined && !ruled.has(each.package.name));
  const native = builds.flatMap(({ each, build }) => (build === undefined || build === "pure" ? [] : { each, build }));
  const unruled = native.filter(({ each }) => !ruled.has(each.package.name));
  return {
    requirements: distributions.map((each) => fact(requirementOf(each), path)),
    prebuilt: prebuiltNames(distributions),
    needs: [
      ...unruled.flatMap(({ each, build }) => needsOf(each, build, path)),
      ...unknown.map(({ each }) => need(each, "build", compiler, path)),
    ],
    rust: native.filter(({ build }) => build.needsRust).map(({ each }) => fact(each.chain.join(" → "), path)),
    unknown: unknown.map(({ each }) => each),
  };
}

function needsOf(each: LockedDistribution, { build, run }: SourceBuild, path: string): SystemPackageNeed[] {
  return [
    ...build.map((debian) => need(each, "build", debian, path)),
    ...run.map((debian) => need(each, "run", debian, path)),
  ];
}

function need(
  { package: { name }, chain }: LockedDistribution,
  kind: SystemPackageNeed["kind"],
  debian: SystemPackageRow["build"][number],
  source: string,
): SystemPackageNeed {
  return { kind, debian, source, name, chain: chain.join(" → ") };
}

function requirementOf({ package: { name, version, source }, extras, chain }: LockedDistribution): Requirement {
  const written = version === undefined ? name : `${name}==${version}`;
  const requirement = { name, extras, written, chain: chain.join(" → ") };
  if (source.kind !== "git") return { ...requirement, specifier: version === undefined ? "" : `==${version}` };
  const location = source.location ?? "";
  return { ...requirement, specifier: "", url: /^git[+:]/.test(location) ? location : `git+${location}` };
}
