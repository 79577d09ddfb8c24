import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import { parseRequirement } from "../../../pyproject/requirements/requirement";
import type { LockTable } from "../../formats/lock-table";
import { type Condition, comparisonsOf } from "./condition";
import { type Finding, inFile, requirementsDifference } from "./finding";
import { flattenedRequirements } from "./flattened-requirements";
import { statedRequirements } from "./stated-requirements";
import type { UvComparison } from "./uv-comparison";
import { firstDifference } from "./uv-difference";
import { projectName, type UvProject, type UvProjects } from "./uv-projects";
import { recordedRequirements, type UvRequirement } from "./uv-requirement";

/** What differs in the dependencies of a project and of its extras. */
export function* requirementFindings(
  { folder, path, placed, pythons }: UvComparison,
  metadata: LockTable | undefined,
  project: UvProject,
  workspace: UvProjects,
  isDynamic: boolean,
): Generator<Finding> {
  const stated = statedIn(project, workspace, folder);
  const recorded = metadata === undefined ? [] : recordedRequirements(metadata, "requires-dist", path, placed);
  const own = projectName(project.file);
  if (isDynamic && stated.some(({ name }) => name === own)) {
    // What is recorded then comes from a build, and a build backend may resolve what the project asks of itself.
    const ways = [stated, flattenedRequirements(stated, own)];
    if (ways.some((way) => firstDifference(recorded, way, pythons) === undefined)) return;
    yield "untold";
    const [had, asked] = [recorded, stated].map((all) => all.filter(({ condition }) => !isOfExtra(condition)));
    yield* requirementsDifference(had, asked, pythons, inFile(project.file));
    return;
  }
  yield* requirementsDifference(recorded, stated, pythons, inFile(project.file));
}

function isOfExtra(condition: Condition): boolean {
  return comparisonsOf(condition).some(({ left, right }) =>
    [left, right].some((side) => side.kind === "variable" && side.name === "extra"),
  );
}

function statedIn(project: UvProject, workspace: UvProjects, folder: UvComparison["folder"]): UvRequirement[] {
  const table = project.file.table("project");
  const extras = table?.table("optional-dependencies");
  const lists = [
    { texts: table?.texts("dependencies"), extra: undefined },
    ...(extras?.keys() ?? []).map((key) => ({ texts: extras?.texts(key), extra: normalizedName(key) })),
  ];
  return lists.flatMap(({ texts, extra }) =>
    (texts?.value ?? []).flatMap((each) =>
      statedRequirements(parseRequirement(each, texts?.source ?? ""), { extra }, project, workspace, folder),
    ),
  );
}
