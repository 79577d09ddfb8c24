import { isDefaultIndex } from "../knowledge/default-index";
import { type Fact, fact } from "../pyproject/fact";
import type { DirectDependency, ProjectFacts } from "../pyproject/facts";
import { frameworksOf } from "../pyproject/frameworks";
import type { LocalProject } from "../pyproject/local-projects";
import type { LockedRequirements } from "../pyproject/system-packages";
import { type SystemPackages, systemPackages, systemPackagesByExtra } from "../pyproject/system-packages";
import { maskCredentials } from "../values/mask-credentials";
import { joinedSources } from "./joined-sources";
import type { PrintedFacts, PrintedKey, PrintedPackages, PrintedValues } from "./printed-facts";
import type { PrintedLock } from "./printed-lock";

/** A printed value with the places that it was read from. */
interface Drafted<T> {
  readonly value: T;
  readonly sources: readonly string[];
}

type Draft<K extends PrintedKey> = (
  facts: ProjectFacts,
  suite: string,
  around: Surroundings,
) => Drafted<PrintedValues[K]>;

/** What belongs to a project beside its facts. */
export interface Surroundings {
  /** The projects in other folders that belong to it. */
  readonly local?: readonly LocalProject[];
  /** What its lock file has installed, as far as system packages are concerned. */
  readonly locked?: LockedRequirements;
  /** The lock file as it is printed. */
  readonly lock?: PrintedLock;
  /** What is to be told of the lock file. */
  readonly notes?: readonly string[];
}

/** How each value is made of the facts: a total table, in the order in which they are printed. */
const drafts: { readonly [K in PrintedKey]: Draft<K> } = {
  name: ({ name }) => single(name, ({ written }) => written),
  version: ({ version }) => single(version, asIs),
  description: ({ description }) => single(description, asIs),
  license: ({ license }) => single(license, asIs),
  homepage: ({ homepage }) => single(homepage, maskCredentials),
  repository: ({ repository }) => single(repository, maskCredentials),
  packageManager: ({ packageManager }) => whole(packageManager),
  lockFile: ({ lockFile }) => single(lockFile, ({ path, exists }) => ({ path, exists })),
  requirementsFiles: ({ requirementsFiles }) => list(requirementsFiles, asIs),
  requiresPython: ({ requiresPython }) => single(requiresPython, asIs),
  pythonMinorsAllowed: ({ allowedPythons: { value, source } }) => ({
    value: unique(value.map(({ minor }) => minor)),
    sources: [source],
  }),
  pythonVersionFile: ({ pythonVersionFile }) => single(pythonVersionFile, asIs),
  python: ({ python: { value, source } }) => ({ value: value.toString(), sources: [source] }),
  buildBackend: ({ buildBackend }) => single(buildBackend, asIs),
  installsProject: ({ installsProject }) => whole(installsProject),
  dynamicVersion: ({ dynamicVersion }) => single(dynamicVersion, asIs),
  readme: ({ readmeFiles }) => list(readmeFiles, asIs),
  licenseFiles: ({ licenseFiles }) => list(licenseFiles, asIs),
  // A manager looks for every member of its workspace, also for those that nothing depends on.
  otherBuildFiles: ({ buildFiles, workspaceMembers }) =>
    list([...buildFiles, ...workspaceMembers.map(({ value, source }) => fact(value.path, source))], asIs),
  packageRoots: ({ packageRoots }) => whole(packageRoots),
  consoleScripts: ({ consoleScripts }) => list(consoleScripts, nameOf),
  guiScripts: ({ guiScripts }) => list(guiScripts, nameOf),
  runtimeDependencies: ({ dependencies }) => list(dependencies, nameOf),
  extras: ({ extras }) => list(extras, nameOf),
  devExtras: ({ extras }) =>
    list(
      extras.filter(({ value }) => value.isDevelopment),
      nameOf,
    ),
  devGroups: ({ groups }) =>
    list(
      groups.filter(({ value }) => value.isDevelopment),
      nameOf,
    ),
  productionGroups: ({ groups }) =>
    list(
      groups.filter(({ value }) => value.isProduction),
      nameOf,
    ),
  frameworks: (facts) => list(frameworksOf(facts), nameOf),
  applications: ({ applications }) => list(applications, ({ target }) => target),
  systemPackages: (facts, suite, { local, locked }) => {
    const packages = systemPackages(facts, suite, {}, local, locked);
    return { value: printedPackages(packages), sources: sourcesOfPackages(packages) };
  },
  systemPackagesByExtra: (facts, suite) => {
    const byExtra = [...systemPackagesByExtra(facts, suite)];
    return {
      value: Object.fromEntries(byExtra.map(([name, packages]) => [name, printedPackages(packages)])),
      sources: byExtra.flatMap(([, packages]) => sourcesOfPackages(packages)),
    };
  },
  gitDependencies: ({ gitDependencies }) => ({
    value: gitDependencies.length > 0,
    sources: gitDependencies.map(({ source }) => source),
  }),
  gitDependencyScope: ({ gitDependencies }) => scopeOf(gitDependencies),
  pathDependencies: ({ pathDependencies }) => list(pathDependencies, ({ location }) => maskCredentials(location)),
  workspaceMembers: ({ workspaceMembers }) => list(workspaceMembers, ({ path }) => path),
  privateIndexes: ({ indexes }) =>
    list(
      indexes.filter(({ value: { url, isDefault } }) => !(isDefault && isDefaultIndex(url))),
      ({ name, url }) => name ?? maskCredentials(url),
    ),
};

