import { posix } from "node:path";
import { type Fact, fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";

/**
 * PYTHONPATH for a project that is not installed: `/app/src` for the package `src/orders`, and the project's folder.
 *
 * @param folder the project's folder in the container
 */
export function importPath({ packageRoots }: ProjectFacts, folder: string): Fact<string> {
  const folders = packageRoots.value.map((root) => posix.join(folder, posix.dirname(root)).replace(/(?<=.)\/$/, ""));
  return fact([...new Set([...folders, folder])].join(":"), packageRoots.source);
}
