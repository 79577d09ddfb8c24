import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { DockerfileWord } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { userArguments } from "../user";
import { uvDefaultIndex, uvIndexNames } from "./index-flags";
import { type Installer, type InstallerContext, lockMessage, productionNames } from "./installer";
import { addInterpreter } from "./pip-commands";

const VERSION = "0.13.9";

const cache = RunMount.cache("/root/.cache/uv");

/** uv, copied from its own image. */
export function uvInstaller(options: PythonContainerOptions): Installer {
  return new UvInstaller(options.packageManagerVersion ?? VERSION);
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
    const lists = listsOf(facts);
    block.addRunShell(
      [
        `{ ${[...sameVersion, exported(lists.production, "--no-default-groups", ...production)].join("\n&& ")}`,
        `&& ${exported(lists.development, ...production)}; }`,
        `|| { echo '${lockMessage("uv.lock")}' >&2; exit 1; }`,
      ].join("\n"),
      { comment: "checks uv.lock against pyproject.toml, whose version may be newer" },
    );
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/${listsOf(context.facts).production}`;
    block.addEnv("VIRTUAL_ENV", layout.environment);
    block.addRunSequence([["uv", "venv", layout.environment], this.install(requirements, context)], {
      mounts: this.mounts(requirements, context),
    });
  }

  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/${listsOf(context.facts).development}`;
    const environment = DockerfileWord.variable("VIRTUAL_ENV");
    block.addEnv("UV_PROJECT_ENVIRONMENT", environment);
    block.addRunSequence(
      [
        ["uv", "venv", environment],
        this.install(requirements, context),
        ["chown", "-R", DockerfileWord.join(userArguments.uid, ":", userArguments.gid), environment],
      ],
      { mounts: this.mounts(requirements, context) },
    );
  }

  public addBackend(block: DockerfileBlock, { facts, secrets }: InstallerContext): void {
    const requires = facts.buildRequires.map((each) => each.value.written);
    if (requires.length === 0) return;
    block.addRun(["uv", "pip", "install", "--system", ...uvDefaultIndex(facts), ...requires], {
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

  private install(requirements: string, { facts }: InstallerContext): string[] {
    return ["uv", "pip", "install", "--no-deps", "--requirement", requirements, ...uvIndexNames(facts)];
  }

  private mounts(requirements: string, { manifest, secrets }: InstallerContext): RunMount[] {
    return [...secrets, cache, RunMount.bind(requirements, { stage: manifest, source: requirements })];
  }
}

/**
 * The lists of what is installed, in the manifest. One format says of each file at which address it lies, so that no index
 * is asked for a package of another one; uv calls reading it experimental, so that it is written where it is needed.
 */
function listsOf({ indexes }: ProjectFacts): { production: string; development: string } {
  return indexes.length === 0
    ? { production: "requirements.txt", development: "requirements-dev.txt" }
    : { production: "pylock.toml", development: "pylock.dev.toml" };
}
