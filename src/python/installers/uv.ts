import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { DockerfileWord } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { userArguments } from "../user";
import { type Installer, type InstallerContext, lockMessage, productionNames } from "./installer";
import { addInterpreter } from "./pip-commands";

/** The version of uv, where it is the package manager and where it makes a lock file for another one. */
export const UV_VERSION = "0.13.9";

const cache = RunMount.cache("/root/.cache/uv");

/** uv, copied from its own image. */
export function uvInstaller(options: PythonContainerOptions): Installer {
  return new UvInstaller(options.packageManagerVersion ?? UV_VERSION);
}

class UvInstaller implements Installer {
  public readonly developmentInstall = ["uv", "sync", "--frozen"];

  constructor(private readonly version: string) {}

  public inputs(_facts: ProjectFacts): string[] {
    return ["pyproject.toml", "uv.lock*"];
  }

  public addGlobalArguments(block: DockerfileBlock): void {
    block.addArg("UV_VERSION", { default: this.version });
  }

  public addTools(block: DockerfileBlock, { tool }: InstallerContext): void {
    block.addCopyFrom(tool, ["/uv"], "/usr/local/bin/");
    block.addEnv("UV_COMPILE_BYTECODE", "1");
    block.addEnv("UV_LINK_MODE", "copy", { comment: "the cache is a mount, to which no link can lead" });
    block.addEnv("UV_PYTHON_DOWNLOADS", "0", { comment: "the image's own Python, which the app stage has too" });
  }

  public addLocking(block: DockerfileBlock, { secrets }: InstallerContext): void {
    block.addRun(["uv", "lock"], { mounts: [...secrets, cache] });
  }

  public addManifest(block: DockerfileBlock, { facts }: InstallerContext): void {
    block.addCopy(this.inputs(facts), "./");
    const name = facts.name?.value.normalized;
    // uv.lock repeats the project's version, and a new one alone is no reason to lock again.
    const sameVersion =
      name === undefined || facts.version === undefined
        ? []
        : [`sed -i "/^name = \\"${name}\\"$/{n;s/^version = .*/version = \\"$(uv version --short)\\"/}" uv.lock`];
    const exported = (file: string, ...groups: string[]) =>
      [
        "uv export --quiet --locked --no-emit-project --no-header --no-annotate",
        ...groups,
        `-o ${layout.manifest}/${file}`,
      ].join(" ");
    const { groups, extras } = productionNames(facts);
    const production = [...groups.map((name) => `--group ${name}`), ...extras.map((name) => `--extra ${name}`)];
    block.addRunShell(
      [
        `{ ${[...sameVersion, exported("requirements.txt", "--no-default-groups", ...production)].join("\n&& ")}`,
        `&& ${exported("requirements-dev.txt", ...production)}; }`,
        `|| { echo '${lockMessage("uv.lock")}' >&2; exit 1; }`,
      ].join("\n"),
      { comment: "checks uv.lock against pyproject.toml, whose version may be newer" },
    );
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/requirements.txt`;
    block.addEnv("VIRTUAL_ENV", layout.environment);
    block.addRunSequence(
      [
        ["uv", "venv", layout.environment],
        ["uv", "pip", "install", "--no-deps", "--requirement", requirements],
      ],
      { mounts: this.mounts(requirements, context) },
    );
  }

  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/requirements-dev.txt`;
    const environment = DockerfileWord.variable("VIRTUAL_ENV");
    block.addEnv("UV_PROJECT_ENVIRONMENT", environment);
    block.addRunSequence(
      [
        ["uv", "venv", environment],
        ["uv", "pip", "install", "--no-deps", "--requirement", requirements],
        ["chown", "-R", DockerfileWord.join(userArguments.uid, ":", userArguments.gid), environment],
      ],
      { mounts: this.mounts(requirements, context) },
    );
  }

  public addBackend(block: DockerfileBlock, { facts, secrets }: InstallerContext): void {
    const requires = facts.buildRequires.map((each) => each.value.written);
    if (requires.length === 0) return;
    block.addRun(["uv", "pip", "install", "--system", ...requires], {
      mounts: [...secrets, cache],
      comment: facts.buildRequires[0].source,
    });
  }

  public addProject(block: DockerfileBlock): void {
    const interpreter = addInterpreter(block);
    block.addCopy(["."], ".");
    block.addRun([
      ...["uv", "pip", "install", "--python", interpreter, "--prefix", layout.environment],
      ...["--no-deps", "--no-build-isolation", "--offline", "."],
    ]);
  }

  private mounts(requirements: string, { manifest, secrets }: InstallerContext): RunMount[] {
    return [...secrets, cache, RunMount.bind(requirements, { stage: manifest, source: requirements })];
  }
}
