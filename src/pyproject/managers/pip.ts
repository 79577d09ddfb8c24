import { buildBackend } from "../backends/build-backends";
import { readBuildSystem } from "../backends/build-system";
import { flitProject } from "../backends/flit-metadata";
import { setuptools } from "../backends/setuptools";
import { dynamicNotes, setuptoolsProject } from "../backends/setuptools-metadata";
import { type Fact, fact } from "../fact";
import type { ManagedProject, PackageIndex } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { requirementsOfExtra } from "../metadata/extras";
import type { ProjectTable } from "../metadata/project-table";
import { isProjectItself } from "../requirements/project-itself";
import type { Requirement } from "../requirements/requirement";
import type { RequirementsFile } from "../requirements/requirements-file";
import { Specifier } from "../requirements/specifier";
import { emptyMetadata } from "./empty-metadata";
import { pipDependencies } from "./pip-dependencies";
import { readPipGroups } from "./pip-groups";
import { pylockFile } from "./pylock";

/** What describes the project, and what of it could not be read. */
type Described = ProjectTable & { readonly notes: readonly string[] };

/**
 * Reads the project as pip users install it: by what it says of itself, and by its requirements files.
 *
 * @see https://pip.pypa.io/en/stable/user_guide/
 */
export function readPip(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const described = describedProject(file, project, folder);
  const { requiresPython, dynamic, notes, ...metadata } = described ?? { ...emptyMetadata, dynamic: [], notes: [] };
  const extras = metadata.extras.map(({ value }) => value);
  /** `.[web]` stands for what the project itself asks for in these extras. */
  const expand = (requirement: Requirement): readonly Requirement[] =>
    isProjectItself(requirement)
      ? requirement.extras.flatMap((extra) => requirementsOfExtra(extras, extra, metadata.name?.value.written))
      : [requirement];
  const isBuilt = file.has("build-system") || !file.has("project");
  const isRead = notes.length === 0 && !dynamic.includes("dependencies");
  const isComplete = described !== undefined && isBuilt && isRead;
  const main = pipDependencies(
    { name: metadata.name?.value.normalized, stated: metadata.dependencies, extras, isComplete },
    folder,
    expand,
  );
  const groups = readPipGroups(file, folder, main.file, expand);
  const files = [...(main.file ? [main.file] : []), ...groups.files];
  const self = main.file?.requirements.find(({ value }) => isProjectItself(value));
  return {
    ...metadata,
    dependencies: main.dependencies,
    pythonSpecifiers: requiresPython
      ? [fact(Specifier.of(requiresPython.value, requiresPython.source), requiresPython.source)]
      : [],
    groups: groups.groups,
    installsProject: installsProject(file, described, main.file, self),
    lockFile: folder.exists(pylockFile)
      ? fact({ name: pylockFile, path: pylockFile, exists: true }, pylockFile)
      : undefined,
    requirementsFiles: main.requirementsFiles,
    pinnedRequirements: main.pinnedRequirements,
    indexes: indexesOf(files),
    findLinks: files.flatMap(({ findLinks }) => findLinks),
    workspaceMembers: [],
    lockedTogether: [],
    notes: [...new Set([...notes, ...main.notes, ...groups.notes])],
    workspaceFolders: [],
  };
}

function describedProject(
  file: TomlTable,
  project: ProjectTable | undefined,
  folder: ProjectFolder,
): Described | undefined {
  const older = project === undefined ? flitProject(file, folder) : undefined;
  if (older !== undefined) return { ...older, notes: [] };
  if (project === undefined) return setuptoolsProject(file, folder);
  const { backend, requires } = readBuildSystem(file);
  const isSetuptools =
    buildBackend(
      backend.value,
      requires.map(({ value }) => value),
    ) === setuptools;
  return { ...project, notes: isSetuptools ? dynamicNotes({ file, folder, project }) : [] };
}

/**
 * A project is installed where it can be built and says so: by a build system, by setup.py or setup.cfg, or by a
 * `[project]` with something to install. Beside a requirements file a `[project]` with a name alone is there for tools.
 */
function installsProject(
  file: TomlTable,
  described: Described | undefined,
  main: RequirementsFile | undefined,
  self: Fact<Requirement> | undefined,
): Fact<boolean> {
  if (file.has("build-system")) return fact(true, file.source("build-system"));
  if (self !== undefined) return fact(true, self.source);
  if (described === undefined) return fact(false, `${file.file} (it describes no project)`);
  // Every backend stops at a `[project]` that says nothing of its version, so that it is there for tools.
  const table = file.table("project");
  if (table !== undefined && described.version === undefined && !described.hasDynamicVersion)
    return fact(false, `${table.source("version")} (there is none)`);
  const [said] = [described.dependencies, described.extras, described.consoleScripts, described.guiScripts].flat();
  const points = file.tableAt("project", "entry-points");
  if (said !== undefined || points !== undefined)
    return fact(true, said?.source ?? "pyproject.toml [project].entry-points");
  if (!file.has("project")) return fact(true, described.name?.source ?? "setup.py");
  const source = file.source("project");
  return main === undefined ? fact(true, source) : fact(false, `${source} (it has no dependencies and no scripts)`);
}

function indexesOf(files: readonly RequirementsFile[]): Fact<PackageIndex>[] {
  const all = files.flatMap(({ indexes }) => indexes).reverse();
  return [...new Map(all.map((index) => [index.value.url, index])).values()].reverse();
}
