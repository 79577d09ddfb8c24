import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { Word } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { addCopyOfInputs, addCopyOfProjects } from "./copy-inputs";
import { compiled, givenEnvironment, newEnvironment, withoutActivation } from "./environment";
import { type Installer, type InstallerContext, lockMessage, productionNames } from "./installer";
import { addBackendByPip, addProjectByPip } from "./pip-commands";
import { addPipxArguments, addPipxProgram, type PipxProgram, pipxInterpreter } from "./pipx";
import { inTurn, orFail, shellWords } from "./shell-text";
import { tomlManifestScript } from "./toml-manifest";

const VERSION = "2.29.3";

const cache = RunMount.cache("/root/.cache/pdm");

/** pdm, installed by pipx apart from the project's environment. */
export function pdmInstaller(options: PythonContainerOptions): Installer {
  return new PdmInstaller(options);
}

class PdmInstaller implements Installer {
  public readonly addBackend = addBackendByPip;
  public readonly addProject = addProjectByPip;

  // With newer releases of its own dependencies pdm may not start: the extra has those with which it was released.
  private readonly program: PipxProgram = { name: "pdm", argument: "PDM_VERSION", version: VERSION, extra: "locked" };

  constructor(private readonly options: PythonContainerOptions) {}

  public inputs(facts: ProjectFacts): string[] {
    return ["pyproject.toml", `${lockFileOf(facts)}*`, "pdm.toml*"];
  }

  public addGlobalArguments(block: DockerfileBlock, facts: ProjectFacts): void {
    addPipxArguments(block, this.program, this.options, facts);
  }

  public addTools(block: DockerfileBlock, context: InstallerContext): void {
    block.addEnv("PDM_CHECK_UPDATE", "0");
    block.addEnv("PDM_IGNORE_SAVED_PYTHON", "1", { comment: "VIRTUAL_ENV names the environment, not .pdm-python" });
    block.addEnv("PDM_USE_UV", "0", { comment: "pdm.toml may ask for it: it isn't here" });
    addPipxProgram(block, this.program, context);
  }

  public addLocking(block: DockerfileBlock, { facts, secrets }: InstallerContext): void {
    block.addEnv("PDM_USE_VENV", "0", { comment: "locking takes no environment" });
    block.addRun(["pdm", "lock", "--update-reuse", ...lockedMore(facts)], { mounts: [...secrets, cache] });
  }

  public addManifest(block: DockerfileBlock, { facts, place, within }: InstallerContext): void {
    block.addWorkdir(posix.join(layout.manifest, place.folder));
    addCopyOfInputs(block, this.inputs(facts), ".", place);
    addCopyOfProjects(block, within, place);
    block.addRunScript(manifestScript, {
      interpreter: pipxInterpreter(this.program),
      comment: `keeps the keys that the hash in ${lockFileOf(facts)} covers`,
    });
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    const { groups, extras } = productionNames(context.facts);
    // A named group leaves the other groups out, an extra alone doesn't; --prod and groups exclude each other.
    const selection = [...(groups.length > 0 ? [] : ["--prod"]), ...groupOptions([...groups, ...extras])];
    block.addEnv("VIRTUAL_ENV", layout.environment);
    this.addInstall(block, context, selection, [newEnvironment, withoutActivation]);
  }

  /** What is locked is installed, as `pdm install` does at the desk. */
  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    this.addInstall(block, context, [], [newEnvironment], [givenEnvironment]);
  }

  public developmentInstall(): string[] {
    return ["pdm", "install", "--frozen-lockfile"];
  }

  /** The lock file is checked here: a stale one stands for other dependencies, so that this runs where it matters. */
  private addInstall(
    block: DockerfileBlock,
    { facts, manifest, secrets, within }: InstallerContext,
    selection: string[],
    before: Word[][],
    after: Word[][] = [],
  ): void {
    // Other projects are built in their folders, which are gone afterwards.
    const [writable, inPlace] = within.length > 0 ? [true, ["--no-editable"]] : [false, []];
    block.addRunShell(
      inTurn(
        ...before.map(shellWords),
        orFail("pdm lock --check", lockMessage(lockFileOf(facts))),
        shellWords(["pdm", "sync", ...selection, "--no-self", ...inPlace]),
        compiled,
        ...after.map(shellWords),
      ),
      {
        mounts: [
          ...secrets,
          cache,
          RunMount.bind(layout.workdir, { stage: manifest, source: layout.manifest, writable }),
        ],
      },
    );
  }
}

/** pdm.lock, or the standard pylock.toml by a setting. */
function lockFileOf({ lockFile }: ProjectFacts): string {
  return lockFile?.value.path ?? "pdm.lock";
}

function groupOptions(names: readonly string[]): string[] {
  return names.flatMap((name) => ["--group", name]);
}

/** A lock file keeps the groups that it has, at first all groups and no extra: production may need others. */
function lockedMore(facts: ProjectFacts): string[] {
  const { groups, extras } = productionNames(facts);
  const locked = facts.lockFile?.value.groups;
  const hasAll = locked
    ? [...groups, ...extras].every((name) => locked.includes(normalizedName(name)))
    : extras.length === 0;
  return hasAll ? [] : ["--group", ":all"];
}

/** The name: a requirement of the project itself stands for its extras. The build backend tells how an address is read. */
const manifestScript =
  tomlManifestScript(`new["project"] = keep(old.get("project", {}), "name", "requires-python", "dependencies", "optional-dependencies")
new["build-system"] = {"requires": []} | keep(old.get("build-system", {}), "build-backend")
new["tool"] = {"pdm": keep(old.get("tool", {}).get("pdm", {}), "source", "dev-dependencies", "resolution")}`);
