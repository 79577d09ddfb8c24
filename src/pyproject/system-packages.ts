import type { DebianPackage, SystemPackageRow } from "../knowledge/system-packages";
import { buildToolsOf } from "./build-tools";
import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { factsInProduction, type LocalProject } from "./local-projects";
import { PackageManager } from "./managers/package-manager";
import { extraRequirements, heldRequirements, productionRequirements } from "./production-requirements";
import { originOf, type Requirement } from "./requirements/requirement";
import { type SystemPackageRules, systemPackageRowsBy } from "./system-package-rules";

export type { SystemPackageRules } from "./system-package-rules";

/** The Debian packages that a project needs, each once and sorted; the source tells the dependencies. */
export interface SystemPackages {
  /** What has to be there while the dependencies and the project are installed. */
  readonly build: Fact<string>[];
  /** What has to be there while the program runs. */
  readonly run: Fact<string>[];
  /** What the suite has not, by the name that it has in an older one. */
  readonly missing: Fact<string>[];
}

/** A Debian package, and why: the key and the dependency in it. */
export interface SystemPackageNeed {
  readonly kind: "build" | "run";
  readonly debian: DebianPackage;
  readonly source: string;
  readonly name: string;
  /** What leads to the distribution, where that is not the key itself. */
  readonly chain?: string;
}

/** What a lock file has installed, dependencies of dependencies too. */
export interface LockedRequirements {
  /** All of it; the source of each names the lock file, and what leads there. */
  readonly requirements: readonly Fact<Requirement>[];
  /** The names of what comes as wheels alone, so that nothing is needed to build it. */
  readonly prebuilt: ReadonlySet<string>;
  /** What building the rest needs beside what the rows have. */
  readonly needs: readonly SystemPackageNeed[];
}

/** Does the package manager start git to get a dependency? Poetry has a git of its own. */
const startsGit: { readonly [M in PackageManager]: boolean } = {
  [PackageManager.UV]: true,
  [PackageManager.POETRY]: false,
  [PackageManager.PDM]: true,
  [PackageManager.HATCH]: true,
  [PackageManager.PIP]: true,
  [PackageManager.PIPENV]: true,
};

/**
 * The Debian packages that production needs: for the main dependencies, for the groups that the program needs to run, and
 * for the project itself where it is installed; the same of the other projects that it needs.
 *
 * @param suite the Debian suite whose names are meant, for example `bookworm`
 * @param local the projects in other folders that belong to it
 * @param locked what the lock file has installed; without it only the dependencies that the projects name count
 * @throws where a rule names what does not exist
 */
export function systemPackages(
  facts: ProjectFacts,
  suite: string,
  rules: SystemPackageRules = {},
  local: readonly LocalProject[] = [],
  locked?: LockedRequirements,
): SystemPackages {
  const rows = systemPackageRowsBy(rules);
  const projects = factsInProduction(facts, local);
  const asked = projects.flatMap((each) => [
    ...productionRequirements(each),
    ...heldRequirements(each.pinnedRequirements ?? [], each),
  ]);
  // What a user says that is needed to build is meant so.
  const told = new Set(rules.rows?.map(({ distribution }) => distribution));
  const isPrebuilt = ({ kind, name }: SystemPackageNeed) =>
    kind === "build" && !told.has(name) && (locked?.prebuilt.has(name) ?? false);
  const all = withLocked(asked, locked);
  const needs = [
    ...needsOfRows(all, rows).filter((need) => !isPrebuilt(need)),
    ...needsToFetch(all, facts),
    ...(locked?.needs ?? []),
    ...projects.flatMap((each) => needsOfProject(each, rows)),
  ];
  return packagesOf(needs, suite);
}

