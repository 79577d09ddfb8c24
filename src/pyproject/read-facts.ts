import type { PythonVersion } from "../values/python-version";
import { buildSystemFacts } from "./backends/build-system";
import { packageRoots } from "./backends/package-roots";
import type { Fact } from "./fact";
import type { ManagedProject, ProjectFacts, ProjectUrl } from "./facts";
import type { ProjectFolder } from "./files/project-folder";
import type { TomlTable } from "./files/toml-table";
import { choosePackageManager, PackageManager } from "./managers/package-manager";
import { type PackageManagerSign, packageManagerSigns } from "./managers/package-manager-signs";
import { readPoetry } from "./managers/poetry";
import { readUv } from "./managers/uv";
import { type ProjectTable, readProjectTable } from "./metadata/project-table";
import { pythonFacts } from "./python/python-facts";

/** Where the facts come from. */
export interface FactSource {
  /** The parsed pyproject.toml. */
  readonly file: TomlTable;
  /** The folder in which it lies. */
  readonly folder: ProjectFolder;
}

/** What the user decides. */
export interface FactOptions {
  readonly packageManager?: PackageManager;
  readonly pythonVersion?: PythonVersion;
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
} = { [PackageManager.UV]: readUv, [PackageManager.POETRY]: readPoetry };

/**
 * The facts of a project.
 *
 * @throws where the project contradicts itself, or says what no tool would take
 */
export function readFacts({ file, folder }: FactSource, options: FactOptions = {}): ProjectFacts {
  const [strongest, ...weaker] = packageManagerSigns(file, folder);
  const rounds = [[...(options.signs ?? []), ...strongest], ...weaker];
  const packageManager = choosePackageManager(file.file, rounds, options.packageManager);
  const project = readProjectTable(file);
  const { pythonSpecifiers, workspaceFolders, ...managed } = readers[packageManager.value](file, project, folder);
  const { notes, ...python } = pythonFacts(pythonSpecifiers, folder, workspaceFolders, options.pythonVersion);
  const installs = managed.installsProject.value;
  const build = buildSystemFacts(file, installs);
  const urlOf = (...labels: string[]) => managed.urls.find(({ value }) => labels.includes(wellKnown(value)));
  return {
    ...managed,
    ...python,
    ...build,
    packageManager,
    homepage: linkTo(urlOf("homepage")),
    repository: linkTo(urlOf("source", "repository", "sourcecode", "github")),
    // Without a build nothing reads them.
    readmeFiles: installs ? managed.readmeFiles : [],
    licenseFiles: installs ? managed.licenseFiles : [],
    packageRoots: packageRoots(file, folder, {
      name: managed.name?.value.written,
      backend: build.buildBackend?.value,
      installs,
    }),
    notes: [...notes, ...dynamicNotes(file, project)],
  };
}

/** @see https://packaging.python.org/en/latest/specifications/well-known-project-urls/ */
function wellKnown({ label }: ProjectUrl): string {
  return label.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function linkTo(url: Fact<ProjectUrl> | undefined): Fact<string> | undefined {
  return url && { value: url.value.url, source: url.source };
}

function dynamicNotes(file: TomlTable, project: ProjectTable | undefined): string[] {
  if (!project?.dynamic.includes("dependencies") || file.tableAt("tool", "poetry") !== undefined) return [];
  return [`${file.file} [project].dynamic names the dependencies: the build backend finds them out, they are not read`];
}
