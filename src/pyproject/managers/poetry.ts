import { posix } from "node:path";
import { hasProgram, namedRoot } from "../backends/import-roots";
import { poetryBuildScript, poetryDynamicVersion } from "../backends/poetry-core";
import { type Fact, fact } from "../fact";
import type { ManagedProject, Metadata, ProjectUrl, Script } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { licenseText, type ProjectTable, readUrls } from "../metadata/project-table";
import { checkSubset } from "../python/python-subset";
import { distributionName, moduleNameOf } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { Specifier } from "../requirements/specifier";
import { type PoetryDependency, readPoetryDependencies, readPoetryPython } from "./poetry-dependencies";
import { enrichedRequirement } from "./poetry-enrichment";
import { readPoetryExtras } from "./poetry-extras";
import { mainGroup, readPoetryGroups } from "./poetry-groups";
import { readPoetrySources } from "./poetry-sources";

/**
 * Reads the project as poetry does: `[project]` first, and `[tool.poetry]` for what it leaves out.
 *
 * @see https://python-poetry.org/docs/pyproject/
 */
export function readPoetry(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const poetry = file.tableAt("tool", "poetry");
  const name = project?.name ?? nameOf(poetry);
  // The group main is one with the table of the main dependencies.
  const group = poetry?.tableAt("group", mainGroup, "dependencies");
  const tables = [poetry?.table("dependencies"), group];
  const enriches = (project?.dependencies.length ?? 0) > 0;
  const own = tables.flatMap((table) => readPoetryDependencies(table, enriches));
  const isDynamic = poetryDynamicVersion(file) !== undefined;
  const version = isDynamic ? undefined : (project?.version ?? poetry?.text("version"));
  return {
    name,
    version,
    hasDynamicVersion: isDynamic || (version === undefined && (project?.hasDynamicVersion ?? false)),
    description: project?.description ?? poetry?.text("description"),
    license: project?.license ?? (poetry && licenseText(poetry, "license")),
    urls: [...(project?.urls ?? []), ...urlsOf(poetry)],
    readmeFiles: project?.readmeFiles.length ? project.readmeFiles : readmesOf(poetry),
    licenseFiles: project?.licenseFiles ?? [],
    consoleScripts: merged(project?.consoleScripts ?? [], scriptsOf(poetry?.table("scripts"))),
    guiScripts: project?.guiScripts ?? [],
    dependencies: mainDependencies(file, project, own),
    pythonSpecifiers: pythonSpecifiers(poetry, project),
    groups: readPoetryGroups(file),
    installsProject: installsProject(file, name?.value.written, folder),
    installFiles: poetryBuildScript(file),
    lockFile: fact({ name: "poetry.lock", path: "poetry.lock", exists: folder.exists("poetry.lock") }, "poetry.lock"),
    requirementsFiles: [],
    indexes: readPoetrySources(file),
    workspaceMembers: [],
    lockedTogether: [],
    notes: [],
    extras: readPoetryExtras(file, project, requirementsOf(own)),
    workspaceFolders: [],
  };
}

function nameOf(poetry: TomlTable | undefined): Metadata["name"] {
  const name = poetry?.text("name");
  return name && fact(distributionName(name.value), name.source);
}

function urlsOf(poetry: TomlTable | undefined): Fact<ProjectUrl>[] {
  const single = ["homepage", "repository", "documentation"].flatMap((label) => {
    const url = poetry?.text(label);
    return url === undefined ? [] : [fact({ label, url: url.value }, url.source)];
  });
  return [...single, ...readUrls(poetry?.table("urls"))];
}

function readmesOf(poetry: TomlTable | undefined): Fact<string>[] {
  if (poetry === undefined || !poetry.has("readme")) return [];
  const readme = poetry.value("readme");
  const files = Array.isArray(readme) ? poetry.texts("readme")?.value : [poetry.text("readme")?.value ?? ""];
  return (files ?? []).filter((path) => path !== "").map((path) => fact(path, poetry.source("readme")));
}

/** A script of poetry is a reference, or a table with a reference, or with the path of a file. */
function scriptsOf(scripts: TomlTable | undefined): Fact<Script>[] {
  return (scripts?.keys() ?? []).flatMap((name) => {
    const table = isTable(scripts?.value(name)) ? scripts?.table(name) : undefined;
    const target = table === undefined ? scripts?.text(name) : (table.text("reference") ?? table.text("callable"));
    if (target === undefined) throw scripts?.wrong(name, "a script is a reference such as orders.cli:main");
    // A file is installed under its own name.
    const isFile = table?.text("type")?.value === "file";
    const command = isFile ? posix.basename(target.value) : name;
    return [fact({ name: command, target: target.value }, scripts?.source(name) ?? target.source)];
  });
}

function merged(first: readonly Fact<Script>[], second: readonly Fact<Script>[]): Fact<Script>[] {
  const names = new Set(first.map(({ value }) => value.name));
  return [...first, ...second.filter(({ value }) => !names.has(value.name))];
}

/**
 * The main dependencies by poetry's rule: those of `[project]` where it lists any, and poetry's own otherwise; with
 * extras in `[project]` poetry's own count only where `dynamic` names the dependencies.
 */
function mainDependencies(
  file: TomlTable,
  project: ProjectTable | undefined,
  own: readonly PoetryDependency[],
): Metadata["dependencies"] {
  if (project !== undefined && project.dependencies.length > 0) {
    return project.dependencies.flatMap(({ value, source }) =>
      enrichedRequirement(value, requirementsOf(own)).map((requirement) => fact(requirement, source)),
    );
  }
  const extras = file.tableAt("project", "optional-dependencies");
  const hasExtras = extras?.keys().some((name) => (extras.array(name)?.value.length ?? 0) > 0) ?? false;
  const mixes = ["dependencies", "optional-dependencies"].some((field) => project?.dynamic.includes(field));
  if (hasExtras && !mixes) return [];
  return own.filter(({ isOptional }) => !isOptional).map(({ requirement }) => requirement);
}

function requirementsOf(dependencies: readonly PoetryDependency[]): Requirement[] {
  return dependencies.map(({ requirement }) => requirement.value);
}

function pythonSpecifiers(poetry: TomlTable | undefined, project: ProjectTable | undefined): Fact<Specifier>[] {
  const stated = project?.requiresPython;
  const own = readPoetryPython(poetry?.table("dependencies"));
  const ofProject = stated && fact(Specifier.of(stated.value, stated.source), stated.source);
  if (own !== undefined && ofProject !== undefined) checkSubset(own, ofProject);
  // The narrower one says it all, as it is a subset.
  const narrower = own ?? ofProject;
  return narrower === undefined ? [] : [narrower];
}

/**
 * Poetry installs the project unless it says otherwise, or unless poetry-core finds no package to build: Poetry 2 then
 * fails without --no-root.
 */
function installsProject(file: TomlTable, name: string | undefined, folder: ProjectFolder): Fact<boolean> {
  const poetry = file.tableAt("tool", "poetry");
  const mode = poetry?.flag("package-mode");
  if (mode?.value === false) return mode;
  const backend = file.table("build-system")?.text("build-backend");
  const isBuiltByPoetry = backend === undefined || backend.value.startsWith("poetry.");
  const lists = (poetry?.tables("packages")?.length ?? 0) > 0;
  const source = mode?.source ?? `${file.file} [tool.poetry]`;
  if (!isBuiltByPoetry || lists || name === undefined || !hasProgram(folder)) return fact(true, source);
  const module = moduleNameOf(name);
  return namedRoot(folder, [module]) ? fact(true, source) : fact(false, `${source} (there is no package ${module})`);
}
