import { posix } from "node:path";
import { completedProjectTable } from "./backends/backend-facts";
import { readBuildSystem } from "./backends/build-system";
import { setuptoolsProject } from "./backends/setuptools-metadata";
import { type Fact, fact } from "./fact";
import type { LocalProject, Metadata } from "./facts";
import { folderAt } from "./files/folder-at";
import { parseToml } from "./files/parse-toml";
import type { ProjectFolder } from "./files/project-folder";
import { TomlTable } from "./files/toml-table";
import { emptyMetadata } from "./managers/empty-metadata";
import { readPoetryDependencies } from "./managers/poetry-dependencies";
import { readUvSources } from "./managers/uv-sources";
import { originOf, type Requirement } from "./requirements/requirement";

/**
 * The projects in folders nearby that are installed with this one, by their normalised names: members of its workspace and
 * path dependencies, those of such ones too.
 *
 * @param requirements all that can be installed
 * @param members the folders of the workspace's members by their names
 */
export function readLocalProjects(
  requirements: readonly Requirement[],
  members: ReadonlyMap<string, string>,
  folder: ProjectFolder,
): ReadonlyMap<string, LocalProject> {
  const found = new Map<string, LocalProject>();
  const visit = (requirement: Requirement, base: string): void => {
    const path = members.get(requirement.name) ?? pathOf(requirement, base);
    if (path === undefined || path === "" || found.has(requirement.name)) return;
    const local = readLocalProject(path, folder);
    if (local === undefined) return;
    found.set(requirement.name, local);
    for (const { value } of local.dependencies) visit(value, path);
    for (const { value } of local.extras) for (const each of value.requirements) visit(each, path);
  };
  for (const requirement of requirements) visit(requirement, "");
  return found;
}

/** The folder of a path dependency; empty for the project itself. */
function pathOf(requirement: Requirement, base: string): string | undefined {
  if (originOf(requirement) !== "path") return undefined;
  const path = posix.join(base, (requirement.url ?? "").replace(/^file:(?:\/\/)?|#.*$/g, "")).replace(/\/$/, "");
  return path === "." ? "" : path;
}

function readLocalProject(path: string, folder: ProjectFolder): LocalProject | undefined {
  const own = folderAt(folder, path);
  const text = own?.read("pyproject.toml");
  if (own === undefined || (text === undefined && !own.exists("setup.py"))) return undefined;
  const name = `${path}/pyproject.toml`;
  const file = text === undefined ? new TomlTable({}, name) : parseToml(text, name);
  const { dependencies, extras } = completedProjectTable(file, own) ?? setuptoolsProject(file, own) ?? emptyMetadata;
  const { backend, requires } = readBuildSystem(file);
  return {
    dependencies: [...dependencies.map((each) => located(each, file)), ...poetryDependencies(file, dependencies)],
    extras,
    buildBackend: backend,
    buildRequires: requires,
  };
}

/** With the folder that `[tool.uv.sources]` names. */
function located({ value, source }: Fact<Requirement>, file: TomlTable): Fact<Requirement> {
  const sources = readUvSources(file.tableAt("tool", "uv"), "").get(value.name);
  const path = value.url === undefined ? sources?.find(({ kind }) => kind === "path")?.location : undefined;
  return path === undefined ? fact(value, source) : fact({ ...value, url: path }, source);
}

/** What poetry's own table lists, which counts where `[project]` lists nothing. */
function poetryDependencies(file: TomlTable, standard: Metadata["dependencies"]): Fact<Requirement>[] {
  if (standard.length > 0) return [];
  const own = readPoetryDependencies(file.tableAt("tool", "poetry", "dependencies"));
  return own.filter(({ isOptional }) => !isOptional).map(({ requirement }) => requirement);
}
