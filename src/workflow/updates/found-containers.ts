import type { Project } from "projen";
import { PythonContainer } from "../../python/python-container";
import { Mistake } from "../../values/mistake";

/**
 * The Python containers of a root project and its subprojects.
 *
 * @param where the construct that asks, as messages name it
 * @throws where there is none
 */
export function foundContainers({ root }: Project, where: string): PythonContainer[] {
  const found = root.node.findAll().filter((each) => each instanceof PythonContainer);
  if (found.length > 0) return found;
  throw new Mistake({
    where,
    what: "there is no Python container",
    allowed: "a bot updates what containers are made of",
    fix: "add a PythonContainer to the project, or leave the bot out",
  });
}
