import type { DockerfileBlock } from "../../dockerfile/block";
import type { RunMount } from "../../dockerfile/mount";
import type { IDockerfileStage } from "../../dockerfile/stage-reference";
import type { Fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import type { LocalProject } from "../../pyproject/local-projects";
import type { Requirement } from "../../pyproject/requirements/requirement";
import type { ProjectPlace } from "../../values/project-place";
import { checkTellingNames } from "./telling-names";

/** What an installer is told of the stage to which it adds. */
export interface InstallerContext {
  readonly facts: ProjectFacts;
  /** Where the project lies in the build context. */
  readonly place: ProjectPlace;
  /** The other projects, by workspace or path, with which this one is locked. */
  readonly local: readonly LocalProject[];
  /** The other projects that the package manager itself installs with the dependencies, from their folders. */
  readonly within: readonly LocalProject[];
  /** The folders of what the project stage installs, from the project's: its own and those of other projects. */
  readonly packages: readonly string[];
  /** What the build backends of these need. */
  readonly buildRequires: readonly Fact<Requirement>[];
  /** What compilers of the packages keep between builds. */
  readonly buildCaches: readonly RunMount[];
  /** The stage that holds what dependencies depend on. */
  readonly manifest: IDockerfileStage;
  /** The stage with the package manager's own image, for installers that copy from it. */
  readonly tool: IDockerfileStage;
  /** What opens private indexes and repositories: every command that may fetch a dependency has these mounts. */
  readonly secrets: readonly RunMount[];
}

/**
 * How a package manager locks, installs dependencies and installs the project: one file for each.
 *
 * Every method adds to one section of one stage; all stages but the app stage start from the one of `addTools`.
 */
export interface Installer {
  /**
   * Does it leave other projects of the repository to the project stage? They are the `local` ones of a context then, and
   * else those `within`.
   *
   * @default false
   */
  readonly installsProjectsApart?: boolean;

  /**
   * The files by which dependencies are locked and installed, from the project's folder; patterns of COPY, since a lock
   * file may not be there yet.
   */
  inputs(facts: ProjectFacts): string[];

  /** The ARGs before the first FROM. */
  addGlobalArguments(block: DockerfileBlock, facts: ProjectFacts): void;

  /** The package manager itself, pinned. */
  addTools(block: DockerfileBlock, context: InstallerContext): void;

  /**
   * Makes the lock file of the project in the working directory, where the inputs are; a lock that is there is kept to
   * where it still fits.
   */
  addLocking(block: DockerfileBlock, context: InstallerContext): void;

  /**
   * Derives what dependencies depend on into `layout.manifest`.
   *
   * BuildKit keys the stages that mount it on its content, so that a new version or a linter's setting installs nothing.
   */
  addManifest(block: DockerfileBlock, context: InstallerContext): void;

  /** Installs the production dependencies into `layout.environment`, without the other projects of the context. */
  addDependencies(block: DockerfileBlock, context: InstallerContext): void;

  /**
   * Installs the dependencies, development groups too, into the environment that VIRTUAL_ENV names.
   *
   * It belongs to UID and GID afterwards, the arguments of the stage.
   */
  addDevelopment(block: DockerfileBlock, context: InstallerContext): void;

  /** Installs what the build backends of the packages need. */
  addBackend(block: DockerfileBlock, context: InstallerContext): void;

  /** Copies the source, and installs the packages of the context alone into `layout.environment`. */
  addProject(block: DockerfileBlock, context: InstallerContext): void;

  /** What is worth telling at a synth of how the dependencies are installed. */
  notes?(facts: ProjectFacts): string[];

  /** The command that installs the project itself, editable, in the dev container, and removes nothing there. */
  developmentInstall(facts: ProjectFacts): string[];
}

/**
 * What a build says that finds no lock file, or a stale one.
 *
 * @param stated the file that says what has to be locked
 */
export function lockMessage(lockFile: string, stated = "pyproject.toml"): string {
  return `${lockFile} is missing or does not match ${stated}: make it with npx projen lock`;
}

/**
 * The names of the groups and extras that production has beside the main dependencies, as the project writes them; a group
 * that is a requirements file has no name but the file's.
 *
 * @throws where the package manager can't be told one
 */
export function productionNames(facts: ProjectFacts): { groups: string[]; extras: string[] } {
  checkTellingNames(facts);
  const { groups, productionExtras } = facts;
  const named = groups.map(({ value }) => value).filter(({ requirementsFiles }) => requirementsFiles === undefined);
  return {
    groups: named.filter(({ isProduction }) => isProduction).map(({ name }) => name),
    extras: productionExtras.map(({ value }) => value),
  };
}
