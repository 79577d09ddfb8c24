import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { LockTable } from "../../formats/lock-table";
import { type Finding, inFile, requirementsDifference } from "./finding";
import { statedGroups } from "./stated-groups";
import { statedRequirements } from "./stated-requirements";
import type { UvComparison } from "./uv-comparison";
import type { UvProject, UvProjects } from "./uv-projects";
import { recordedRequirements } from "./uv-requirement";

/** What differs in the dependency groups of a project. */
export function* groupFindings(
  { folder, path, placed, pythons, revision }: UvComparison,
  recorded: LockTable | undefined,
  project: UvProject,
  workspace: UvProjects,
): Generator<Finding> {
  const { file } = project;
  const groups = statedGroups(file);
  const keys = new Map((recorded?.keys() ?? []).map((key) => [normalizedName(key), key]));
  for (const group of new Set([...keys.keys(), ...groups.keys()])) {
    const key = keys.get(group);
    const had = key === undefined || recorded === undefined ? [] : recordedRequirements(recorded, key, path, placed);
    const asked = (groups.get(group) ?? []).flatMap(({ requirement, condition }) =>
      statedRequirements(requirement, { group, condition }, project, workspace, folder),
    );
    yield* requirementsDifference(had, asked, pythons, inFile(file, `the group ${group}`));
    // Before, groups without a requirement were not recorded.
    if (revision === 0 || (key !== undefined) === groups.has(group)) continue;
    yield key === undefined
      ? `does not have the group ${group} on record, which ${file.file} has`
      : `has the group ${group} on record, which ${file.file} does not have`;
  }
}
