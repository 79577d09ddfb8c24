import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { Finding } from "./finding";
import type { UvComparison } from "./uv-comparison";
import { isPackage, projectName } from "./uv-projects";

/** What differs in the projects that the lock file has, and in how they are installed. */
export function* memberFindings({ lock, packages, workspace }: UvComparison): Generator<Finding> {
  const { root, projects, required } = workspace;
  const names = [...projects.keys()].sort();
  const absent = names.find((name) => !packages.has(name));
  if (absent !== undefined) {
    const own = projectName(root.file) === absent || names.every((name) => !packages.has(name));
    yield own
      ? `is the lock file of another project: it has no package "${absent}"`
      : `has no package "${absent}", while the project in ${projects.get(absent)?.path} has that name`;
  }
  const members = projects.size === 1 && projectName(root.file) !== undefined ? [] : names;
  const recorded = (lock.table("manifest")?.texts("members") ?? []).map(normalizedName);
  const more = members.find((each) => !recorded.includes(each));
  const less = recorded.find((each) => !members.includes(each));
  if (more !== undefined) yield `does not have ${more} on record as a member of the workspace`;
  if (less !== undefined) yield `has ${less} on record as a member of the workspace, which it is not`;
  for (const [name, { file }] of projects) {
    const isBuilt = isPackage(file, required.has(name));
    const kind = !isBuilt ? "virtual" : required.get(name) === false ? "directory" : "editable";
    const [entry] = packages.get(name) ?? [];
    const had = entry?.table("source")?.keys()[0] ?? "nothing";
    if (had !== kind) yield `has ${name} on record as ${had}, while it is ${kind} by ${file.file}`;
  }
}
