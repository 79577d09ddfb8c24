import type { ProjectFacts } from "../pyproject/facts";
import type { ProjectFolder } from "../pyproject/files/project-folder";
import type { MarkerEnvironment } from "../pyproject/requirements/marker";
import type { Specifier } from "../pyproject/requirements/specifier";

/** What of a lock file is installed: the names of extras of the project and of dependency groups, normalised. */
export interface LockSelection {
  readonly extras: readonly string[];
  readonly groups: readonly string[];
}

/** Where a locked package comes from. */
export interface LockedSource {
  /** `project` is a folder with a project: this one, a member of the workspace, or a path dependency. */
  readonly kind: "index" | "git" | "url" | "path" | "project";
  /** The address or the path, where the lock file has it. */
  readonly location?: string;
}

/** A file of a package. */
export interface LockedFile {
  /** Its name without a path, for example `numpy-2.4.0-cp313-cp313-manylinux_2_27_x86_64.whl`. */
  readonly name: string;
  /** Its size; undefined where the lock file does not tell. */
  readonly sizeBytes?: number;
}

/** What a locked package, or a project, depends on. */
export interface LockedDependency {
  /** The name, normalised. */
  readonly name: string;
  /** The extras that are asked for, normalised. */
  readonly extras: readonly string[];
  /** The environment for which it holds. */
  readonly marker?: string;
  /** Where the lock file has several packages of the name: is it this one that is meant? Left out, every one may be. */
  allows?(candidate: LockedPackage): boolean;
}

/** A package with the version that is locked. A lock file may have several versions of one, for different environments. */
export interface LockedPackage {
  /** The name, normalised. */
  readonly name: string;
  /** The version; undefined where the lock file has none, for example of a project. */
  readonly version?: string;
  readonly source: LockedSource;
  readonly wheels: readonly LockedFile[];
  /** The source distributions. */
  readonly sdists: readonly LockedFile[];
  /** What it needs. */
  readonly dependencies: readonly LockedDependency[];
  /** What each of its extras adds, by the normalised name of the extra. */
  readonly extras: ReadonlyMap<string, readonly LockedDependency[]>;
  /**
   * Is it installed? For lock files that say so of each package by a marker and groups; undefined in those where all is
   * installed that something installed depends on.
   *
   * @param selection what is asked for
   */
  isSelected?(selection: LockSelection, environment: MarkerEnvironment): boolean;
}

/** What a lock file says. */
export interface Lock {
  /** Its path from the project's folder. */
  readonly path: string;
  /** The package manager and the version of the format, for example `uv 1.3`. */
  readonly format: string;
  /** Does it tell which files a package has? Without them nobody knows what will be built from source. */
  readonly namesFiles: boolean;
  /** The versions of Python for which it is made, of which one has to hold; undefined where it does not say. */
  readonly pythons?: readonly Specifier[];
  /** Is it made for this environment, so that the package manager would install it there? Left out, it is for every one. */
  isMadeFor?(environment: MarkerEnvironment): boolean;
  readonly packages: readonly LockedPackage[];
  /** What the project itself asks for: its main dependencies, and those of the extras and groups. */
  roots(selection: LockSelection): readonly LockedDependency[];
  /** What counts as an extra when markers are evaluated, where that is more than the extras that are asked for. */
  markerExtras?(selection: LockSelection, environment: MarkerEnvironment): readonly string[];
}

/** What a reader of a lock file is given. */
export interface LockContext {
  /** The path of the lock file from the project's folder. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
  readonly facts: ProjectFacts;
  /** The project's folder. */
  readonly folder: ProjectFolder;
}

/**
 * Reads a lock file.
 *
 * @throws a `Mistake` where the text is damaged, and an `UnknownFormat` where its format is none of those that are read
 */
export type LockReader = (context: LockContext) => Lock;

/** Whether a lock file fits the project. */
export interface Freshness {
  /** Undefined where nobody can tell without the package manager. */
  readonly isFresh?: boolean;
  /** What does not fit, as the rest of a sentence that begins with the path of the lock file. */
  readonly reason?: string;
}

/** Tells whether a lock file fits the project, without the package manager. */
export type FreshnessCheck = (context: LockContext) => Freshness;
