import type { DockerfileBlock } from "../../dockerfile/block";
import type { IDockerfileStage } from "../../dockerfile/stage-reference";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";

/** What an installer is told of the stage to which it adds. */
export interface InstallerContext {
  readonly facts: ProjectFacts;
  /** The stage that holds what dependencies depend on. */
  readonly manifest: IDockerfileStage;
  /** The stage with the package manager's own image, for installers that copy from it. */
  readonly tool: IDockerfileStage;
}

/**
 * How a package manager locks, installs dependencies and installs the project: one file for each.
 *
 * Every method adds to one section of one stage; all stages but the app stage start from the one of `addTools`.
 */
export interface Installer {
  /** The ARGs before the first FROM. */
  addGlobalArguments(block: DockerfileBlock): void;

  /** The package manager itself, pinned. */
  addTools(block: DockerfileBlock, context: InstallerContext): void;

  /** Makes the lock file of the pyproject.toml in `layout.workdir`; a lock that is there is kept to where it still fits. */
  addLocking(block: DockerfileBlock): void;

  /**
   * Derives what dependencies depend on into `layout.manifest`.
   *
   * BuildKit keys the stages that mount it on its content, so that a new version or a linter's setting installs nothing.
   */
  addManifest(block: DockerfileBlock, context: InstallerContext): void;

  /** Installs the locked production dependencies into `layout.environment`. */
  addDependencies(block: DockerfileBlock, context: InstallerContext): void;

  /**
   * Installs the locked dependencies, development groups too, into the environment that VIRTUAL_ENV names.
   *
   * It belongs to UID and GID afterwards, the arguments of the stage.
   */
  addDevelopment(block: DockerfileBlock, context: InstallerContext): void;

  /** Installs what the build backend of the project needs. */
  addBackend(block: DockerfileBlock, context: InstallerContext): void;

  /** Installs the project alone, without its dependencies, into `layout.environment`. */
  addProject(block: DockerfileBlock, context: InstallerContext): void;

  /** The command that installs the project itself, editable, in the dev container. */
  readonly developmentInstall: string[];
}

/** What a build says that finds no lock file, or a stale one; single quotes may not stand in it. */
export function lockMessage(lockFile: string): string {
  return `${lockFile} is missing or does not match pyproject.toml: make it with npx projen lock`;
}

/**
 * Makes the interpreter appear by the path that it has in the app stage, and returns that path.
 *
 * Installing a project writes it into the first line of the project's scripts.
 */
export function addInterpreter(block: DockerfileBlock): string {
  const interpreter = `${layout.environment}/bin/python`;
  block.addRunSequence(
    [
      ["mkdir", "-p", `${layout.environment}/bin`],
      ["ln", "-s", "/usr/local/bin/python", interpreter],
    ],
    { comment: "the interpreter's path in the app stage: the first line of the project's scripts names it" },
  );
  return interpreter;
}
