import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository, runFolder } from "./locations";
import { mustRun, type Outcome, run } from "./run";
import { withoutPython } from "./user-environment";

/** What lies in the repository before: files that nobody asked to change, and some of those that are merged. */
const FILES: Readonly<Record<string, string>> = {
  "pyproject.toml":
    '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi", "uvicorn"]\n',
  "orders/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  "README.md": "written on Windows\r\n",
  ".gitignore": "dist\r\n*.log",
  ".gitattributes": "*.png binary\n",
  Dockerfile: "FROM python:3.11 AS dev\n\nFROM dev AS app\n",
};

/** A git repository with a Python project that people write. */
export class AdoptedRepository {
  /**
   * Makes it, with one commit and a file that nobody has committed yet.
   *
   * @param more files by their paths
   */
  public static async make(label: string, more: Readonly<Record<string, string>> = {}): Promise<AdoptedRepository> {
    const made = new AdoptedRepository(join(runFolder(), label, "orders"), withoutPython(runFolder()));
    for (const [path, text] of Object.entries({ ...FILES, ...more })) {
      mkdirSync(dirname(join(made.folder, path)), { recursive: true });
      writeFileSync(join(made.folder, path), text);
    }
    await made.mustRun(["git", "init", "--quiet"]);
    await made.mustRun(["git", "add", "."]);
    await made.mustRun(["git", "commit", "--quiet", "-m", "people's"]);
    writeFileSync(join(made.folder, "unfinished.txt"), "");
    return made;
  }

  private constructor(
    public readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** `projen new --from <tarball> existing-python-container`, whatever its exit code. */
  public projenNew(...options: string[]): Promise<Outcome> {
    const projen = join(repository, "node_modules/.bin/projen");
    const { version } = JSON.parse(readFileSync(join(repository, "node_modules/projen/package.json"), "utf8"));
    const from = ["--from", join(runFolder(), "module.tgz"), "existing-python-container"];
    const command = [projen, "new", ...from, "--projen-version", version, ...options];
    return run(command, { cwd: this.folder, env: this.env, seconds: 300 });
  }

  public mustRun(command: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return mustRun(command, { cwd: this.folder, env: { ...this.env, ...env }, seconds: 300 });
  }

  public read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** What git shows as changed, new files included, each as `?? path`. */
  public async changes(): Promise<string[]> {
    const { stdout } = await this.mustRun(["git", "status", "--porcelain", "--untracked-files=all"]);
    return stdout.split("\n").filter((line) => line !== "" && !line.includes("node_modules/"));
  }

  /** A clone of what is committed, as deep as this one, so that the way to the module's tarball holds. */
  public async clone(label: string): Promise<AdoptedRepository> {
    const folder = join(runFolder(), label, "orders");
    await this.mustRun(["git", "clone", "--quiet", this.folder, folder]);
    return new AdoptedRepository(folder, this.env);
  }

  /** Commits everything. */
  public async commit(): Promise<void> {
    await this.mustRun(["git", "add", "."]);
    await this.mustRun(["git", "commit", "--quiet", "-m", "container files"]);
  }

  /** What was in a file at first. */
  public before(path: string): string {
    return FILES[path];
  }
}
