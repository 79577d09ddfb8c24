import type { EditorTool } from "../knowledge/editor-tools";
import type { PythonVersion } from "../values/python-version";
import type { Application } from "./applications/application";
import type { Fact } from "./fact";
import type { PackageManager } from "./managers/package-manager";
import type { Note } from "./note";
import type { DistributionName } from "./requirements/distribution-name";
import type { Requirement } from "./requirements/requirement";
import type { Specifier } from "./requirements/specifier";

/** A command that the project brings. */
export interface Script {
  readonly name: string;
  /** What it runs, for example `orders.cli:main`; for a script of type `file` its path. */
  readonly target: string;
}

/** A link of the project. */
export interface ProjectUrl {
  readonly label: string;
  readonly url: string;
}

/** An extra: dependencies that are installed only where they are asked for. */
export interface Extra {
  /** The name as it is written. */
  readonly name: string;
  readonly requirements: readonly Requirement[];
  /** Does it hold tools for development, by its name, by what is in it or by the extras that it includes? */
  readonly isDevelopment: boolean;
}

/** A package index beside the default one, or instead of it. */
export interface PackageIndex {
  /** The name; undefined where the project gives only the address. */
  readonly name?: string;
  readonly url: string;
  /** Does it take the place of the default index? */
  readonly isDefault: boolean;
}

/** A dependency that does not come from an index. */
export interface DirectDependency {
  readonly name: string;
  /** For git its address, for a path the path as it is written. */
  readonly location: string;
  /** Is it needed to run the program, or only for development? */
  readonly isProduction: boolean;
}

/** A project of a workspace. */
export interface WorkspaceMember {
  /** Its folder, relative to the project's. */
  readonly path: string;
  /** Its distribution, normalised; undefined where it has no name. */
  readonly name?: string;
}

/** A named group of dependencies that are not part of the distribution. */
export interface DependencyGroup {
  /** The name as it is written. */
  readonly name: string;
  /** The group's requirements, those of included groups with them. */
  readonly requirements: readonly Requirement[];
  /**
   * Does it hold tools for development, by its name or by what is in it? A group that neither is for development nor for
   * production is installed where it is asked for; at the desk that is up to `isDefault`.
   */
  readonly isDevelopment: boolean;
  /** The Python versions for which it can be installed; undefined where those of the project are. */
  readonly requiresPython?: Fact<Specifier>;
  /** Does the package manager install it at the desk without being asked? */
  readonly isDefault: boolean;
  /** Does the program need it to run? */
  readonly isProduction: boolean;
  /** The requirements files that are the group: the one to install from, then those that it includes. */
  readonly requirementsFiles?: readonly string[];
}

/** The lock file of the package manager. */
export interface LockFile {
  readonly name: string;
  /** Where it is, or will be, relative to the project's folder: a workspace keeps it at its root. */
  readonly path: string;
  readonly exists: boolean;
  /** The groups and extras that it holds, normalised; undefined where it is made for all of them, or does not tell. */
  readonly groups?: readonly string[];
}

/** What the tables of pyproject.toml say of the project itself. */
export interface Metadata {
  readonly name?: Fact<DistributionName>;
  /** The version; undefined where it is dynamic or not given. */
  readonly version?: Fact<string>;
  /** Is the version found out when the project is built? */
  readonly hasDynamicVersion: boolean;
  readonly description?: Fact<string>;
  /** The license as an SPDX expression; undefined where it is given in other words. */
  readonly license?: Fact<string>;
  readonly urls: readonly Fact<ProjectUrl>[];
  /** The files that hold the readme. */
  readonly readmeFiles: readonly Fact<string>[];
  /** The license files, as paths or as patterns. */
  readonly licenseFiles: readonly Fact<string>[];
  readonly consoleScripts: readonly Fact<Script>[];
  readonly guiScripts: readonly Fact<Script>[];
  /** Are there more commands, which only running a program would tell? */
  readonly hasUnreadScripts?: boolean;
  /** The main dependencies, optional ones left out. */
  readonly dependencies: readonly Fact<Requirement>[];
  readonly extras: readonly Fact<Extra>[];
}

