import { posix } from "node:path";
import { FolderAt } from "../../../pyproject/files/folder-at";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { LockTable } from "../../formats/lock-table";
import { canonicalVersion } from "./canonical-specifiers";
import type { Finding } from "./finding";
import type { UvComparison } from "./uv-comparison";
import { groupSettingFindings } from "./uv-group-settings";
import { groupFindings } from "./uv-groups";
import { placeOf, projectName, readUvProjects, type UvProject, type UvProjects } from "./uv-projects";
import { requirementFindings } from "./uv-requirements";

/** The revisions of the format by what they brought. */
const revisions = { withExtras: 1, withoutMetadata: 4, withGroupSettings: 5 };

/** What differs between the projects in folders and what the lock file has on record of each. */
export function* projectFindings(comparison: UvComparison): Generator<Finding> {
  for (const entry of [...comparison.packages.values()].flat()) {
    const source = entry.table("source");
    const kind = ["editable", "virtual", "directory"].find((key) => source?.has(key));
    if (kind !== undefined) yield* findingsOf(entry, comparison.placed(source?.text(kind) ?? ""), comparison);
    // An archive may have been replaced.
    else if (source?.has("path")) yield "untold";
  }
}

function* findingsOf(entry: LockTable, place: string, comparison: UvComparison): Generator<Finding> {
  const at = (projects: Iterable<UvProject>) => [...projects].find(({ path }) => path === place);
  const workspace = workspaceAt(place, comparison);
  const project = workspace === undefined ? undefined : at([workspace.root, ...workspace.projects.values()]);
  const table = project?.file.table("project");
  if (workspace === undefined || project === undefined || table === undefined) {
    yield "untold";
    return;
  }
  const dynamic = table.texts("dynamic")?.value ?? [];
  // Only a build would tell them; tables of poetry without a list of dependencies mean the same to uv.
  const isBuilt = dynamic.includes("dependencies") || dynamic.includes("optional-dependencies");
  if (isBuilt || (!table.has("dependencies") && project.file.tableAt("tool", "poetry") !== undefined)) {
    yield "untold";
    return;
  }
  const metadata = entry.table("metadata");
  // A preview of uv leaves out what can be read in the project.
  if (metadata === undefined && comparison.revision >= revisions.withoutMetadata) yield "untold";
  else yield* metadataFindings(entry, metadata, project, workspace, comparison);
  yield* versionFindings(entry.text("version"), dynamic.includes("version"), project);
}

/** The workspace from which a project takes its sources: uv looks for it anew, and the nearest pyproject.toml above decides. */
function workspaceAt(place: string, { folder, workspace }: UvComparison): UvProjects | undefined {
  const member = [...workspace.projects.values()].find(({ path }) => path === place);
  if (member === undefined) return readUvProjects(folder, place);
  const between = foldersBetween(workspace.root.path, place, folder);
  const isNested = between.some((each) => folder.exists(posix.join(each, "pyproject.toml")));
  return isNested ? readUvProjects(folder, place) : workspace;
}

function foldersBetween(root: string, place: string, folder: ProjectFolder): string[] {
  const above = new FolderAt(folder, place).ancestors().map(({ path }) => placeOf(folder, posix.join(place, path)));
  return above.slice(0, Math.max(0, above.indexOf(root)));
}

function* metadataFindings(
  entry: LockTable,
  metadata: LockTable | undefined,
  project: UvProject,
  workspace: UvProjects,
  comparison: UvComparison,
): Generator<Finding> {
  const isDynamic = project.file.table("project")?.texts("dynamic")?.value.includes("version") ?? false;
  yield* requirementFindings(comparison, metadata, project, workspace, isDynamic);
  const groups = metadata?.table(metadata.has("requires-dev") ? "requires-dev" : "dependency-groups");
  yield* groupFindings(comparison, groups, project, workspace);
  if (comparison.revision >= revisions.withExtras)
    yield* extraFindings(metadata?.texts("provides-extras") ?? [], project);
  if (comparison.revision >= revisions.withGroupSettings) yield* groupSettingFindings(entry, project.file);
}

function* extraFindings(recorded: readonly string[], { file }: UvProject): Generator<Finding> {
  const had = new Set(recorded.map(normalizedName));
  const stated = new Set((file.tableAt("project", "optional-dependencies")?.keys() ?? []).map(normalizedName));
  const more = [...stated].find((each) => !had.has(each));
  const less = [...had].find((each) => !stated.has(each));
  if (more !== undefined) yield `does not have the extra ${more} on record, which ${file.file} has`;
  if (less !== undefined) yield `has the extra ${less} on record, which ${file.file} does not have`;
}

function* versionFindings(recorded: string | undefined, isDynamic: boolean, { file }: UvProject): Generator<Finding> {
  const stated = file.table("project")?.text("version")?.value;
  const [had, asked] = [recorded, isDynamic ? undefined : stated].map((each) => each && canonicalVersion(each));
  if (!isDynamic && stated === undefined) yield "untold";
  else if (had !== asked) {
    const now = isDynamic ? "has a dynamic version" : `has ${stated}`;
    yield `has ${projectName(file)} ${recorded ?? "without a version"} on record, while ${file.file} ${now}`;
  }
}
