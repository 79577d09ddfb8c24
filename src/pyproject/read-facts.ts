import type { PythonVersion } from "../values/python-version";
import { findApplications } from "./applications/find-applications";
import { backendFacts, completedProjectTable } from "./backends/backend-facts";
import type { BackendContext } from "./backends/build-backend";
import { buildSystemFacts } from "./backends/build-system";
import { checkNames } from "./check-names";
import { editorToolsOf } from "./editor-tools";
import type { Fact } from "./fact";
import type { ManagedProject, ProjectFacts, ProjectUrl } from "./facts";
import type { ProjectFolder } from "./files/project-folder";
import type { TomlTable } from "./files/toml-table";
import { frameworksOf } from "./frameworks";
import { readHatch } from "./managers/hatch";
import { choosePackageManager, leftoverNotes, PackageManager } from "./managers/package-manager";
import type { PackageManagerSign } from "./managers/package-manager-sign";
import { packageManagerSigns, workspaceAbove } from "./managers/package-manager-signs";
import { readPdm } from "./managers/pdm";
import { readPip } from "./managers/pip";
import { readPipenv } from "./managers/pipenv";
import { readPoetry } from "./managers/poetry";
import { unreadRequirements } from "./managers/unread-requirements";
import { readUv } from "./managers/uv";
import type { ProjectTable } from "./metadata/project-table";
import { notesOf } from "./note";
import { type ProductionSelection, selectProduction } from "./production-selection";
import { projectNotes } from "./project-notes";
import { pythonFacts } from "./python/python-facts";
import { directDependencies } from "./requirements/direct-dependencies";
import type { Specifier } from "./requirements/specifier";

/** Where the facts come from. */
export interface FactSource {
  /** The parsed pyproject.toml. */
  readonly file: TomlTable;
  /** The folder in which it lies. */
  readonly folder: ProjectFolder;
  /**
   * The managers that can manage such a project.
   *
   * @default - all
   */
  readonly managers?: readonly PackageManager[];
}

/** What the user decides. */
export interface FactOptions extends ProductionSelection {
  readonly packageManager?: PackageManager;
  readonly pythonVersion?: PythonVersion;
  /**
   * The day on which it is judged whether a release of Python is still supported.
   *
   * @default - today
   */
  readonly today?: Date;
  /** Further signs of the package manager, for example the component of projen that is in use. */
  readonly signs?: readonly PackageManagerSign[];
}

/** A package manager's own reading of the project: a total table, so that a new manager needs its reader. */
const readers: {
  readonly [M in PackageManager]: (
    file: TomlTable,
    project: ProjectTable | undefined,
    folder: ProjectFolder,
  ) => ManagedProject;
} = {
  [PackageManager.UV]: readUv,
  [PackageManager.POETRY]: readPoetry,
  [PackageManager.PDM]: readPdm,
  [PackageManager.HATCH]: readHatch,
  [PackageManager.PIP]: readPip,
  [PackageManager.PIPENV]: readPipenv,
};

/**
 * The facts of a project.
 *
 * @throws where the project contradicts itself, or says what no tool would take
 */