/** What a package manager makes of the project. */
export interface ManagedProject extends Metadata {
  /** The specifiers of the Python version, which all have to hold; the project's own comes first. */
  readonly pythonSpecifiers: readonly Fact<Specifier>[];
  readonly groups: readonly Fact<DependencyGroup>[];
  /** Does a plain install put the project itself into the environment? */
  readonly installsProject: Fact<boolean>;
  /** What the package manager itself reads to install the project, beside what the build backend reads. */
  readonly installFiles?: readonly Fact<string>[];
  /** The lock file of the package manager; undefined where it has none. */
  readonly lockFile?: Fact<LockFile>;
  /** The requirements files by which the dependencies are installed, relative to the project's folder. */
  readonly requirementsFiles: readonly Fact<string>[];
  /** What these files install where they are lists of pinned versions beside the dependencies that the project states. */
  readonly pinnedRequirements?: readonly Fact<Requirement>[];
  readonly indexes: readonly Fact<PackageIndex>[];
  /** The pages and folders in which files of packages are looked for too, where they are no indexes. */
  readonly findLinks?: readonly Fact<string>[];
  /** The members of the workspace of which this project is the root. */
  readonly workspaceMembers: readonly Fact<WorkspaceMember>[];
  /** The other projects that the lock file is made for: all of the workspace, its root too. */
  readonly lockedTogether: readonly Fact<WorkspaceMember>[];
  /** What is worth telling at a synth. */
  readonly notes: readonly string[];
  /** The folders above that belong to the project too, nearest first: those up to the root of a workspace. */
  readonly workspaceFolders: readonly string[];
}

/** The Python versions that fit the project. */
export interface PythonFacts {
  /** The content of `.python-version`. */
  readonly pythonVersionFile?: Fact<string>;
  /** The effective specifier of PEP 440. */
  readonly requiresPython?: Fact<string>;
  /** The releases that fit, oldest first; with a patch only where no minor release fits as a whole. */
  readonly allowedPythons: Fact<readonly PythonVersion[]>;
  /** The release that was chosen. */
  readonly python: Fact<PythonVersion>;
}

/** Everything that is known of a Python project. */
export interface ProjectFacts
  extends Omit<ManagedProject, "pythonSpecifiers" | "installFiles" | "workspaceFolders">,
    PythonFacts {
  /** The notes with the rules by which they are switched off. */
  readonly namedNotes: readonly Note[];
  /** Is there a pyproject.toml? Without one requirements files or a Pipfile describe the project. */
  readonly hasPyproject: boolean;
  /** The names of the extras that production has. */
  readonly productionExtras: readonly Fact<string>[];
  readonly packageManager: Fact<PackageManager>;
  readonly gitDependencies: readonly Fact<DirectDependency>[];
  /** The dependencies in folders, those in a workspace left out. */
  readonly pathDependencies: readonly Fact<DirectDependency>[];
  /**
   * How the version is found out when the project is built: the build backend and its means, for example `hatch:file`,
   * `setuptools-scm`; undefined where the version is given.
   */
  readonly dynamicVersion?: Fact<string>;
  /** What the build backend reads beside pyproject.toml, the readme, the license files and the packages. */
  readonly buildFiles: readonly Fact<string>[];
  readonly homepage?: Fact<string>;
  readonly repository?: Fact<string>;
  /** The build backend; undefined where there is none and nothing is built. */
  readonly buildBackend?: Fact<string>;
  /** What the build backend needs to run. */
  readonly buildRequires: readonly Fact<Requirement>[];
  /** Are dependencies or extras found out when the project is built, so that pyproject.toml alone does not tell them? */
  readonly hasDynamicDependencies: boolean;
  /** What lists the extension modules that a compiler builds, for example `ext_modules`. */
  readonly extensions?: readonly Fact<string>[];
  /** The packages that are built, or the folders to import from where the project is not installed. */
  readonly packageRoots: Fact<readonly string[]>;
  /** The applications of the frameworks that the project is built with, as far as they are where one looks for them. */
  readonly applications: readonly Fact<Application>[];
  /** The tools that check and format the source, for which editors have extensions. */
  readonly editorTools: readonly Fact<EditorTool>[];
}
