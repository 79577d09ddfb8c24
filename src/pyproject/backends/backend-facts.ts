import type { ManagedProject, Metadata, ProjectFacts } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { type ProjectTable, readProjectTable } from "../metadata/project-table";
import type { BackendContext } from "./build-backend";
import { buildBackend } from "./build-backends";
import { buildFiles } from "./build-files";
import { readBuildSystem } from "./build-system";
import { packageRoots } from "./package-roots";

/**
 * What the build backend makes of the project; `buildRequires` is what it adds to `[build-system].requires`.
 *
 * @param backend undefined where the project names none and is not installed
 */
export function backendFacts(
  backend: string | undefined,
  context: BackendContext,
  metadata: Pick<ManagedProject, keyof Metadata | "installsProject" | "installFiles">,
): Pick<ProjectFacts, "packageRoots" | "dynamicVersion" | "buildFiles" | "buildRequires" | "extensions" | "notes"> {
  const installs = metadata.installsProject.value;
  const roots = packageRoots(backend, installs, context);
  if (backend === undefined || !installs) return { packageRoots: roots, buildFiles: [], buildRequires: [], notes: [] };
  const own = buildBackend(backend, context.buildRequires);
  return {
    packageRoots: roots,
    dynamicVersion: metadata.version === undefined ? own.dynamicVersion?.(context) : undefined,
    buildRequires: own.buildRequires?.(context) ?? [],
    notes: own.notes?.(context) ?? [],
    extensions: own.extensions?.(context),
    buildFiles: buildFiles(own, context, metadata, roots.value),
  };
}

/** What `[project]` says, with what the build backend finds out of the fields that `dynamic` names. */
export function completedProjectTable(file: TomlTable, folder: ProjectFolder): ProjectTable | undefined {
  const project = readProjectTable(file);
  if (project === undefined || project.dynamic.length === 0) return project;
  const { backend, requires } = readBuildSystem(file);
  const name = project.name?.value.written ?? "";
  const buildRequires = requires.map(({ value }) => value);
  const context = { file, folder, project, name, buildRequires };
  return { ...project, ...buildBackend(backend.value, buildRequires).dynamicMetadata?.(context) };
}
