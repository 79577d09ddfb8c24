import type { Project, Task } from "projen";
import { addCheckTask } from "../python/tasks/check-task";

const TEST = "compose:test";

/** Leaves out of the root folder's task the tests of a folder that has none. */
export function leaveOutTests(root: Project, folder: string): void {
  const task = root.tasks.tryFind(TEST);
  const at = task?.steps.findIndex(({ cwd, exec }) => cwd === folder && exec?.endsWith(` ${TEST}`)) ?? -1;
  if (at === -1) return;
  task?.removeStep(at);
  if (task?.steps.length === 0) root.removeTask(TEST);
}

/**
 * Has the tasks of the root folder do in one more folder what they do in the root folder, where that is a Python project
 * too.
 *
 * @param added the project of that folder
 * @param hasSharedCompose whether the compose file in the root folder has the services of all
 */
export function addFolderTasks(root: Project, added: Project, folder: string, hasSharedCompose: boolean): void {
  for (const [name, description] of inEachFolder) {
    if (added.tasks.tryFind(name) === undefined) continue;
    taskOf(root, name, description).exec(`${root.projenCommand} ${name}`, { cwd: folder });
  }
  addCheckTask(root);
  if (!hasSharedCompose) return;
  for (const [name, description, command] of overAll) {
    taskOf(root, name, description).reset(command, { receiveArgs: true });
  }
}

const inEachFolder = [
  ["docker:build", "Build all app images"],
  [TEST, "Run all tests, each project's in its service"],
] as const;

const overAll = [
  [
    "compose:up",
    "Build and start all services, and wait until they are healthy",
    "docker compose up --build --detach --wait",
  ],
  ["compose:watch", "Build services again at each change", "docker compose watch"],
  ["compose:down", "Stop the services and remove their containers", 'docker compose --profile "*" down'],
] as const;

function taskOf(root: Project, name: string, description: string): Task {
  const task = root.tasks.tryFind(name) ?? root.addTask(name);
  task.description = description;
  return task;
}
