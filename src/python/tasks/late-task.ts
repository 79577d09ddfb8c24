import type { Project, Task } from "projen";
import { refusing } from "./refusing";

/** What a task is made of. */
export interface LateTaskOptions {
  readonly name: string;
  readonly description: string;
  /** The command as it is without the facts. */
  readonly early: string;
  /** The whole command; it is asked when the facts are known. */
  readonly command: () => string;
  /** Why there is nothing that it could do, where that is so; it is asked when the facts are known. */
  readonly refusal?: () => string | undefined;
  /** Environment variables. */
  readonly env?: { readonly [name: string]: string };
}

/** A task whose command is complete only when the facts are known. */
export class LateTask {
  private readonly task: Task;
  private standing: string;

  constructor(
    project: Project,
    private readonly options: LateTaskOptions,
  ) {
    const { name, description, early, env } = options;
    this.standing = early;
    this.task = project.addTask(name, { description, exec: early, receiveArgs: true, env });
  }

  /** Completes the command; a step that the user put in its place stays. Among others one that can do nothing is left out. */
  public settle(): void {
    const at = this.task.steps.findIndex(({ exec }) => exec === this.standing);
    const refusal = this.options.refusal?.();
    if (at !== -1 && refusal !== undefined && this.task.steps.length > 1) {
      this.task.removeStep(at);
      return;
    }
    const command = refusal === undefined ? this.options.command() : refusing(refusal);
    if (at === -1 || command === this.standing) return;
    this.task.updateStep(at, { ...this.task.steps[at], exec: command });
    this.standing = command;
  }
}
