import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { repository } from "./locations";
import { mustRun, type Outcome, run } from "./run";

export const packageManagers = ["uv", "poetry"] as const;
export type PackageManagerName = (typeof packageManagers)[number];

/**
 * Packs the module as it would be published.
 *
 * @param folder where the tarball is put, as `module.tgz`
 */
export async function packModule(folder: string): Promise<string> {
  const projen = join(repository, "node_modules/.bin/projen");
  rmSync(join(repository, "dist"), { recursive: true, force: true });
  for (const task of ["compile", "post-compile", "package:js"]) {
    await mustRun([projen, task], { cwd: repository, seconds: 300 });
  }
  const packed = readdirSync(join(repository, "dist/js")).filter((name) => name.endsWith(".tgz"));
  if (packed.length !== 1) throw new Error(`dist/js has ${packed.length} tarballs, not one: ${packed.join(", ")}`);
  const tarball = join(folder, "module.tgz");
  cpSync(join(repository, "dist/js", packed[0]), tarball);
  return tarball;
}

/** What `projen new` is asked for. */
export interface NewProjectRequest {
  /** The module's tarball. */
  readonly tarball: string;
  /** The project's folder, not there yet; its name becomes the project's. */
  readonly folder: string;
  readonly manager: PackageManagerName;
  /** The environment of the project's user. */
  readonly env: NodeJS.ProcessEnv;
  /** More options of the command line. */
  readonly options?: string[];
}

/** A project on disk that `projen new` made. */
export class NewProject {
  /** `projen new --from <tarball> python-container` in a new folder. */
  public static async make(request: NewProjectRequest): Promise<NewProject> {
    const { tarball, folder, manager, env, options = [] } = request;
    const project = new NewProject(folder, manager, env);
    mkdirSync(folder, { recursive: true });
    const projen = join(repository, "node_modules/.bin/projen");
    const { version } = JSON.parse(readFileSync(join(repository, "node_modules/projen/package.json"), "utf8"));
    // The same projen in every run: a new release can't break what did not change.
    const choice = ["--projen-version", version, "--package-manager", manager, ...options];
    await project.mustRun([projen, "new", "--from", tarball, "python-container", ...choice], 300);
    return project;
  }

  constructor(
    public readonly folder: string,
    public readonly manager: PackageManagerName,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** The name that projen took from the folder. */
  public get name(): string {
    return basename(this.folder);
  }

  /** The import package that projen named after the folder. */
  public get moduleName(): string {
    return this.name.replaceAll("-", "_");
  }

  /** The lock file's name. */
  public get lockFile(): string {
    return `${this.manager}.lock`;
  }

  /** Runs a command there, which has to succeed. */
  public mustRun(command: string[], seconds = 120, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return mustRun(command, { cwd: this.folder, seconds, env: { ...this.env, ...env } });
  }

  /** Runs a command there, whatever its exit code. */
  public run(command: string[], seconds = 120, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return run(command, { cwd: this.folder, seconds, env: { ...this.env, ...env } });
  }

  public path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  public read(...parts: string[]): string {
    return readFileSync(this.path(...parts), "utf8");
  }

  /**
   * Changes a text file of the project.
   *
   * @throws where the change leaves it as it was
   */
  public edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`${path} has nothing that this test could change:\n${before}`);
    writeFileSync(this.path(path), after);
  }

  /** The import package's first module. */
  public get moduleFile(): string {
    const places = [`src/${this.moduleName}/__init__.py`, `${this.moduleName}/__init__.py`];
    const found = places.find((place) => existsSync(this.path(place)));
    if (found === undefined) throw new Error(`none of ${places.join(", ")} is in ${this.folder}`);
    return found;
  }

  /**
   * A copy with its git history and installed packages.
   *
   * @param folder not there yet; as deep as this one's, so that the relative path to the module's tarball holds
   */
  public async copyTo(folder: string): Promise<NewProject> {
    mkdirSync(dirname(folder), { recursive: true });
    await mustRun(["cp", "-a", this.folder, folder]);
    return this.at(folder);
  }

  /** The same project in another folder. */
  public at(folder: string): NewProject {
    return new NewProject(folder, this.manager, this.env);
  }
}
