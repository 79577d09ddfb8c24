import { Specifier } from "../../pyproject/requirements/specifier";
import type { LockedPackage, LockReader, LockSelection } from "../lock";
import { projectRoots } from "../project-roots";
import { UnknownFormat } from "../unknown-format";
import type { LockTable } from "./lock-table";
import { parseLock } from "./parse-lock";
import { dependencyOnRequirement } from "./poetry-dependencies";
import { readPoetryPackages } from "./poetry-package";
import { resolver } from "./poetry-resolution";
import { selectionByGroups } from "./poetry-selection";

const known = "those of poetry 1.0 to 2.1";

/**
 * Reads poetry.lock.
 *
 * From 2.1 on each package tells its groups and its markers. Before that poetry resolves anew at an install, among the
 * packages that are locked.
 *
 * @see https://github.com/python-poetry/poetry/blob/2.5.1/src/poetry/packages/locker.py
 */
export const readPoetryLock: LockReader = ({ path, text, facts }) => {
  const file = parseLock(path, text, "poetry lock");
  const metadata = file.table("metadata");
  const version = lockVersion(path, metadata);
  const packages = readPoetryPackages(file);
  const roots = (selection: LockSelection) => projectRoots(facts, selection, dependencyOnRequirement);
  const isInstalled = resolver(packages, facts, path);
  const withSelection = packages.map((each): LockedPackage => {
    const byGroups = version.tellsGroups ? selectionByGroups(each, path) : undefined;
    return { ...each.locked, isSelected: byGroups ?? ((...asked) => isInstalled(each, ...asked)) };
  });
  const pythons = metadata?.text("python-versions");
  return {
    path,
    format: `poetry ${version.text}`,
    namesFiles: metadata?.has("hashes") !== true,
    pythons: pythons === undefined ? undefined : [Specifier.ofPoetry(pythons, `${path} python-versions`)],
    packages: withSelection,
    roots,
  };
};

/** The version of the format. Poetry reads a newer minor one too. */
function lockVersion(
  path: string,
  metadata: LockTable | undefined,
): { readonly text: string; readonly tellsGroups: boolean } {
  const version = metadata?.text("lock-version");
  if (version === undefined) {
    const fix = "make the lock file anew with `poetry lock`, as poetry itself reads it no more";
    throw new UnknownFormat(path, "poetry before 1.0", known, fix);
  }
  const [, major, minor] = /^(\d+)\.(\d+)(?:\.|$)/.exec(version) ?? [];
  if (major !== "1" && major !== "2") throw new UnknownFormat(path, `poetry ${version}`, known);
  return { text: `${major}.${minor}`, tellsGroups: major === "2" && Number(minor) >= 1 };
}
