import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../../src";
import { type Build, buildTarget } from "./build";
import { synthesize } from "./fixtures";
import { repository, runFolder } from "./locations";
import { mustRun } from "./run";

/** A project that lies in a folder of a fixture, beside others that it needs; it is locked by its own task. */
export class ProjectInFolder {
  /**
   * A copy of the fixture with the container files of the project.
   *
   * @param fixture its folder below test/e2e/projects
   * @param place the project's folder in it; empty for the fixture itself
   */
  public static async make(fixture: string, place: string, options: PythonContainerOptions): Promise<ProjectInFolder> {
    const root = join(runFolder(), "in-folder", fixture);
    rmSync(root, { recursive: true, force: true });
    cpSync(join(repository, "test/e2e/projects", fixture), root, { recursive: true });
    const project = new ProjectInFolder(fixture, root, join(root, place));
    synthesize(project.folder, "x", options);
    await mustRun(["sh", "-c", project.task("lock")], { cwd: project.folder, seconds: 300 });
    return project;
  }

  private constructor(
    private readonly fixture: string,
    public readonly root: string,
    public readonly folder: string,
  ) {}

  /** Builds a target as the project's own task does. */
  public build(target: string): Promise<Build> {
    const context = this.task("docker:build").split(" ").pop();
    return buildTarget(this.folder, target, this.fixture, ["--file", "Dockerfile"], context);
  }

  /** Changes a file of the fixture. */
  public edit(path: string, change: (text: string) => string): void {
    const file = join(this.root, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }

  private task(name: string): string {
    const { tasks } = JSON.parse(readFileSync(join(this.folder, ".projen/tasks.json"), "utf8"));
    return tasks[name].steps[0].exec;
  }
}
