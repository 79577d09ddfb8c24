import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Project } from "projen";
import { PythonContainer } from "../../../src";
import { runFolder } from "../../e2e/harness/locations";
import { type ApplicationState, applicationFiles, FIRST } from "./application";
import { type ImageSubject, type LockName, writtenDockerfile } from "./subjects";

/** The application in a folder of its own, with the files that a subject's build reads. */
export class SubjectFolder {
  public readonly path: string;
  private current: ApplicationState = FIRST;

  constructor(
    public readonly subject: ImageSubject,
    label: string,
  ) {
    this.path = mkdtempSync(join(runFolder(), `${subject.id}-${label}-`));
  }

  /** What the application was written as last. */
  public get state(): ApplicationState {
    return this.current;
  }

  /**
   * Writes the application, and the container files as its developer would: this module synthesizes again.
   *
   * @param locks the lock files that fit it
   */
  public write(state: ApplicationState, locks: Partial<Record<LockName, string>>): void {
    this.current = state;
    const { subject } = this;
    for (const [path, text] of Object.entries(applicationFiles(state))) this.put(path, text);
    for (const name of subject.locks) {
      const lock = locks[name];
      if (lock !== undefined) this.put(name, ofVersion(lock, state.version));
    }
    if (subject.manager === undefined) {
      this.put("Dockerfile", writtenDockerfile(subject, state.hasPsycopg2));
      if (subject.ignored.length > 0) this.put(".dockerignore", `${subject.ignored.join("\n")}\n`);
    } else {
      process.env.PROJEN_DISABLE_POST = "true";
      const project = new Project({ name: "orders", outdir: this.path });
      new PythonContainer(project, { packageManager: subject.manager, application: "orders.main:app" });
      project.synth();
    }
  }

  public put(path: string, text: string | Buffer): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  public read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  public remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** uv.lock has the project's own version, which uv's documented build compares. */
function ofVersion(lock: string, version: string): string {
  return lock.replace(/^(name = "orders"\nversion = )".*"$/m, `$1"${version}"`);
}
