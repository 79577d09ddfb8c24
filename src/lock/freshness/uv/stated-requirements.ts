import { posix } from "node:path";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { Requirement } from "../../../pyproject/requirements/requirement";
import { canonicalSpecifiers } from "./canonical-specifiers";
import { allOf, always, type Condition, conditionOf, inExtra } from "./condition";
import { isNever } from "./same-condition";
import { plainOrigin, sourceOrigin } from "./stated-origin";
import { placeOf, sourceEntries, type UvProject, type UvProjects } from "./uv-projects";
import { inWords, originOf, type RequirementOrigin, type UvRequirement } from "./uv-requirement";

/** Where a requirement stands. */
export interface StatedPlace {
  readonly extra?: string;
  readonly group?: string;
  /** What more has to hold. */
  readonly condition?: Condition;
}

/**
 * The requirement as uv records it: with what the sources of the project, or else those of the workspace's root, say of
 * it. What is left over where no source holds comes from an index.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources
 */
export function statedRequirements(
  requirement: Requirement,
  place: StatedPlace,
  project: UvProject,
  workspace: UvProjects,
  folder: ProjectFolder,
): UvRequirement[] {
  const { name, extras, marker } = requirement;
  const where = `${project.file.file} ${requirement.written}`;
  const extra = place.extra === undefined ? always : inExtra(place.extra);
  const condition = allOf(conditionOf(marker, where), extra, place.condition ?? always);
  const made = (origin: RequirementOrigin, holds: Condition, base: string): UvRequirement => {
    const from = origin.git ?? origin.url ?? origin.path ?? origin.directory ?? origin.editable ?? origin.virtual;
    const words = inWords(name, extras, from === undefined ? requirement.specifier : `from ${from}`, marker);
    const placed = (path: string) => placeOf(folder, posix.join(base, path));
    const versions = from === undefined ? canonicalSpecifiers(requirement.specifier) : "";
    return { name, extras, condition: holds, versions, origin: originOf(origin, placed), words };
  };
  const plain = (holds: Condition) => made(plainOrigin(requirement, project.path, folder), holds, project.path);
  const own = sourceEntries(project.file).get(name);
  const entries = own ?? sourceEntries(workspace.root.file).get(name);
  if (entries === undefined) return [plain(condition)];
  const base = own === undefined ? workspace.root.path : project.path;
  const holding = entries.filter((entry) => fits(entry.extra, place.extra) && fits(entry.group, place.group));
  const conditions = holding.map((entry) => conditionOf(textOf(entry.marker), where));
  const found = holding.map((entry, at) =>
    made(
      sourceOrigin(entry, requirement, project, workspace, base, folder),
      allOf(conditions[at], condition),
      entry.workspace === true ? "." : base,
    ),
  );
  if (conditions.includes(always)) return found;
  const rest = allOf({ kind: "not", part: { kind: "or", parts: conditions } }, condition);
  return [...found, plain(rest)].filter((each) => !isNever(each.condition));
}

function fits(wanted: unknown, given: string | undefined): boolean {
  return typeof wanted !== "string" || normalizedName(wanted) === given;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
