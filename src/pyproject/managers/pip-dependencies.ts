import { isDevelopmentTool } from "../../knowledge/development-tools";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import type { Requirement } from "../requirements/requirement";
import { type RequirementsFile, readRequirementsFile } from "../requirements/requirements-file";
import { mainRequirementsFile } from "./pip-files";
import { readable } from "./pip-groups";
import { pylockFile, readPylock } from "./pylock";

/** What the project says that it needs. */
export interface StatedDependencies {
  readonly stated: readonly Fact<Requirement>[];
  /** Is it built, so that it has to say so, and could all of it be read? */
  readonly isComplete: boolean;
}

/** The main dependencies, and by which files they are installed. */
export interface PipDependencies {
  readonly dependencies: readonly Fact<Requirement>[];
  /** The requirements file beside the project, whatever its part. */
  readonly file?: RequirementsFile;
  /** The files that the installation goes by: the one to install from, then those that it includes. */
  readonly requirementsFiles: readonly Fact<string>[];
  readonly notes: readonly string[];
}

/**
 * The main dependencies: those that the project says, or else those of its requirements file, or of its lock file. A
 * requirements file beside such a project is what to install from where it is a list of pinned versions.
 *
 * @param expand what a requirement stands for: that of the project itself for its extras
 */
export function pipDependencies(
  { stated, isComplete }: StatedDependencies,
  folder: ProjectFolder,
  expand: (requirement: Requirement) => readonly Requirement[],
): PipDependencies {
  const path = mainRequirementsFile(folder);
  if (stated.length > 0) return besideProject(stated, folder, path);
  if (path === undefined)
    return { dependencies: isComplete ? [] : readPylock(folder), requirementsFiles: [], notes: [] };
  const file = readRequirementsFile(folder, path);
  // Beside a library that needs nothing such a file is the developer's own.
  const tools = file.requirements.filter(({ value }) => isDevelopmentTool(value.name)).map(({ value }) => value.name);
  if (isComplete && tools.length * 2 >= file.requirements.length) {
    const note = `${path} is taken to be for development, as it asks for ${namesOf(tools)} and the project says that it needs nothing`;
    return { dependencies: [], file, requirementsFiles: [], notes: [...file.notes, note] };
  }
  const listed = file.requirements.flatMap(({ value, source }) => expand(value).map((each) => fact(each, source)));
  return {
    dependencies: listed,
    file,
    requirementsFiles: filesOf(file, `${path} (the dependencies)`),
    notes: [...file.notes, ...looseNotes(file, folder)],
  };
}

/** Without a lock file the builds of two days may differ where one version is not asked for. */
function looseNotes({ path, unpinned }: RequirementsFile, folder: ProjectFolder): string[] {
  if (unpinned.length === 0 || folder.exists(pylockFile)) return [];
  const names = namesOf(unpinned.map(({ value }) => value.name));
  return [`${path} allows several versions of ${names}: a build may install others than the one before it`];
}

/** Where the project itself says what it needs. */
function besideProject(
  stated: readonly Fact<Requirement>[],
  folder: ProjectFolder,
  path: string | undefined,
): PipDependencies {
  const taken = takenFiles(stated);
  const { found, notes } = path === undefined ? { found: undefined, notes: [] } : readable(folder, path);
  const isTaken = path !== undefined && taken.includes(path);
  const own = taken.map((each) => fact(each, `${each} (the dependencies that the project takes from it)`));
  const withFile = { dependencies: stated, file: found };
  if (found === undefined || isTaken || !isPinnedList(found)) {
    return { ...withFile, requirementsFiles: own, notes: isTaken ? [] : notes };
  }
  const pinned = new Set(found.requirements.map(({ value }) => value.name));
  const missing = stated.filter(({ value }) => !pinned.has(value.name)).map(({ value }) => value.name);
  const isWhole = missing.length * 10 <= stated.length;
  const lacks = `${path} is a list of pinned versions, and lacks ${namesOf(missing)}, which the project needs${isWhole ? " too" : ": it is not installed from"}`;
  const loose = found.unpinned.map(({ value }) => value.name);
  const several = `${path} is a list of pinned versions, and allows several of ${namesOf(loose)}`;
  return {
    ...withFile,
    requirementsFiles: isWhole ? filesOf(found, `${path} (a list of pinned versions of what the project needs)`) : own,
    notes: [...notes, ...(missing.length > 0 ? [lacks] : []), ...(isWhole && loose.length > 0 ? [several] : [])],
  };
}

function namesOf(names: readonly string[]): string {
  const more = names.length - 5;
  return more > 1 ? `${names.slice(0, 5).join(", ")} and ${more} more` : names.join(", ");
}

/** A list by which somebody deploys is kept by hand at times, so that a line or two are left open. */
function isPinnedList({ requirements, unpinned, isPinned }: RequirementsFile): boolean {
  return isPinned || unpinned.length * 10 < requirements.length;
}

/** The requirements files whose lines are the dependencies; none where others stand elsewhere. */
function takenFiles(stated: readonly Fact<Requirement>[]): string[] {
  const files = stated.map(({ source }) => /^([^:\s]+):\d+$/.exec(source)?.[1]);
  const known = files.filter((path) => path !== undefined);
  return known.length === files.length ? [...new Set(known)] : [];
}

/** A file, with those that it includes. */
function filesOf(file: RequirementsFile, role: string): Fact<string>[] {
  return [fact(file.path, role), ...file.includes, ...file.constraints];
}
