import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { IDockerfileStage } from "../../dockerfile/stage-reference";
import { DockerfileWord } from "../../dockerfile/word";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { addInterpreter, type Installer, type InstallerContext, lockMessage } from "./installer";

const VERSION = "2.5.1";
const PIPX_VERSION = "1.18.4";

const cache = RunMount.cache("/root/.cache/pypoetry");
const pipCache = RunMount.cache("/root/.cache/pip");

/** poetry, installed by pipx apart from the project's environment. */
export function poetryInstaller(options: PythonContainerOptions): Installer {
  return new PoetryInstaller(options.packageManagerVersion ?? VERSION, options.pipxVersion ?? PIPX_VERSION);
}

class PoetryInstaller implements Installer {
  public readonly developmentInstall = ["poetry", "install"];

  constructor(
    private readonly version: string,
    private readonly pipxVersion: string,
  ) {}

  public addGlobalArguments(block: DockerfileBlock): void {
    block.addArg("PIPX_VERSION", { default: this.pipxVersion });
    block.addArg("POETRY_VERSION", { default: this.version });
  }

  public addTools(block: DockerfileBlock): void {
    block.addEnv("PIP_DISABLE_PIP_VERSION_CHECK", "1");
    block.addEnv("PIP_ROOT_USER_ACTION", "ignore");
    block.addEnv("POETRY_NO_INTERACTION", "1");
    block.addRunSequence(
      [
        ["pip", "install", DockerfileWord.join("pipx==", DockerfileWord.variable("PIPX_VERSION"))],
        ["pipx", "install", "--global", DockerfileWord.join("poetry==", DockerfileWord.variable("POETRY_VERSION"))],
      ],
      { mounts: [pipCache], comment: "--global: poetry in /opt/pipx, its command in /usr/local/bin" },
    );
  }

  public addLocking(block: DockerfileBlock): void {
    block.addRun(["poetry", "lock"], { mounts: [cache] });
  }

  public addManifest(block: DockerfileBlock): void {
    block.addWorkdir(layout.manifest);
    block.addCopy(["pyproject.toml", "poetry.lock*"], "./");
    block.addRunScript(manifestScript, {
      interpreter: "/opt/pipx/venvs/poetry/bin/python",
      comment: "keeps the keys that the hash in poetry.lock covers",
    });
  }

  public addDependencies(block: DockerfileBlock, { facts, manifest }: InstallerContext): void {
    block.addEnv("VIRTUAL_ENV", layout.environment);
    const production = facts.groups.filter((group) => group.value.isProduction).map((group) => group.value.name);
    this.addInstall(block, manifest, `--only ${["main", ...production].join(",")} `);
  }

  public addDevelopment(block: DockerfileBlock, { manifest }: InstallerContext): void {
    this.addInstall(block, manifest, "", `chown -R "\${UID}:\${GID}" "\${VIRTUAL_ENV}"`);
  }

  public addBackend(block: DockerfileBlock, { facts }: InstallerContext): void {
    const requires = facts.buildRequires.map((each) => each.value.written);
    if (requires.length === 0) return;
    block.addRun(["pip", "install", ...requires], {
      mounts: [pipCache],
      comment: `${facts.buildRequires[0].source}\nhadolint ignore=DL3013`,
    });
  }

  public addProject(block: DockerfileBlock): void {
    const interpreter = addInterpreter(block);
    block.addCopy(["."], ".");
    block.addRun([
      ...[interpreter, "-m", "pip", "install", "--prefix", layout.environment],
      ...["--no-deps", "--no-build-isolation", "--no-index", "."],
    ]);
  }

  /** The lock file is checked here: a stale one stands for other dependencies, so that this runs where it matters. */
  private addInstall(block: DockerfileBlock, manifest: IDockerfileStage, selection: string, ...then: string[]): void {
    block.addRunShell(
      [
        `{ poetry check --lock || { echo '${lockMessage("poetry.lock")}' >&2; exit 1; }; }`,
        `python -m venv --without-pip "\${VIRTUAL_ENV}"`,
        `poetry install ${selection}--no-root --compile`,
        ...then,
      ].join("\n&& "),
      { mounts: [cache, RunMount.bind(layout.workdir, { stage: manifest, source: layout.manifest })] },
    );
  }
}

/** Run by poetry's own interpreter, which has tomlkit. */
const manifestScript = `import pathlib, tomlkit
file = pathlib.Path("pyproject.toml")
old = tomlkit.parse(file.read_text()).unwrap()
def keep(table, *keys):
    return {key: table[key] for key in keys if key in table}
new = keep(old, "dependency-groups")
if "project" in old:
    new["project"] = keep(old["project"], "name", "requires-python", "dependencies", "optional-dependencies") | {"version": "0"}
poetry = keep(old.get("tool", {}).get("poetry", {}), "dependencies", "group", "dev-dependencies", "source", "extras")
new["tool"] = {"poetry": poetry | {"package-mode": False}}
file.write_text(tomlkit.dumps(new))
`;
