import { newestRelease } from "../../pyproject/python/newest-release";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import { Specifier } from "../../pyproject/requirements/specifier";
import type { Lock, LockContext, LockedPackage, LockReader } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import { projectRoots } from "../project-roots";
import { UnknownFormat } from "../unknown-format";
import { parseLock } from "./parse-lock";
import { type PylockPackage, readPylockPackage } from "./pylock-package";

/**
 * Reads pylock.toml, the standard lock file: each package has a marker that tells the environments, extras and groups for
 * which it is installed. What the project depends on itself may be a group there, one of `default-groups`.
 *
 * @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
export const readPylockLock: LockReader = ({ path, text, facts }: LockContext): Lock => {
  const file = parseLock(path, text, "npx projen lock");
  const version = file.text("lock-version");
  if (version === undefined) throw new UnknownFormat(path, "pylock without a lock-version", "pylock 1");
  if (!/^1(?:\.|$)/.test(version)) throw new UnknownFormat(path, `pylock ${version}`, "pylock 1");
  const python = file.text("requires-python");
  const pythons = python === undefined ? undefined : [Specifier.of(python, file.source("requires-python"))];
  const environments = file.texts("environments");
  const always = file.texts("default-groups").map(normalizedName);
  const isMadeFor = (environment: MarkerEnvironment) =>
    (pythons === undefined || pythons.some((each) => each.allows(newestRelease(environment.python)))) &&
    (environments.length === 0 ||
      environments.some((marker) => lockedMarkerHolds(marker, environment, file.source("environments"))));
  const isSelected = ({ name, marker }: PylockPackage): LockedPackage["isSelected"] => {
    return (selection, environment) => {
      if (!isMadeFor(environment)) return false;
      const groups = [...always, ...selection.groups];
      return marker === undefined || lockedMarkerHolds(marker, { ...environment, groups }, `${path} (${name})`);
    };
  };
  return {
    path,
    format: `pylock ${version}`,
    namesFiles: true,
    pythons,
    isMadeFor,
    packages: file.packages("packages").map((table) => {
      const { marker, ...locked } = readPylockPackage(table);
      return { ...locked, isSelected: isSelected({ ...locked, marker }) };
    }),
    roots: (selection) => projectRoots(facts, selection),
  };
};
