import type { Fact } from "../fact";
import type { Metadata } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { ProjectTable } from "../metadata/project-table";
import type { Requirement } from "../requirements/requirement";

/** What a build backend is told of the project. */
export interface BackendContext {
  /** The parsed pyproject.toml. */
  readonly file: TomlTable;
  readonly folder: ProjectFolder;
  /** What `[project]` says; undefined where there is no such table. */
  readonly project?: ProjectTable;
  /** The name of the distribution as it is written; empty where there is none. */
  readonly name: string;
  /** What `[build-system]` requires. */
  readonly buildRequires: readonly Requirement[];
}

/** The metadata that a backend finds out where `[project].dynamic` names it. */
export type DynamicMetadata = Partial<
  Pick<
    Metadata,
    "description" | "license" | "readmeFiles" | "dependencies" | "extras" | "consoleScripts" | "hasUnreadScripts"
  > &
    Pick<ProjectTable, "requiresPython">
>;

/**
 * A build backend: how it reads its own tables.
 *
 * One file for each, and a row in `build-backends.ts`. What a backend has no method for is as for every backend.
 */
export interface BuildBackend {
  /** The values of `[build-system].build-backend` that name it. */
  readonly entryPoint: RegExp;

  /** The packages and modules that its tables name, relative to the project's folder; undefined where they name none. */
  packageRoots?(context: BackendContext): Fact<string[]> | undefined;

  /** How it finds out the version, for example `hatch:file`; asked only where the version is not given. */
  dynamicVersion?(context: BackendContext): Fact<string> | undefined;

  /** The metadata that it finds out, of the fields that `[project].dynamic` names. */
  dynamicMetadata?(context: BackendContext): DynamicMetadata;

  /** What a build requires beside `[build-system].requires`. */
  buildRequires?(context: BackendContext): Fact<Requirement>[];

  /** What lists extension modules, which a compiler builds, for example `ext_modules`. */
  extensions?(context: BackendContext): Fact<string>[];

  /** What it reads beside pyproject.toml, the readme, the license files and the packages: files and folders on disk. */
  buildFiles?(context: BackendContext): Fact<string>[];

  /** What is worth telling of a build that stops, or of which not all can be known. */
  notes?(context: BackendContext): string[];
}