export function readFacts({ file, folder, managers }: FactSource, options: FactOptions = {}): ProjectFacts {
  const [strongest, ...weaker] = packageManagerSigns(file, folder);
  const rounds = [[...(options.signs ?? []), ...strongest], ...weaker];
  const packageManager = choosePackageManager(file.file, rounds, options.packageManager, managers);
  const project = completedProjectTable(file, folder);
  const { pythonSpecifiers, workspaceFolders, ...read } = readers[packageManager.value](file, project, folder);
  const { productionExtras, ...selected } = selectProduction(read, options);
  const managed = { ...read, ...selected };
  const nameNotes = checkNames(managed, packageManager.value);
  const python = pythonFacts(
    [...pythonSpecifiers, ...pythonsOfGroups(managed)],
    folder,
    workspaceFolders,
    options.pythonVersion,
    options.today ?? new Date(),
  );
  const installs = managed.installsProject.value;
  const build = buildSystemFacts(file, installs);
  const context: BackendContext = {
    file,
    folder,
    project,
    name: managed.name?.value.written ?? "",
    buildRequires: build.buildRequires.map(({ value }) => value),
  };
  const urlOf = (...labels: string[]) => managed.urls.find(({ value }) => labels.includes(wellKnown(value)));
  const backend = build.buildBackend && builder(file, packageManager.value, build.buildBackend.value);
  const own = backendFacts(backend, context, managed);
  const described = {
    ...managed,
    ...python,
    ...build,
    ...own,
    buildRequires: [...build.buildRequires, ...own.buildRequires],
    ...directDependencies(managed),
    packageManager,
    productionExtras,
    hasDynamicDependencies: installs && isDynamic(project, "dependencies", "optional-dependencies"),
    hasPyproject: folder.exists(file.file),
    homepage: linkTo(urlOf("homepage")),
    repository: linkTo(urlOf("source", "repository", "sourcecode", "github")),
    // Without a build nothing reads them.
    readmeFiles: installs ? managed.readmeFiles : [],
    licenseFiles: installs ? managed.licenseFiles : [],
  };
  const frameworks = frameworksOf(described).map(({ value }) => value);
  const facts = {
    ...described,
    applications: findApplications(frameworks, { file, folder }, described),
    editorTools: editorToolsOf(managed, file, folder),
  };
  const notes = [
    ...notesOf("LeftOverFile", [...leftoverNotes(rounds, packageManager), ...unreadRequirements(facts, file, folder)]),
    ...notesOf("ProjectUnclear", managed.notes),
    ...python.notes,
    ...notesOf("DubiousName", nameNotes),
    ...notesOf("BrokenScript", unmadeCommands(managed)),
    ...notesOf("ProjectUnclear", own.notes),
    ...projectNotes(facts, project, folder),
    ...notesOf("ProjectUnclear", [...workspaceAbove(file, folder).notes, ...folder.passedOver().values()]),
  ];
  return { ...facts, notes: notes.map(({ text }) => text), namedNotes: notes };
}

/** The commands of a project that is not installed. */
function unmadeCommands({
  consoleScripts,
  guiScripts,
  installsProject,
}: Pick<ManagedProject, "consoleScripts" | "guiScripts" | "installsProject">): string[] {
  const scripts = [...consoleScripts, ...guiScripts];
  if (installsProject.value || scripts.length === 0) return [];
  const names = scripts.map(({ value }) => value.name).join(", ");
  return [
    `${scripts[0].source}: there will be no command ${names}, since the project is not installed: ${installsProject.source}`,
  ];
}

/** Does the build backend tell one of these fields? Without `[project]` it tells all of them. */
function isDynamic(project: ProjectTable | undefined, ...fields: string[]): boolean {
  return project === undefined || project.dynamic.some((field) => fields.includes(field));
}

/**
 * The backend that builds the project. Poetry builds a project of its own that names none with the poetry-core that it
 * brings; pip and others take setuptools, which reads nothing of `[tool.poetry]`.
 */
function builder(file: TomlTable, manager: PackageManager, backend: string): string {
  const names = file.table("build-system")?.has("build-backend") ?? false;
  const isPoetry = manager === PackageManager.POETRY && file.tableAt("tool", "poetry") !== undefined;
  return isPoetry && !names ? "poetry.core.masonry.api" : backend;
}

/** What the groups of production ask of Python. */
function pythonsOfGroups({ groups }: Pick<ManagedProject, "groups">): Fact<Specifier>[] {
  return groups.flatMap(({ value }) => (value.isProduction ? (value.requiresPython ?? []) : []));
}

/** @see https://packaging.python.org/en/latest/specifications/well-known-project-urls/ */
function wellKnown({ label }: ProjectUrl): string {
  return label.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function linkTo(url: Fact<ProjectUrl> | undefined): Fact<string> | undefined {
  return url && { value: url.value.url, source: url.source };
}
