import { isDevelopmentTool } from "../../knowledge/development-tools";
import { type Fact, fact } from "../fact";
import type { Extra } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { normalizedName } from "../requirements/distribution-name";
import { isProjectItself } from "../requirements/project-itself";
import type { Requirement } from "../requirements/requirement";
import { type RequirementsFile, readRequirementsFile } from "../requirements/requirements-file";
import { namesOf, pinnedList } from "./pinned-list";
import { mainRequirementsFile, undecidedFiles } from "./pip-files";
import { readable } from "./pip-groups";
import { pylockFile, readPylock } from "./pylock";

/** What the project says that it needs. */
export interface StatedDependencies {
  /** The name of the project, normalised. */
  readonly name?: string;
  readonly stated: readonly Fact<Requirement>[];
  readonly extras: readonly Extra[];
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
  /** What a list of pinned versions asks for that stands beside the dependencies and is installed from. */
  readonly pinnedRequirements?: readonly Fact<Requirement>[];
  readonly notes: readonly string[];
}

/**
 * The main dependencies: those that the project says, or else those of its requirements file, or of its lock file. A
 * requirements file beside such a project is what to install from where it is a list of pinned versions.
 *
 * @param expand what a requirement stands for: that of the project itself for its extras
 */
export function pipDependencies(
  { name, stated, extras, isComplete }: StatedDependencies,
  folder: ProjectFolder,
  expand: (requirement: Requirement) => readonly Requirement[],
): PipDependencies {
  const path = mainRequirementsFile(folder);
  if (stated.length > 0) return besideProject(stated, folder, path, name);
  if (path === undefined) return withoutFile(isComplete, folder);
  const file = readRequirementsFile(folder, path);
  // Beside a library that needs nothing such a file is the developer's own.
  const tools = file.requirements.filter(({ value }) => isForDevelopment(value, extras));
  if (isComplete && tools.length * 2 >= file.requirements.length) {
    const asked = tools.map(({ value, source }) =>
      fact(isProjectItself(value) ? { ...value, name: value.written } : value, source),
    );
    const note = `${path} is taken to be for development, as it asks for ${namesOf(asked)} and the project says that it needs nothing`;
    const notes = asked.length === 0 ? [] : [note];
    return { dependencies: [], file, requirementsFiles: [], notes: [...file.notes, ...notes] };
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
  const names = namesOf(unpinned);
  return [`${path} allows several versions of ${names}: a build may install others than the one before it`];
}

/** Is it a tool, or the project itself with extras that are for development, as in `-e .[tests]`? */
function isForDevelopment(requirement: Requirement, extras: readonly Extra[]): boolean {
  if (!isProjectItself(requirement)) return isDevelopmentTool(requirement.name);
  const tools = new Set(extras.flatMap(({ name, isDevelopment }) => (isDevelopment ? [normalizedName(name)] : [])));
  return requirement.extras.length > 0 && requirement.extras.every((extra) => tools.has(extra));
}

/** Where no requirements file is the one to install from. */
function withoutFile(isComplete: boolean, folder: ProjectFolder): PipDependencies {
  const locked = isComplete ? [] : readPylock(folder);
  const files = isComplete || locked.length > 0 ? [] : undecidedFiles(folder);
  const note = `none of the requirements files ${files.join(", ")} is named for production, so that none is installed from; name one of them requirements.txt, or include it there`;
  return { dependencies: locked, requirementsFiles: [], notes: files.length > 0 ? [note] : [] };
}

/** Where the project itself says what it needs. */
function besideProject(
  stated: readonly Fact<Requirement>[],
  folder: ProjectFolder,
  path: string | undefined,
  own: string | undefined,
): PipDependencies {
  const taken = takenFiles(stated);
  const { found, notes } = path === undefined ? { found: undefined, notes: [] } : readable(folder, path);
  const isTaken = path !== undefined && taken.includes(path);
  const files = taken.map((each) => fact(each, `${each} (the dependencies that the project takes from it)`));
  const withFile = { dependencies: stated, file: found };
  if (found === undefined || isTaken) return { ...withFile, requirementsFiles: files, notes: isTaken ? [] : notes };
  const list = pinnedList(found, stated, own);
  if (list === undefined) return { ...withFile, requirementsFiles: files, notes };
  const role = `${path} (a list of pinned versions of what the project needs)`;
  return {
    ...withFile,
    pinnedRequirements: list.isInstalled ? found.requirements.filter(({ value }) => !isProjectItself(value)) : [],
    requirementsFiles: list.isInstalled ? filesOf(found, role) : files,
    notes: [...notes, ...list.notes],
  };
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
