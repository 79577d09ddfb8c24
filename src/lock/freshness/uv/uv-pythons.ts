import type { Finding } from "./finding";
import { isSameRange, pythonRange } from "./python-range";
import type { UvComparison } from "./uv-comparison";

/** What differs in the versions of Python: the lowest and the highest that all projects allow. */
export function* pythonFindings({ lock, pythons, workspace }: UvComparison): Generator<Finding> {
  const files = new Set([workspace.root, ...workspace.projects.values()].map(({ file }) => file));
  const stated = [...files].flatMap((file) => file.table("project")?.text("requires-python")?.value ?? []);
  const now = pythonRange(stated);
  // Where nobody states it, it is the version of the Python that is there.
  if (stated.length === 0 || now === undefined) yield "untold";
  else if (!isSameRange(pythons, now)) {
    const asked = `${workspace.root.file.file} asks for ${[...new Set(stated)].join(",")}`;
    yield `is made for Python ${lock.text("requires-python")}, while ${asked}`;
  }
}
