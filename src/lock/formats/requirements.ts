import type { ProjectFolder } from "../../pyproject/files/project-folder";
import { isPinned } from "../../pyproject/managers/pinned-list";
import type { Requirement } from "../../pyproject/requirements/requirement";
import type { Lock, LockContext, LockedDependency } from "../lock";
import { flatPackages, isOf, type ListedPackage } from "./flat-packages";
import { sourceAt } from "./located-source";
import { groupEntries, pinnedVersion, placeOf, productionFiles, type RequirementsEntry } from "./requirements-lists";
import { unexplained, type Via, viaComments } from "./via-comments";

/**
 * Reads requirements files with pinned versions: those by which production is installed, and those that are groups.
 * They tell no files, and which package needs which only in comments. Undefined where they are no list of pinned
 * versions, so that nothing is locked.
 *
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirementsLock(context: LockContext): Lock | undefined {
  const { path, facts, folder } = context;
  const files = productionFiles(context);
  const listed = files.flatMap(({ requirements }) => requirements);
  const loose = files.flatMap(({ unpinned }) => unpinned);
  if (!isPinned(listed, loose)) return undefined;
  const main = new Set(files.flatMap((file) => [file.path, ...file.includes.map(({ value }) => value)]));
  const entries: RequirementsEntry[] = [...listed, ...groupEntries(context, main)];
  const own = facts.name?.value.normalized;
  const vias = viasOf(entries, folder);
  const isRoot = (_: RequirementsEntry, at: number) =>
    vias[at].isAsked || (own !== undefined && vias[at].names.includes(own));
  const roots = entries.filter(isRoot);
  const needed = neededBy(entries, vias);
  return {
    path,
    format: "requirements",
    namesFiles: false,
    packages: flatPackages(path, withoutTwins(entries.map((each) => listedPackage(each, needed)))),
    roots: (selection) => roots.filter(({ group }) => isOf(group, selection)).map(({ value }) => dependencyOn(value)),
  };
}

/** Why each line is there. */
function viasOf(entries: readonly RequirementsEntry[], folder: ProjectFolder): Via[] {
  const byFile = new Map<string, ReadonlyMap<number, Via>>();
  return entries.map(({ source }) => {
    const { path, line } = placeOf(source);
    const known = byFile.get(path) ?? viaComments(folder.read(path) ?? "");
    byFile.set(path, known);
    return known.get(line) ?? unexplained;
  });
}

/** What each package needs, by its name. */
function neededBy(
  entries: readonly RequirementsEntry[],
  vias: readonly Via[],
): ReadonlyMap<string, readonly LockedDependency[]> {
  const needed = new Map<string, LockedDependency[]>();
  for (const [at, { value }] of entries.entries()) {
    const dependency = dependencyOn(value);
    for (const name of vias[at].names) {
      const known = needed.get(name);
      if (known === undefined) needed.set(name, [dependency]);
      else known.push(dependency);
    }
  }
  return needed;
}

function dependencyOn({ name, extras, marker }: Requirement): LockedDependency {
  return { name, extras, marker };
}

function listedPackage(
  { value: { name, specifier, url, marker }, group }: RequirementsEntry,
  needed: ReadonlyMap<string, readonly LockedDependency[]>,
): ListedPackage {
  return {
    ...{ name, marker, group },
    version: pinnedVersion(specifier),
    source: sourceAt(url),
    dependencies: needed.get(name),
  };
}

/** Two files may have the same line. */
function withoutTwins(listed: readonly ListedPackage[]): ListedPackage[] {
  const keyOf = ({ name, version, source, marker, group }: ListedPackage) =>
    [name, version, source.location, marker, group].join("\n");
  return [...new Map(listed.map((each) => [keyOf(each), each])).values()];
}