/**
 * The facts as the document that is printed.
 *
 * @param suite the Debian suite for which system packages are named
 */
export function factsJson(facts: ProjectFacts, suite: string, around: Surroundings = {}): PrintedFacts {
  const drafted = Object.entries(drafts).map(([key, draft]) => [key, draft(facts, suite, around)] as const);
  const values = Object.fromEntries(drafted.map(([key, { value }]) => [key, value]));
  const sources = drafted.filter(([, draft]) => draft.sources.length > 0);
  return {
    ...(values as unknown as PrintedValues),
    lock: around.lock ?? null,
    notes: [...facts.notes, ...(around.notes ?? []), ...missingPackages(facts, suite, around)],
    sources: Object.fromEntries(sources.map(([key, draft]) => [key, joinedSources(draft.sources)])),
  };
}

function single<T, V>(stated: Fact<T> | undefined, printed: (value: T) => V): Drafted<V | null> {
  return stated === undefined
    ? { value: null, sources: [] }
    : { value: printed(stated.value), sources: [stated.source] };
}

function whole<T>({ value, source }: Fact<T>): Drafted<T> {
  return { value, sources: [source] };
}

function list<T>(stated: readonly Fact<T>[], printed: (value: T) => string): Drafted<readonly string[]> {
  return { value: unique(stated.map(({ value }) => printed(value))), sources: stated.map(({ source }) => source) };
}

function printedPackages({ build, run }: SystemPackages): PrintedPackages {
  return { build: build.map(({ value }) => value), runtime: run.map(({ value }) => value) };
}

function sourcesOfPackages({ build, run }: SystemPackages): string[] {
  return [...build, ...run].map(({ source }) => source);
}

/** What is needed and the suite has not. */
function missingPackages(facts: ProjectFacts, suite: string, { local, locked }: Surroundings): string[] {
  const { missing } = systemPackages(facts, suite, {}, local, locked);
  return missing.map(({ value, source }) => `${source} needs ${value}, which Debian ${suite} has not`);
}

function scopeOf(found: readonly Fact<DirectDependency>[]): Drafted<PrintedValues["gitDependencyScope"]> {
  const production = found.filter(({ value }) => value.isProduction);
  const decisive = production.length > 0 ? production : found;
  const scope = production.length > 0 ? "production" : "dev-only";
  return { value: found.length === 0 ? null : scope, sources: decisive.map(({ source }) => source) };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function asIs<T>(value: T): T {
  return value;
}
