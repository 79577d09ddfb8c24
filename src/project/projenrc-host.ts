import { join } from "node:path";
import { Component, type Project, type Task, type typescript } from "projen";
import { foundAt } from "../files/found-entry";
import { MergedFile } from "../files/merged-file";
import { hasLockFile, isInstalled, type NodePackageManager, nodePackageManagerOf } from "../files/node-package-manager";
import { type Manifest, manifestContent, parseManifest, type Specs } from "./manifest-content";

/** This module's own package. */
const OWN = require("../../package.json") as { name: string; version: string };

/** What runs `.projenrc.ts`; the versions are those with which this module is tested. */
const RUNNER: Specs = {
  "@types/node": "^20",
  constructs: "^10.5.0",
  projen: `^${(require("projen/package.json") as { version: string }).version}`,
  [OWN.name]: `^${OWN.version}`,
  typescript: "~7.0.2",
};

/** What a script of Node is compiled with; TypeScript 5, 6 and 7 take all of them. */
const COMPILER_OPTIONS = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "CommonJS",
  esModuleInterop: true,
  resolveJsonModule: true,
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  // The projenrc file is compiled elsewhere, and "tsc" in this folder only checks it.
  noEmit: true,
};

/**
 * Pins what runs `.projenrc.ts` in `package.json`, so that `npm ci && npx projen` gives the same files anywhere.
 *
 * Versions that stand in the file already are kept, as is all else: `npm install projen@…` upgrades projen.
 */
export class ProjenrcHost extends Component {
  private readonly file: MergedFile;
  private readonly manager: NodePackageManager;
  private readonly installTask: Task;

  /** @param ownRunner whether the user chose how the projenrc file is run */
  constructor(project: Project, rcFile: typescript.ProjenrcTs, ownRunner: boolean) {
    super(project);
    const manifest = manifestIn(project.outdir);
    this.manager = nodePackageManagerOf(project.outdir, manifest);
    const content = manifestContent(() => packageName(project.name), RUNNER);
    this.file = new MergedFile(project, "package.json", content);
    this.installTask = project.addTask("projenrc:install", {
      description: `Install what runs the projenrc file, and lock it in ${this.manager.lockFiles[0]}`,
      exec: this.manager.install,
    });
    // Without them a clone can't run it, and some ignore *.json or *.lock.
    project.gitignore.include("/package.json", `/${this.manager.lockFiles[0]}`);
    // The repository may have other TypeScript, with settings of its own.
    rcFile.tsconfig.removeInclude("**/*.ts");
    if (!ownRunner) runByNode(project, rcFile);
  }

  public postSynthesize(): void {
    if (!this.file.changed && hasLockFile(this.project.outdir, this.manager)) return;
    if (isInstalled(this.manager)) {
      this.project.tasks.runTask(this.installTask.name);
      return;
    }
    const { name, install, lockFiles } = this.manager;
    this.project.logger.warn(
      `package.json belongs to ${name}, and there is none here; run "${install}" where it is, and commit ${lockFiles[0]}.`,
    );
  }
}

/** Node itself reads the file, through a module of this package: no search of PATH and no network, whatever calls projen. */
function runByNode(project: Project, { filePath, tsconfig }: typescript.ProjenrcTs): void {
  for (const [name, value] of Object.entries(COMPILER_OPTIONS)) {
    tsconfig.file.addOverride(`compilerOptions.${name}`, value);
  }
  project.defaultTask?.reset();
  project.defaultTask?.addSteps({
    execArgs: ["node", "--require", `${OWN.name}/lib/projenrc/register`, filePath],
    env: { PROJENRC_TSCONFIG: tsconfig.fileName },
  });
}

function manifestIn(folder: string): Manifest {
  const found = foundAt(join(folder, "package.json"));
  // What else is there the guard tells, with the other files in the way.
  return found.kind === "file" ? parseManifest(found.text) : {};
}

/** A name that npm takes: it is stricter than PyPI. */
function packageName(name: string): string {
  return name.toLowerCase().replace(/^[._-]+/, "");
}
