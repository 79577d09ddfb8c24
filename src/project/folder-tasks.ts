import type { Project, Task } from "projen";
import { addCheckTask } from "../python/tasks/check-task";

const TEST = "compose:test";
const BUILD = "docker:build";

/** Leaves out of the root folder's task the tests of a folder that has none. */
export function leaveOutTests(root: Project, folder: string): void {
  const task = root.tasks.tryFind(TEST);
  const at = task?.steps.findIndex(({ cwd, exec }) => cwd === folder && exec?.endsWith(` ${TEST}`)) ?? -1;
  if (at === -1) return;
  task?.removeStep(at);
  if (task?.steps.length === 0) root.removeTask(TEST);
}

/** What the root folder has for all folders. */
export interface SharedFiles {
  /** Whether its compose file has the services of all. */
  readonly hasSharedCompose: boolean;
  /** Whether its bake file has the images of all, so that `docker:build` there calls none of another folder. */
  readonly hasBakeFile: boolean;
}

/**
 * Has the tasks of the root folder do in one more folder what they do in the root folder, where that is a Python project
 * too.
 *
 * @param added the project of that folder
 */
export function addFolderTasks(
  root: Project,
  added: Project,
  folder: string,
  { hasSharedCompose, hasBakeFile }: SharedFiles,
): void {
  for (const [name, description] of inEachFolder) {
    if (hasBakeFile && name === BUILD) continue;
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
  [BUILD, "Build all app images"],
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
