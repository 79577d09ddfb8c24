import { markerHolds } from "../../pyproject/requirements/marker";
import { Specifier } from "../../pyproject/requirements/specifier";
import type { Lock, LockReader } from "../lock";
import { UnknownFormat } from "../unknown-format";
import type { LockTable } from "./lock-table";
import { parseLock } from "./parse-lock";
import { conflictExtras } from "./uv-conflicts";
import { readUvPackages } from "./uv-packages";
import { readUvRoots } from "./uv-roots";

/** The version that is read; a revision adds only what an older uv can do without. */
const knownVersion = 1;

/**
 * Reads uv.lock. Where it has no package of the project's name, the project asks for what its facts say.
 *
 * @see https://docs.astral.sh/uv/concepts/resolution/#lockfile-versioning
 */
export const readUvLock: LockReader = ({ path, text, facts }): Lock => {
  const lock = parseUvLock(path, text);
  const requiresPython = lock.text("requires-python");
  const packages = readUvPackages(lock, path);
  const roots = readUvRoots(lock, packages, facts);
  const hasConflicts = lock.has("conflicts");
  const supported = lock.texts("supported-markers");
  return {
    path,
    format: formatOf(lock),
    namesFiles: true,
    pythons: requiresPython === undefined ? undefined : [Specifier.of(requiresPython, lock.source("requires-python"))],
    isMadeFor: (environment) =>
      supported.length === 0 ||
      supported.some((marker) => markerHolds(marker, environment, `${path} supported-markers`)),
    packages,
    roots: (selection) => roots.of(selection),
    markerExtras: hasConflicts
      ? (selection, environment) => conflictExtras(path, roots, packages, selection, environment)
      : undefined,
  };
};

/**
 * Parses uv.lock.
 *
 * @throws where it is damaged, and an `UnknownFormat` where its version is not known
 */
export function parseUvLock(path: string, text: string): LockTable {
  const lock = parseLock(path, text, "uv lock");
  const version = lock.count("version");
  if (version === undefined) throw lock.wrong("version", "uv writes the version of the format");
  if (version !== knownVersion) throw new UnknownFormat(path, formatOf(lock), `uv ${knownVersion}`);
  return lock;
}

function formatOf(lock: LockTable): string {
  const revision = lock.count("revision");
  return `uv ${lock.count("version")}${revision === undefined ? "" : `.${revision}`}`;
}
