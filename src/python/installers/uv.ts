import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { sourcesOf } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import type { LocalProject } from "../../pyproject/local-projects";
import { layout } from "../layout";
import type { PythonContainerOptions } from "../python-container-options";
import { addCopyOfInputs, addCopyOfManifests, addCopyOfSource } from "./copy-inputs";
import { environment, givenEnvironment, withoutActivation } from "./environment";
import { uvDefaultIndex, uvIndexNames } from "./index-flags";
import { type Installer, type InstallerContext, productionNames } from "./installer";
import { addInterpreter, compiledLibrary } from "./pip-commands";
import { inTurn, orFail, shellWords } from "./shell-text";

/** The version of uv, where it is the package manager and where it makes a lock file for another one. */
export const UV_VERSION = "0.13.9";

const cache = RunMount.cache("/root/.cache/uv");

/** uv, copied from its own image. */
export function uvInstaller(options: PythonContainerOptions): Installer {
  return new UvInstaller(options.packageManagerVersion ?? UV_VERSION, options.reproducible);
}

class UvInstaller implements Installer {
  public readonly installsProjectsApart = true;

  constructor(
    private readonly version: string,
    private readonly isReproducible = false,
  ) {}

  public inputs({ lockFile }: ProjectFacts): string[] {
    return ["pyproject.toml", `${lockFile?.value.path}*`];
  }

  public addGlobalArguments(block: DockerfileBlock): void {
    block.addArg("UV_VERSION", { default: this.version });
  }

  public addTools(block: DockerfileBlock, { tool }: InstallerContext): void {
    block.addCopyFrom(tool, ["/uv"], "/usr/local/bin/");
    block.addEnv("UV_COMPILE_BYTECODE", "1");
    block.addEnv("UV_LINK_MODE", "copy", { comment: "the cache is a mount, to which no link can lead" });
    block.addEnv("UV_PYTHON_DOWNLOADS", "0", { comment: "the image's own Python, which the app stage has too" });
    block.addRun(compiledLibrary.command, { comment: compiledLibrary.comment });
  }

  public addLocking(block: DockerfileBlock, { secrets }: InstallerContext): void {
    block.addRun(["uv", "lock"], { mounts: [...secrets, cache] });
  }

  public addManifest(block: DockerfileBlock, context: InstallerContext): void {
    const { facts, local, place, secrets } = context;
    addCopyOfInputs(block, this.inputs(facts), ".", place);
    addCopyOfManifests(block, context);
    // uv.lock repeats the versions of projects, and a new one alone is no reason to lock again.
    const sameVersions = [{ path: ".", facts }, ...local].flatMap((project) => sameVersion(project, facts));
    const others = local.length > 0 ? "--no-emit-local" : "--no-emit-project";
    const words = ["uv", "export", "--quiet", "--locked", others, "--no-header", "--no-annotate"];
    const exported = (file: string, options: string[]) =>
      shellWords([...words, ...options, "-o", `${layout.manifest}/${file}`]);
    const production = productionOptions(facts);
    const lists = listsOf(facts);
    const commands = [
      ...sameVersions,
      exported(lists.production, ["--no-default-groups", ...production]),
      exported(lists.development, production),
    ];
    // uv may ask the build backend of another project what it depends on, and fetch it.
    block.addRunShell(
      orFail(
        inTurn(...commands),
        "the reason stands above; a uv.lock that is missing or does not match pyproject.toml is made by npx projen lock",
      ),
      {
        mounts: [...secrets, cache],
        comment: "checks uv.lock against pyproject.toml, whose version may be newer",
      },
    );
  }

  public addDependencies(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/${listsOf(context.facts).production}`;
    block.addEnv("VIRTUAL_ENV", layout.environment);
    block.addRunSequence([["uv", "venv", layout.environment], withoutActivation, this.install(requirements, context)], {
      mounts: this.mounts(requirements, context),
    });
  }

  public addDevelopment(block: DockerfileBlock, context: InstallerContext): void {
    const requirements = `${layout.manifest}/${listsOf(context.facts).development}`;
    block.addEnv("UV_PROJECT_ENVIRONMENT", environment);
    block.addRunSequence([["uv", "venv", environment], this.install(requirements, context), givenEnvironment], {
      mounts: this.mounts(requirements, context),
    });
  }

  public addBackend(block: DockerfileBlock, { facts, buildRequires, secrets }: InstallerContext): void {
    if (buildRequires.length === 0) return;
    const requires = buildRequires.map(({ value }) => value.written);
    block.addRun(["uv", "pip", "install", "--system", ...uvDefaultIndex(facts), ...requires], {
      mounts: [...secrets, cache],
      comment: sourcesOf(buildRequires),
    });
  }

  public addProject(block: DockerfileBlock, context: InstallerContext): void {
    const interpreter = addInterpreter(block);
    addCopyOfSource(block, context);
    const isAlone = context.local.length === 0;
    const words = ["uv", "pip", "install", "--python", interpreter, "--prefix", layout.environment];
    const options = ["--no-deps", "--no-build-isolation", "--offline", ...(isAlone ? [] : ["--no-sources"])];
    const reasons = [
      ...(isAlone ? [] : ["--no-sources: the whole workspace is not here, and no dependency is asked for"]),
      ...(this.isReproducible ? ["uv_cache.json holds the time of the build"] : []),
    ];
    block.addRunSequence(
      [[...words, ...options, ...context.packages], ...(this.isReproducible ? withoutCacheInfo : [])],
      { mounts: [...context.buildCaches], comment: reasons.join("\n") || undefined },
    );
  }

  /** uv removes what is not asked for: production's extras and groups are. */
  public developmentInstall(facts: ProjectFacts): string[] {
    return ["uv", "sync", "--frozen", ...productionOptions(facts)];
  }

  private install(requirements: string, { facts }: InstallerContext): string[] {
    return ["uv", "pip", "install", "--no-deps", "--requirement", requirements, ...uvIndexNames(facts)];
  }

  private mounts(requirements: string, { manifest, secrets }: InstallerContext): RunMount[] {
    return [...secrets, cache, RunMount.bind(requirements, { stage: manifest, source: requirements })];
  }
}

/** Removes what uv notes of a project's folder, to know it again, and the line in the list of installed files. */
const withoutCacheInfo = [
  ["find", layout.environment, "-name", "uv_cache.json", "-delete"],
  ["find", layout.environment, "-name", "RECORD", "-exec", "sed", "-i", "/uv_cache.json,/d", "{}", "+"],
];

/** What production has beside the main dependencies. */
function productionOptions(facts: ProjectFacts): string[] {
  const { groups, extras } = productionNames(facts);
  return [...groups.flatMap((name) => ["--group", name]), ...extras.flatMap((name) => ["--extra", name])];
}

/** Writes the version that a project has into the lock file; one that the build backend finds out is not in there. */
function sameVersion({ path, facts }: Pick<LocalProject, "path" | "facts">, { lockFile }: ProjectFacts): string[] {
  const name = facts?.name?.value.normalized;
  if (name === undefined || facts?.version === undefined) return [];
  const version = shellWords(["uv", "version", "--short", ...(path === "." ? [] : ["--project", path])]);
  const pattern = name.replace(/[\\/.*[\]^$]/g, "\\$&");
  const before = shellWords([`/^name = "${pattern}"$/{n;s/^version = .*/version = "`]);
  const after = shellWords(['"/}', lockFile?.value.path ?? ""]);
  return [`sed -i ${before}"$(${version})"${after}`];
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
