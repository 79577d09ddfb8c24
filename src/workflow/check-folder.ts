import type { PythonContainer } from "../python/python-container";
import { CHECK_TASK } from "../python/tasks/check-task";

/** The folder in which the task runs: it looks at all projects of the repository, whichever has it. */
export function checkFolder(
  images: readonly { readonly container: PythonContainer; readonly folder: string }[],
): string {
  const [{ container, folder }] = images;
  return container.project.root.tasks.tryFind(CHECK_TASK) === undefined ? folder : "";
}
