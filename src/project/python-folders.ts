import type { ProjectFacts } from "../pyproject/facts";
import { projectsBelow } from "../pyproject/projects-below";
import { programOf } from "../python/program/program";
import { Mistake } from "../values/mistake";

/** A folder with a Python project. */
export interface PythonFolder {
  /** Its path from the folder that was searched; `.` for that itself. */
  readonly path: string;
  /** Is it known what its image would run? */
  readonly hasProgram: boolean;
}

/** The Python projects of a repository, as `projectsBelow` finds them. */
export function pythonFolders(root: string): PythonFolder[] {
  return projectsBelow(root).map(({ path, facts }) => ({ path, hasProgram: facts !== undefined && hasProgram(facts) }));
}

function hasProgram(facts: ProjectFacts): boolean {
  try {
    return programOf(facts, {}).missing === undefined;
  } catch (error) {
    if (error instanceof Mistake) return false;
    throw error;
  }
}
