import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { Word } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { addCopyOfInputs } from "./copy-inputs";
import { compiled, givenEnvironment, newEnvironment, withoutActivation } from "./environment";
import { type Installer, type InstallerContext, lockMessage, productionNames } from "./installer";
import { addBackendByPip, addProjectByPip } from "./pip-commands";
import { addPipxArguments, addPipxProgram, type PipxProgram, pipxInterpreter } from "./pipx";
import { inTurn, orFail, shellWords } from "./shell-text";
import { tomlManifestScript } from "./toml-manifest";

const VERSION = "2.5.1";

const cache = RunMount.cache("/root/.cache/pypoetry");

/** poetry, installed by pipx apart from the project's environment. */
export function poetryInstaller(options: PythonContainerOptions): Installer {
  return new PoetryInstaller(options);
}

class PoetryInstaller implements Installer {
  public readonly installsProjectsApart = true;
  public readonly addBackend = addBackendByPip;
  public readonly addProject = addProjectByPip;

  private readonly program: PipxProgram = { name: "poetry", argument: "POETRY_VERSION", version: VERSION };

  constructor(private readonly options: PythonContainerOptions) {}

  public inputs(_facts: ProjectFacts): string[] {
    return ["pyproject.toml", "poetry.lock*"];
  }

  public addGlobalArguments(block: DockerfileBlock, facts: ProjectFacts): void {
    addPipxArguments(block, this.program, this.options, facts);
  }

  public addTools(block: DockerfileBlock, context: InstallerContext): void {
    block.addEnv("POETRY_NO_INTERACTION", "1");
    addPipxProgram(block, this.program, context);
  }

  public addLocking(block: DockerfileBlock, { secrets }: InstallerContext): void {
    block.addRun(["poetry", "lock"], { mounts: [...secrets, cache] });
  }

  public addManifest(block: DockerfileBlock, { facts, local, place }: InstallerContext): void {
    block.addWorkdir(posix.join(layout.manifest, place.folder));
    const archives = local.filter((each) => each.facts === undefined);
    addCopyOfInputs(block, [...this.inputs(facts), ...archives.map(({ path }) => path)], ".", place);
    const folders = local.filter((each) => each.facts !== undefined).map(({ path }) => path);
    block.addRunScript(folders.length === 0 ? manifestScript : manifestScript + placeholderScript(folders), {
      interpreter: pipxInterpreter(this.program),
      comment: "keeps the keys that the hash in poetry.lock covers",
    });
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    const { groups, extras } = productionNames(context.facts);
    block.addEnv("VIRTUAL_ENV", layout.environment);
    this.addInstall(
      block,
      context,
      ["--only", ["main", ...groups].join(","), ...extraOptions(extras)],
      [newEnvironment, withoutActivation],
    );
  }

  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    this.addInstall(block, context, developmentOptions(context.facts), [newEnvironment], [givenEnvironment]);
  }

  /** An extra that is not named would be removed. */
  public developmentInstall(facts: ProjectFacts): string[] {
    return ["poetry", "install", ...developmentOptions(facts)];
  }

  /** The lock file is checked here: a stale one stands for other dependencies, so that this runs where it matters. */
  private addInstall(
    block: DockerfileBlock,
    { local, manifest, secrets }: InstallerContext,
    selection: string[],
    before: Word[][],
    after: Word[][] = [],
  ): void {
    const apart = local.length === 0 ? [] : ["--no-directory"];
    block.addRunShell(
      inTurn(
        orFail("poetry check --lock", lockMessage("poetry.lock")),
        ...before.map(shellWords),
        shellWords(["poetry", "install", ...selection, "--no-root", ...apart]),
        compiled,
        ...after.map(shellWords),
      ),
      { mounts: [...secrets, cache, RunMount.bind(layout.workdir, { stage: manifest, source: layout.manifest })] },
    );
  }
}

/** What a developer has beside the main dependencies and the groups that are not optional. */
function developmentOptions(facts: ProjectFacts): string[] {
  const { groups, extras } = productionNames(facts);
  return [...groups.flatMap((group) => ["--with", group]), ...extraOptions(extras)];
}

function extraOptions(extras: readonly string[]): string[] {
  return extras.flatMap((extra) => ["--extras", extra]);
}

/**
 * Poetry wants a name and a version where there is a project; the package itself is not there. Its name stands there only
 * where extras or groups ask for the project itself, so that projects with the same dependencies have the same manifest.
 */
const manifestScript = tomlManifestScript(`import re
if "project" in old:
    new["project"] = keep(old["project"], "requires-python", "dependencies", "optional-dependencies")
    plain = lambda text: re.sub("[-_.]+", "-", text).lower()
    name = old["project"].get("name", "")
    new["project"]["name"] = name if plain(name) in plain(str(new)) else "the-project-itself"
    new["project"]["version"] = "0"
poetry = keep(old.get("tool", {}).get("poetry", {}), "dependencies", "group", "dev-dependencies", "source", "extras")
new["tool"] = {"poetry": poetry | {"package-mode": False}}`);

/** Poetry wants to see the folders of path dependencies, but reads nothing there of what is locked. */
function placeholderScript(folders: readonly string[]): string {
  return `for folder in ${JSON.stringify(folders)}:
    other = pathlib.Path(folder, "pyproject.toml")
    other.parent.mkdir(parents=True, exist_ok=True)
    other.touch()
`;
}
