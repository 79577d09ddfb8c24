import { type Install, installsOf, type LockPlatform } from "../lock/installs";
import type { ReadLock } from "../lock/read-lock";
import { developmentSelection, productionSelection } from "../lock/selections";
import type { ProjectFacts } from "../pyproject/facts";
import type { PrintedLock, PrintedSize } from "./printed-lock";

const heaviestCount = 5;

/** The lock file as the document that is printed. */
export function lockJson({ path, lock, freshness }: ReadLock, facts: ProjectFacts, on: LockPlatform): PrintedLock {
  const python = facts.python.value;
  const production = installsOf(lock, productionSelection(facts), python, on).filter(isFetched);
  const development = installsOf(lock, developmentSelection(facts), python, on).filter(isFetched);
  const sizes = sizesOf(production);
  const told = production.filter(({ kind }) => kind === "source" || kind === "missing");
  return {
    path,
    format: lock.format,
    fresh: freshness.isFresh ?? null,
    python: python.minor,
    platform: on.platform.toString(),
    production: versions(production),
    development: versions(development),
    fromSource: names(production, "source"),
    missing: names(production, "missing"),
    chains: Object.fromEntries(told.map((each) => [each.package.name, each.chain])),
    downloadBytes: sizes.length === 0 ? null : sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    unsized: production.length - sizes.length,
    heaviest: sizes.sort((one, other) => other.bytes - one.bytes).slice(0, heaviestCount),
  };
}

/** Does it come from elsewhere than a folder of the repository? */
function isFetched({ package: { source } }: Install): boolean {
  return source.kind !== "path";
}

function versions(installs: readonly Install[]): Record<string, string> {
  const entries = installs.map(({ package: { name, version, source } }): [string, string] => {
    const isVersioned = source.kind === "index";
    return [name, isVersioned ? (version ?? "") : source.kind];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function names(installs: readonly Install[], kind: Install["kind"]): string[] {
  return installs
    .filter((each) => each.kind === kind)
    .map(({ package: { name } }) => name)
    .sort();
}

function sizesOf(installs: readonly Install[]): PrintedSize[] {
  return installs.flatMap(({ package: { name }, file }) =>
    file?.sizeBytes === undefined ? [] : [{ name, bytes: file.sizeBytes }],
  );
}
