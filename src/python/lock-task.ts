import { posix } from "node:path";
import type { Project, Task } from "projen";
import { buildCommand } from "./build-command";
import type { ContainerPlan } from "./container-plan";
import type { PythonStages } from "./stages";

/** The task that makes the lock file in a container. */
export class LockTask {
  private readonly task: Task;
  private command: string;

  /** @param dockerfile path of the Dockerfile from the project's folder */
  constructor(
    project: Project,
    private readonly plan: ContainerPlan,
    private readonly stages: PythonStages,
    private readonly dockerfile: string,
  ) {
    this.command = this.writingTo(".");
    this.task = project.addTask("lock", {
      description: "Make or update the lock file in a container",
      exec: this.command,
      receiveArgs: true,
    });
  }

  /** Lets it write the file to its place, which is known late: a workspace has it at its root. */
  public settle(): void {
    const command = this.writingTo(posix.dirname(this.plan.lockFile.path));
    const at = this.task.steps.findIndex(({ exec }) => exec === this.command);
    if (at === -1 || command === this.command) return;
    this.task.updateStep(at, { ...this.task.steps[at], exec: command });
    this.command = command;
  }

  private writingTo(folder: string): string {
    const { resolve, lock } = this.stages;
    const options = `--target ${lock.name} --no-cache-filter ${resolve.name} --output type=local,dest=${folder}`;
    return buildCommand(this.plan.place, this.dockerfile, options);
  }
}
