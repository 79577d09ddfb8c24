import type { IConstruct } from "constructs";
import { type ObjectFile, Project, type Task } from "projen";
import { CommentedJsonFile } from "../files/commented-json-file";

/** Nobody means to run these by a slip of the mouse. */
const APART = new Set(["eject", "clobber"]);

/** A name in which neither a shell nor VS Code, which replaces variables, finds more. */
const PLAIN = /^[\w@%+:,./-]+$/;

/**
 * Adds `.vscode/tasks.json` with the tasks of the project, those that are added later too.
 *
 * @param testTask tells the name of the one that "Run Test Task" runs; it is asked when the file is written
 * @see https://code.visualstudio.com/docs/debugtest/tasks
 */
export function addVscodeTasks(scope: IConstruct, testTask: () => string | undefined): ObjectFile {
  const { tasks } = Project.of(scope);
  return new CommentedJsonFile(scope, ".vscode/tasks.json", {
    obj: () => ({
      version: "2.0.0",
      tasks: tasks.all
        .filter(({ name, description }) => description !== undefined && !APART.has(name) && PLAIN.test(name))
        .map((task) => rendered(task, task.name === testTask())),
    }),
  });
}

function rendered({ name, description }: Task, isTest: boolean): object {
  // The default task is what projen runs without a name.
  const command = name === "default" ? "npx projen" : `npx projen ${name}`;
  return {
    label: command.replace("npx ", ""),
    detail: description,
    type: "shell",
    command,
    problemMatcher: [],
    ...(isTest ? { group: { kind: "test", isDefault: true } } : {}),
  };
}
