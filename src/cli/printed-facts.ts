import type { PrintedLock } from "./printed-lock";

/** Debian packages. */
export interface PrintedPackages {
  /** Those by which dependencies are built. */
  readonly build: readonly string[];
  /** Those that are needed to run. */
  readonly runtime: readonly string[];
}

/** The lock file of the package manager. */
export interface PrintedLockFile {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly exists: boolean;
}

/** What `python-container facts --json` prints of a project, in this order; null is what the project does not say. */
export interface PrintedValues {
  /** The distribution's name as it is written. */
  readonly name: string | null;
  /** The version; null where it is found out when the project is built. */
  readonly version: string | null;
  readonly description: string | null;
  /** The license as an SPDX expression. */
  readonly license: string | null;
  readonly homepage: string | null;
  readonly repository: string | null;
  /** uv, poetry, pdm, hatch, pip or pipenv. */
  readonly packageManager: string;
  readonly lockFile: PrintedLockFile | null;
  /** The requirements files by which the dependencies are installed. */
  readonly requirementsFiles: readonly string[];
  /** The effective specifier of PEP 440, poetry's own words translated. */
  readonly requiresPython: string | null;
  /** The minor releases of Python that the specifier alone allows, oldest first. */
  readonly pythonMinorsAllowed: readonly string[];
  /** The version in `.python-version`. */
  readonly pythonVersionFile: string | null;
  /** The Python version that was chosen; with a patch release only where that alone is allowed or asked for. */
  readonly python: string;
  /** The build backend; null where nothing is built. */
  readonly buildBackend: string | null;
  /** Does a plain install put the project itself into the environment? */
  readonly installsProject: boolean;
  /** How the build finds out the version, for example `hatch:file`; null where it is given. */
  readonly dynamicVersion: string | null;
  /** The readme files that a build needs. */
  readonly readme: readonly string[];
  /** The license files that are named, as paths or as patterns. */
  readonly licenseFiles: readonly string[];
  /** What else a build needs: files and folders. */
  readonly otherBuildFiles: readonly string[];
  /** The packages that are built, or the folders to import from where the project is not installed. */
  readonly packageRoots: readonly string[];
  /** The names of the commands. */
  readonly consoleScripts: readonly string[];
  /** The names of the commands that open a window. */
  readonly guiScripts: readonly string[];
  /** The main dependencies by their normalised names, each once; optional ones are left out. */
  readonly runtimeDependencies: readonly string[];
  /** The names of the extras as they are written. */
  readonly extras: readonly string[];
  /** Those of the extras that are for development. */
  readonly devExtras: readonly string[];
  /** The dependency groups that are for development. */
  readonly devGroups: readonly string[];
  /** The dependency groups that the program needs to run. */
  readonly productionGroups: readonly string[];
  /** The frameworks among the main dependencies. */
  readonly frameworks: readonly string[];
  /** What a server of the frameworks starts: `orders.main:app`, or the path of a script. */
  readonly applications: readonly string[];
  /** The Debian packages for the main dependencies. */
  readonly systemPackages: PrintedPackages;
  /** The Debian packages for an extra, and for a group as `group:` and its name. */
  readonly systemPackagesByExtra: Readonly<Record<string, PrintedPackages>>;
  /** Does any dependency come from git? */
  readonly gitDependencies: boolean;
  /** Are they needed to run, or for development alone? Null where there are none. */
  readonly gitDependencyScope: "production" | "dev-only" | null;
  /** The folders and files of dependencies outside of a workspace, as they are written. */
  readonly pathDependencies: readonly string[];
  /** The folders of the members of the workspace of which the project is the root. */
  readonly workspaceMembers: readonly string[];
  /** The indexes beside the default one by their names, or by URL where they have none, without credentials. */
  readonly privateIndexes: readonly string[];
}

/** The name of a printed value. */
export type PrintedKey = keyof PrintedValues;

/** The document that `python-container facts --json` prints. */
export interface PrintedFacts extends PrintedValues {
  /** What the lock file says; null where there is none that is read. */
  readonly lock: PrintedLock | null;
  /** What is worth knowing beside the facts. */
  readonly notes: readonly string[];
  /** The file and the key that each value came from; a value that nothing says has none. */
  readonly sources: { readonly [K in PrintedKey]?: string };
}
