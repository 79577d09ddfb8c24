import type { Project } from "projen";

/** The task that looks whether files are up to date. */
export const CHECK_TASK = "container:check";

/** Adds the task that fails where files are stale; it looks at all projects of the repository, whichever has it. */
export function addCheckTask(project: Project): void {
  if (project.tasks.tryFind(CHECK_TASK) !== undefined) return;
  project.addTask(CHECK_TASK, {
    description: "Fail where files are not what npx projen would write, or do not fit each other; write nothing",
    exec: "npx --no -- python-container check",
    receiveArgs: true,
  });
}
