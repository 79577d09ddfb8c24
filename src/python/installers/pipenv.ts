import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { Word } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { addCopyOfInputs, addCopyOfSource } from "./copy-inputs";
import { compiled, environmentPython, givenEnvironment, newEnvironment, withoutActivation } from "./environment";
import { type Installer, type InstallerContext, lockMessage, productionNames } from "./installer";
import { addBackendByPip, addProjectByPip, pipCache } from "./pip-commands";
import { addPipxArguments, addPipxProgram, type PipxProgram } from "./pipx";
import { inTurn, orFail, shellWords } from "./shell-text";

const VERSION = "2026.10.3";

const cache = RunMount.cache("/root/.cache/pipenv");

/** pipenv, installed by pipx apart from the project's environment. */
export function pipenvInstaller(options: PythonContainerOptions): Installer {
  return new PipenvInstaller(options);
}

/** pipenv locks and checks; pip installs what it has locked, so that settings and scripts of a Pipfile are no matter. */
class PipenvInstaller implements Installer {
  public readonly addBackend = addBackendByPip;
  public readonly addProject = addProjectByPip;

  private readonly program: PipxProgram = { name: "pipenv", argument: "PIPENV_VERSION", version: VERSION };

  constructor(private readonly options: PythonContainerOptions) {}

  public inputs(_facts: ProjectFacts): string[] {
    return ["Pipfile", "Pipfile.lock*"];
  }

  public addGlobalArguments(block: DockerfileBlock, facts: ProjectFacts): void {
    addPipxArguments(block, this.program, this.options, facts);
  }

  public addTools(block: DockerfileBlock, context: InstallerContext): void {
    block.addEnv("PIPENV_VERBOSITY", "-1", {
      comment: "the environment that VIRTUAL_ENV names is the one that is meant",
    });
    addPipxProgram(block, this.program, context);
  }

  /** In an environment that is there pipenv looks for no other interpreter; a lock file that matches stays as it is. */
  public addLocking(block: DockerfileBlock, context: InstallerContext): void {
    const { facts, secrets } = context;
    // What the project itself needs is locked too: its build backend may read any file, which a dynamic version has brought.
    if (facts.installsProject.value && !facts.hasDynamicVersion) addCopyOfSource(block, context);
    block.addEnv("VIRTUAL_ENV", layout.environment);
    block.addRunShell(inTurn(shellWords(newEnvironment), "{ pipenv verify || pipenv lock; }"), {
      mounts: [...secrets, cache, pipCache],
    });
  }

  public addManifest(block: DockerfileBlock, { facts, place }: InstallerContext): void {
    const { groups } = productionNames(facts);
    const categories = (...names: string[]) => ["--categories", [...names, ...groups].join(",")];
    block.addWorkdir(layout.manifest);
    addCopyOfInputs(block, this.inputs(facts), ".", place);
    block.addRunShell(
      inTurn(
        orFail("pipenv verify", lockMessage("Pipfile.lock", "Pipfile")),
        ...requirements(facts, PRODUCTION, groups.length === 0 ? [] : categories("packages")),
        ...requirements(facts, DEVELOPMENT, groups.length === 0 ? ["--dev"] : categories("packages", "dev-packages")),
      ),
      { comment: "checks Pipfile.lock against the Pipfile" },
    );
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    block.addEnv("VIRTUAL_ENV", layout.environment);
    const within = context.within.filter(({ isProduction }) => isProduction);
    addInstall(block, { ...context, within }, PRODUCTION, [newEnvironment, withoutActivation]);
  }

  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    addInstall(block, context, DEVELOPMENT, [newEnvironment], [givenEnvironment]);
  }

  public developmentInstall(): string[] {
    return ["pipenv", "sync", "--dev"];
  }
}

/** What is locked, as requirements files: pip takes what has no hash from a file of its own alone. */
interface LockedFiles {
  readonly hashed: string;
  readonly direct: string;
}

const PRODUCTION: LockedFiles = { hashed: "requirements.txt", direct: "requirements-direct.txt" };
const DEVELOPMENT: LockedFiles = { hashed: "requirements-dev.txt", direct: "requirements-dev-direct.txt" };

/** The commands that write the files. */
function requirements(facts: ProjectFacts, { hashed, direct }: LockedFiles, selection: string[]): string[] {
  const edits = [
    ...(facts.installsProject.value ? projectItself(facts) : []),
    // The folder of another project is there for the installation alone.
    ...(facts.pathDependencies.length > 0 ? ["s,^-e (\\.|file:),\\1,"] : []),
    ...(hasDirect(facts) ? ["/ --hash=/b", `w ${direct}`, "/^-i |^--/!d"] : []),
  ];
  return [
    `${shellWords(["pipenv", "requirements", "--hash", ...selection])} >${hashed}`,
    ...(edits.length === 0 ? [] : [shellWords(["sed", "-E", "-i", ...edits.flatMap((edit) => ["-e", edit]), hashed])]),
  ];
}

/** The project itself is locked by its path, or by its name where the Pipfile has it by another one. */
function projectItself({ name }: ProjectFacts): string[] {
  const pattern = name?.value.normalized.replace(/[^a-z0-9-]/g, "\\$&").replaceAll("-", "[-_.]+");
  return ["/^(-e )?\\.\\/?( |$)/d", ...(pattern === undefined ? [] : [`/^${pattern}(\\[[^]]*\\])?==/Id`])];
}

/** Does a distribution come from an address, git or a folder? */
function hasDirect({ dependencies, groups }: ProjectFacts): boolean {
  const all = [...dependencies.map(({ value }) => value), ...groups.flatMap(({ value }) => value.requirements)];
  return all.some(({ url }) => url !== undefined);
}

function addInstall(
  block: DockerfileBlock,
  { facts, manifest, place, secrets, within }: InstallerContext,
  { hashed, direct }: LockedFiles,
  before: Word[][],
  after: Word[][] = [],
): void {
  const files = [hashed, ...(hasDirect(facts) ? [direct] : [])].map((name) => `${layout.manifest}/${name}`);
  const install = ["pip", "--python", environmentPython, "install", "--no-compile", "--no-deps", "--requirement"];
  // Building a project from its folder leaves files beside it.
  const folders = within.map(({ path }) =>
    RunMount.bind(posix.join(layout.workdir, place.inContext(path)), {
      source: place.inContext(path),
      writable: true,
    }),
  );
  const locked = files.map((file) => RunMount.bind(file, { stage: manifest, source: file }));
  const installed = files.map((file) => [...install, file]);
  block.addRunShell(inTurn(...[...before, ...installed].map(shellWords), compiled, ...after.map(shellWords)), {
    mounts: [...secrets, pipCache, ...locked, ...folders],
  });
}