/** What is asked for by name keeps that as its source, and gets the extras for which others ask. */
function withLocked(
  asked: readonly Fact<Requirement>[],
  { requirements }: Pick<LockedRequirements, "requirements"> = { requirements: [] },
): Fact<Requirement>[] {
  const extras = extrasByName(requirements);
  const names = new Set(asked.map(({ value }) => value.name));
  return [
    ...asked.map(({ value, source }) => {
      return fact({ ...value, extras: [...new Set([...value.extras, ...(extras.get(value.name) ?? [])])] }, source);
    }),
    ...requirements.filter(({ value }) => !names.has(value.name)),
  ];
}

/**
 * The Debian packages that each extra needs, and each group that is not for production by `group:` and its name; without
 * those that need nothing.
 *
 * @param suite the Debian suite whose names are meant, for example `bookworm`
 * @throws where a rule names what does not exist
 */
export function systemPackagesByExtra(
  facts: ProjectFacts,
  suite: string,
  rules: SystemPackageRules = {},
): ReadonlyMap<string, SystemPackages> {
  const rows = systemPackageRowsBy(rules);
  const extras = facts.extras.map((extra) => [extra.value.name, extraRequirements(facts, extra)] as const);
  const groups = facts.groups
    .filter(({ value }) => !value.isProduction)
    .map(({ value, source }) => {
      const requirements = value.requirements.map((each) => fact(each, source));
      return [`group:${value.name}`, heldRequirements(requirements, facts)] as const;
    });
  const needs = [...extras, ...groups].map(([name, list]) => [name, needsOf(list, rows, facts)] as const);
  return new Map(needs.filter(([, list]) => list.length > 0).map(([name, list]) => [name, packagesOf(list, suite)]));
}

function needsOf(
  requirements: readonly Fact<Requirement>[],
  rows: readonly SystemPackageRow[],
  facts: Pick<ProjectFacts, "packageManager">,
): SystemPackageNeed[] {
  return [...needsOfRows(requirements, rows), ...needsToFetch(requirements, facts)];
}

/** What the distributions of the table need. */
function needsOfRows(
  requirements: readonly Fact<Requirement>[],
  rows: readonly SystemPackageRow[],
): SystemPackageNeed[] {
  const extras = extrasByName(requirements);
  return requirements.flatMap(({ value: { name, chain }, source }) => {
    const matching = rows.filter((row) => row.distribution === name && counts(row, extras));
    return matching.flatMap((row) => needsOfRow(row, source, name)).map((need) => ({ ...need, chain }));
  });
}

/** What has to be there to get the distributions, however they are built. */
function needsToFetch(
  requirements: readonly Fact<Requirement>[],
  { packageManager }: Pick<ProjectFacts, "packageManager">,
): SystemPackageNeed[] {
  return requirements.flatMap(({ value, source }) => {
    const { name, chain } = value;
    const programs = programsToFetch(value, packageManager.value);
    return programs.map((debian): SystemPackageNeed => ({ kind: "build", debian, source, name, chain }));
  });
}

/** The extras of all that ask for a distribution: it is installed once, with these. */
function extrasByName(requirements: readonly Fact<Requirement>[]): ReadonlyMap<string, readonly string[]> {
  const extras = new Map<string, string[]>();
  for (const { value } of requirements) extras.set(value.name, [...(extras.get(value.name) ?? []), ...value.extras]);
  return extras;
}

/**
 * The Debian packages by which a package manager gets what it locks, dependencies for development too.
 *
 * @param projects the project, and the others with which it is locked
 */
export function fetchingPackages(projects: readonly ProjectFacts[]): Fact<string>[] {
  const needs = projects.flatMap(({ gitDependencies, packageManager }) =>
    gitDependencies.flatMap(({ value: { name, location }, source }) =>
      programsToFetch({ name, url: location, extras: [], specifier: "", written: name }, packageManager.value).map(
        (debian): SystemPackageNeed => ({ kind: "build", debian, source, name }),
      ),
    ),
  );
  return packagesOf(needs, "").build;
}

