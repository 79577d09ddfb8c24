import type { GitOptions, IgnoreFileOptions, LoggerOptions, Project, typescript } from "projen";
import type { PythonContainerOptions } from "../python/python-container-options";
import type { AutomationOptions } from "./automation-options";

/** Options of `ExistingPythonProject`. */
export interface ExistingPythonProjectOptions extends PythonContainerOptions, AutomationOptions {
  /**
   * The project's name.
   * @default - that of pyproject.toml, else the folder's
   */
  readonly name?: string;
  /**
   * The folders of the Python projects, where the repository has several or none in its root folder, for example
   * `services/api`; `.` stands for the root folder. Each is a subproject, and gets the options of this one that concern its
   * container.
   * @default - the root folder; when the project is made, the folders in which Python projects are found
   */
  readonly folders?: string[];
  /**
   * Whether each of `folders` has a compose file of its own.
   * @default false - the root folder has one compose file with the services of all
   */
  readonly composePerFolder?: boolean;
  /**
   * Whether the root folder has a bake file, docker-bake.json, by which one command builds the images of all `folders` at
   * once: the tasks `docker:build` and `docker:bake`.
   * @default true - where there are several Python projects
   */
  readonly bakeFile?: boolean;
  /**
   * The parent project.
   * @default - none: it is the root project
   */
  readonly parent?: Project;
  /**
   * The project's folder, from the parent's.
   * @default "."
   */
  readonly outdir?: string;
  /**
   * How much projen tells.
   * @default {}
   */
  readonly logging?: LoggerOptions;
  /**
   * The command by which projen is called.
   * @default "npx projen"
   */
  readonly projenCommand?: string;
  /**
   * Whether generated files are committed.
   * @default true
   */
  readonly commitGenerated?: boolean;
  /**
   * What goes to the block in `.gitattributes`.
   * @default - nothing about line ends
   */
  readonly gitOptions?: GitOptions;
  /**
   * What goes to the block in `.gitignore`.
   * @default - what projen and this module need
   */
  readonly gitIgnoreOptions?: IgnoreFileOptions;
  /**
   * Options of the projenrc file in TypeScript, such as its name.
   * @default - .projenrc.ts with tsconfig.projen.json
   */
  readonly projenrcTsOptions?: typescript.ProjenrcTsOptions;
}
