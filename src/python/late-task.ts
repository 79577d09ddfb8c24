import type { Project, Task } from "projen";

/** What a task is made of. */
export interface LateTaskOptions {
  readonly name: string;
  readonly description: string;
  /** The command as it is without the facts. */
  readonly early: string;
  /** The whole command; it is asked when the facts are known. */
  readonly command: () => string;
}

/** A task whose command is complete only when the facts are known. */
export class LateTask {
  private readonly task: Task;
  private standing: string;

  constructor(
    project: Project,
    private readonly options: LateTaskOptions,
  ) {
    const { name, description, early } = options;
    this.standing = early;
    this.task = project.addTask(name, { description, exec: early, receiveArgs: true });
  }

  /** Completes the command; a step that the user put in its place stays. */
  public settle(): void {
    const at = this.task.steps.findIndex(({ exec }) => exec === this.standing);
    const command = this.options.command();
    if (at === -1 || command === this.standing) return;
    this.task.updateStep(at, { ...this.task.steps[at], exec: command });
    this.standing = command;
  }
}
