import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Component, JsonFile, type Project, type Task, type typescript } from "projen";
import { Mistake } from "../values/mistake";

/** This module's own package. */
const OWN = require("../../package.json") as { name: string; version: string };

/** What runs `.projenrc.ts`; the versions are those with which this module is tested. */
const RUNNER: Record<string, string> = {
  "@types/node": "^20",
  constructs: "^10.5.0",
  projen: `^${(require("projen/package.json") as { version: string }).version}`,
  [OWN.name]: `^${OWN.version}`,
  "ts-node": "^10.9.2",
  typescript: "~6.0.0",
};

type Specs = Record<string, string>;

/** What is kept of a package.json that is there: all of it. */
interface Manifest {
  readonly "//"?: string;
  readonly dependencies?: Specs;
  readonly devDependencies?: Specs;
}

/**
 * Pins what runs `.projenrc.ts` in a private `package.json`, so that `npm ci && npx projen` gives the same files anywhere.
 *
 * Versions that stand in the file already are kept, as are other packages: `npm install projen@…` upgrades projen.
 */
export class ProjenrcHost extends Component {
  private readonly file: JsonFile;
  private readonly installTask: Task;

  /** @param ownRunner whether the user chose how the projenrc file is run */
  constructor(project: Project, rcFile: typescript.ProjenrcTs, ownRunner: boolean) {
    super(project);
    this.file = new JsonFile(project, "package.json", { obj: () => this.manifest(), readonly: false });
    this.installTask = project.addTask("projenrc:install", {
      description: "Install what runs the projenrc file, and lock it in package-lock.json",
      exec: "npm install --no-audit --no-fund",
    });
    project.addGitIgnore("/node_modules/");
    if (ownRunner) return;
    // Node itself reads the file through ts-node: no search of PATH and no network, whatever calls projen.
    project.defaultTask?.reset();
    project.defaultTask?.addSteps({
      execArgs: ["node", "--require", "ts-node/register", rcFile.filePath],
      env: { TS_NODE_PROJECT: rcFile.tsconfig.fileName },
    });
  }

  public preSynthesize(): void {
    super.preSynthesize();
    this.manifestOnDisk();
  }

  public postSynthesize(): void {
    const locked = existsSync(join(this.project.outdir, "package-lock.json"));
    if (this.file.changed || !locked) this.project.tasks.runTask(this.installTask.name);
  }

  private manifest(): object {
    const { "//": _marker, ...before } = this.manifestOnDisk();
    const devDependencies = { ...RUNNER, ...before.devDependencies };
    for (const name of Object.keys(before.dependencies ?? {})) delete devDependencies[name];
    return {
      name: packageName(this.project.name),
      private: true,
      description: "Runs projen; the project itself is described in pyproject.toml",
      ...before,
      devDependencies: sorted(devDependencies),
    };
  }

  private manifestOnDisk(): Manifest {
    const path = this.file.absolutePath;
    if (!existsSync(path)) return {};
    try {
      return JSON.parse(readFileSync(path, "utf8"));
    } catch (error) {
      throw new Mistake({
        where: "package.json",
        what: `is no JSON (${(error as Error).message})`,
        fix: "mend it, or remove it",
      });
    }
  }
}

/** A name that npm takes: it is stricter than PyPI. */
function packageName(name: string): string {
  return name.toLowerCase().replace(/^[._-]+/, "");
}

function sorted(specs: Specs): Specs {
  return Object.fromEntries(Object.entries(specs).sort(([a], [b]) => (a < b ? -1 : 1)));
}