/** The programs that get a dependency from git, and through SSH. Every package manager leaves the latter to OpenSSH. */
function programsToFetch(requirement: Requirement, manager: PackageManager): string[] {
  if (originOf(requirement) !== "git") return [];
  const isSsh = /^git\+(?:ssh:\/\/|[^/:@]+@[^/:]+:)/.test(requirement.url ?? "");
  return [...(startsGit[manager] ? ["git"] : []), ...(isSsh ? ["openssh-client"] : [])];
}

/** The project itself may be a distribution of the table, and its build may need tools. */
function needsOfProject(facts: ProjectFacts, rows: readonly SystemPackageRow[]): SystemPackageNeed[] {
  const { name, installsProject } = facts;
  const own = installsProject.value ? rows.filter((row) => row.distribution === name?.value.normalized) : [];
  const ownNeeds = own
    .filter((row) => counts(row, new Map()))
    .flatMap((row) => needsOfRow(row, name?.source ?? installsProject.source, row.distribution));
  const tools = buildToolsOf(facts).flatMap((tool) =>
    tool.value.build.map(
      (debian): SystemPackageNeed => ({ kind: "build", debian, source: tool.source, name: tool.name }),
    ),
  );
  return [...ownNeeds, ...tools];
}

/** @param installed the extras that are asked for, by the distributions that are installed together */
function counts(row: SystemPackageRow, installed: ReadonlyMap<string, readonly string[]>): boolean {
  const { distribution, extras, exceptExtras = [], exceptBeside = [] } = row;
  const asked = installed.get(distribution) ?? [];
  const isAsked = extras === undefined || extras.some((extra) => asked.includes(extra));
  const isBrought =
    exceptExtras.some((extra) => asked.includes(extra)) || exceptBeside.some((each) => installed.has(each));
  return isAsked && !isBrought;
}

function needsOfRow(row: SystemPackageRow, source: string, name: string): SystemPackageNeed[] {
  const build = row.build.map((debian): SystemPackageNeed => ({ kind: "build", debian, source, name }));
  const run = row.run.map((debian): SystemPackageNeed => ({ kind: "run", debian, source, name }));
  return [...build, ...run];
}

function packagesOf(needs: readonly SystemPackageNeed[], suite: string): SystemPackages {
  const there = needs.filter(({ debian }) => nameIn(debian, suite) !== null);
  const named = (kind: SystemPackageNeed["kind"]) => there.filter((need) => need.kind === kind);
  return {
    build: collected(named("build"), (need) => nameIn(need.debian, suite)),
    run: collected(named("run"), (need) => nameIn(need.debian, suite)),
    missing: collected(
      needs.filter(({ debian }) => nameIn(debian, suite) === null),
      ({ debian }) => (typeof debian === "string" ? debian : lastOf(Object.values(debian))),
    ),
  };
}

/** The name of the package in the suite; null where the suite has none. */
function nameIn(debian: DebianPackage, suite: string): string | null {
  if (typeof debian === "string") return debian;
  return Object.hasOwn(debian, suite) ? debian[suite] : (Object.values(debian).at(-1) ?? null);
}

function lastOf(names: readonly (string | null)[]): string | null {
  return names.filter((name) => name !== null).at(-1) ?? null;
}

/** Each package once, with the keys and the dependencies that need it. */
function collected(
  needs: readonly SystemPackageNeed[],
  nameOf: (need: SystemPackageNeed) => string | null,
): Fact<string>[] {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const need of needs) {
    const debian = nameOf(need);
    if (debian === null) continue;
    const sources = found.get(debian) ?? new Map<string, Set<string>>();
    found.set(debian, sources.set(need.source, (sources.get(need.source) ?? new Set()).add(need.chain ?? need.name)));
  }
  const facts = [...found].map(([debian, sources]) => {
    const reasons = [...sources].map(([source, names]) => `${source} (${[...names].join(", ")})`);
    return fact(debian, reasons.join(" and "));
  });
  return facts.sort((one, other) => (one.value < other.value ? -1 : 1));
}
