import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LogLevel } from "projen";
import { ExistingPythonProject, type PackageManager } from "../../../src";
import { type BuildStep, buildSteps } from "./build";
import { docker, mustDocker } from "./engine";

/** The name that the project has in the texts that are given. */
const GIVEN_NAME = "orders";

export interface BakedRepositoryOptions {
  /** @default - the one of which there are signs */
  readonly packageManager?: PackageManager;
  /**
   * Whether the first build finds nothing in the cache. Without a cache nothing is shared either, so that this is done by
   * something in the Dockerfiles that no build had before.
   *
   * @default false
   */
  readonly afresh?: boolean;
}

/** What `docker buildx bake` did. */
export interface Bake {
  readonly seconds: number;
  readonly steps: readonly BuildStep[];
}

/**
 * The RUN steps of a stage, of all targets; where one is done for several of them, it is cached in the others.
 *
 * @throws where there is none, so that a renamed stage doesn't pass for one that is shared
 */
export function stepsOf({ steps }: Bake, stage: string): BuildStep[] {
  const found = steps.filter((step) => step.stage === stage && step.text.startsWith("RUN"));
  if (found.length === 0) throw new Error(`the build has no RUN step in a stage ${stage}`);
  return found;
}

/** The steps by which dependencies were installed, and not taken from the cache. */
export function installationsIn(bake: Bake): BuildStep[] {
  return stepsOf(bake, "deps").filter(({ cached, text }) => !cached && /\b(install|sync)\b/.test(text));
}

/** A repository of several Python projects, alike but for their names, with the files that this module makes of them. */
export class BakedRepository {
  /**
   * Writes the projects, `services/1` and so on, with one lock file for all of them.
   *
   * @param files the texts of one project, by their paths
   * @param names the projects' names, in the place of `orders`
   */
  public static async make(
    folder: string,
    files: Readonly<Record<string, string>>,
    names: readonly string[],
    options: BakedRepositoryOptions = {},
  ): Promise<BakedRepository> {
    rmSync(folder, { recursive: true, force: true });
    const repository = new BakedRepository(folder, names, options);
    repository.writeAll(files);
    const project = repository.synthesize();
    const { lockFile } = project.findPythonProject(repository.folders[0]).container;
    const first = join(folder, repository.folders[0]);
    await mustDocker(["build", "--target", "lock", "--output", ".", "."], { cwd: first, seconds: 300 });
    const lock = readFileSync(join(first, lockFile), "utf8").replaceAll(names[0], GIVEN_NAME);
    repository.writeAll({ [lockFile]: lock });
    // The builds go by the lock files from here on.
    repository.synthesize();
    return repository;
  }

  private readonly folders: readonly string[];

  private constructor(
    public readonly folder: string,
    private readonly names: readonly string[],
    private readonly options: BakedRepositoryOptions,
  ) {
    this.folders = names.map((_, at) => `services/${at + 1}`);
  }

  /** The names of the images, as the bake file has them. */
  public async images(): Promise<string[]> {
    const words = ["buildx", "bake", "--file", "docker-bake.json", "--print"];
    const { target } = JSON.parse(await mustDocker(words, this.surroundings()));
    return Object.values<{ tags: string[] }>(target).flatMap(({ tags }) => tags);
  }

  /**
   * Bakes the images, or those of the targets.
   *
   * @throws with the end of the output where that fails
   */
  public async bake(words: readonly string[] = ["--load"]): Promise<Bake> {
    const all = ["buildx", "bake", "--file", "docker-bake.json", "--progress=plain", ...words];
    const start = process.hrtime.bigint();
    const { exitCode, stderr } = await docker(all, { ...this.surroundings(), seconds: 900 });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (exitCode !== 0) throw new Error(`docker ${all.join(" ")}\n${stderr.slice(-6000)}`);
    return { seconds, steps: buildSteps(stderr) };
  }

  /** The names keep clear of those of images that somebody else has. */
  private surroundings() {
    return { cwd: this.folder, env: { DOCKER_REGISTRY: "projen-python-container-e2e/", ...process.env } };
  }

  private writeAll(files: Readonly<Record<string, string>>): void {
    this.folders.forEach((folder, at) => {
      for (const [path, text] of Object.entries(files)) {
        const file = join(this.folder, folder, path.replaceAll(GIVEN_NAME, this.names[at]));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text.replaceAll(GIVEN_NAME, this.names[at]));
      }
    });
  }

  private synthesize(): ExistingPythonProject {
    process.env.PROJEN_DISABLE_POST = "true";
    const folders = [...this.folders];
    const logging = { level: LogLevel.OFF };
    const { packageManager, afresh } = this.options;
    const project = new ExistingPythonProject({ name: "shop", logging, packageManager, outdir: this.folder, folders });
    for (const { container } of afresh ? project.pythonProjects : []) {
      container.dockerfile.findStage("builder").addEnv("MADE_IN", this.folder);
    }
    project.synth();
    return project;
  }
}
