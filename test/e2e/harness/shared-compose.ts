import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { ComposeFile, PythonContainer, type PythonContainerOptions } from "../../../src";
import { repository, runFolder } from "./locations";
import { mustRun, type Outcome } from "./run";

/** A project of a repository: the fixture that is copied, and its options. */
export interface PartOfRepository {
  readonly name: string;
  readonly fixture: string;
  readonly options?: PythonContainerOptions;
}

/** A repository with several projects below `services`, each locked, in one compose file at the root. */
export class SharedCompose {
  public static async make(label: string, parts: readonly PartOfRepository[]): Promise<SharedCompose> {
    const shared = new SharedCompose(join(runFolder(), label), parts);
    rmSync(shared.folder, { recursive: true, force: true });
    for (const { name, fixture } of parts) {
      cpSync(join(repository, "test/e2e/projects", fixture), shared.folderOf(name), { recursive: true });
    }
    shared.synthesize();
    for (const { name } of parts) await shared.runTask(name, "lock", 300);
    // The builds go by the lock files from here on.
    shared.synthesize();
    return shared;
  }

  private constructor(
    public readonly folder: string,
    private readonly parts: readonly PartOfRepository[],
  ) {}

  /** Runs a task of a project in its folder, as its user would. */
  public runTask(name: string, task: string, seconds = 120): Promise<Outcome> {
    const cwd = this.folderOf(name);
    const { tasks } = JSON.parse(readFileSync(join(cwd, ".projen/tasks.json"), "utf8"));
    return mustRun(["sh", "-c", tasks[task].steps[0].exec], { cwd, seconds });
  }

  private folderOf(name: string): string {
    return join(this.folder, "services", name);
  }

  private synthesize(): void {
    process.env.PROJEN_DISABLE_POST = "true";
    const root = new Project({ name: "shop", outdir: this.folder });
    const composeFile = new ComposeFile(root);
    for (const { name, options } of this.parts) {
      const project = new Project({ name, parent: root, outdir: `services/${name}` });
      new PythonContainer(project, { composeFile, ...options });
    }
    root.synth();
  }
}
