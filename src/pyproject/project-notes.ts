import { shown } from "../values/mistake";
import { ImportPath } from "./applications/import-path";
import { excludedRequirements } from "./excluded-requirements";
import type { Fact } from "./fact";
import type { ProjectFacts, Script } from "./facts";
import { liesInSubmodule } from "./files/git-submodules";
import type { ProjectFolder } from "./files/project-folder";
import { idleGroups } from "./idle-groups";
import { parseIndexAddress } from "./index-address";
import type { ProjectTable } from "./metadata/project-table";
import { type Note, notesOf } from "./note";
import { repositoryNotes } from "./repository-notes";
import { moduleNameOf } from "./requirements/distribution-name";

type Facts = Omit<ProjectFacts, "notes" | "namedNotes">;

/** What is worth telling at a synth of facts that no tool refuses, and that will hardly do what is meant. */
export function projectNotes(facts: Facts, project: ProjectTable | undefined, folder: ProjectFolder): Note[] {
  return [
    ...notesOf("VersionMissing", missingVersion(facts, project)),
    ...notesOf("ProjectFileMissing", missingFiles(facts, folder)),
    ...notesOf("BrokenScript", scriptsWithoutModule(facts, folder)),
    ...notesOf("ToolHidden", hiddenTool(facts)),
    ...notesOf("ProjectUnclear", unreadDependencies(facts, project)),
    ...notesOf("ProjectUnclear", idleGroups(facts)),
    ...notesOf("ProjectUnclear", excludedRequirements(facts)),
    ...notesOf("CredentialsInUrl", secretsInIndexes(facts)),
    ...notesOf("RepositoryNeeded", repositoryNotes(facts, folder)),
  ];
}

/** The environment's folder goes before that of the package manager in PATH. */
function hiddenTool({ consoleScripts, installsProject, packageManager }: Facts): string[] {
  if (!installsProject.value) return [];
  return consoleScripts
    .filter(({ value }) => value.name === packageManager.value)
    .map(
      ({ value: { name }, source }) =>
        `${source} (${name}) is called like the package manager, which it hides in the dev container; give it another name`,
    );
}

/** @see https://packaging.python.org/en/latest/specifications/pyproject-toml/#version */
function missingVersion(
  { installsProject, version, hasDynamicVersion }: Facts,
  project: ProjectTable | undefined,
): string[] {
  if (project === undefined || !installsProject.value || version !== undefined || hasDynamicVersion) return [];
  return [
    "pyproject.toml [project] has no version, and its dynamic does not name it: the build will stop there; add one of them",
  ];
}

/** Most build backends stop at a missing file. */
function missingFiles({ readmeFiles, licenseFiles, buildBackend }: Facts, folder: ProjectFolder): string[] {
  const isPattern = (file: Fact<string>) => /[*?[]/.test(file.value) && licenseFiles.includes(file);
  const isMissing = (file: Fact<string>) =>
    !isPattern(file) && (!folder.exists(file.value) || isFolder(file.value, folder));
  const backend = buildBackend?.value ?? "";
  const endOf = (source: string) => {
    if (backend.startsWith("setuptools.")) return "setuptools leaves it out";
    // hatchling takes each for a pattern, of which it does not ask that it matches.
    const isOpen = backend.startsWith("hatchling.") && source.endsWith(".license-files");
    return isOpen ? "hatchling leaves it out" : "the build will stop there";
  };
  return [...readmeFiles, ...licenseFiles]
    .filter(isMissing)
    .map(
      ({ value, source }) =>
        `${source} names ${value}, which ${isFolder(value, folder) ? "is no file" : "does not exist"}: ${endOf(source)}; ${mendOf(value, folder)}`,
    );
}

function isFolder(path: string, folder: ProjectFolder): boolean {
  return folder.list(path).length > 0;
}

function mendOf(path: string, folder: ProjectFolder): string {
  return liesInSubmodule(folder, path)
    ? "it lies in a submodule of git: git submodule update --init fetches it"
    : "add the file or mend the key";
}

/** @see https://packaging.python.org/en/latest/specifications/entry-points/#data-model */
const reference = /^\s*([\w.]+)\s*:\s*(\w+(?:\.\w+)*)\s*(?:\[.*\])?\s*$/u;

/** A script of a module that is not there fails when the container starts. */
function scriptsWithoutModule(facts: Facts, folder: ProjectFolder): string[] {
  const { consoleScripts, guiScripts, packageRoots, installsProject, dependencies } = facts;
  const roots = packageRoots.value.filter((root) => folder.exists(root));
  if (!installsProject.value || roots.length === 0) return [];
  const brought = new Set(dependencies.map(({ value }) => moduleNameOf(value.name)));
  const importPath = new ImportPath(folder, facts);
  return [...consoleScripts, ...guiScripts].flatMap((script) => {
    const target = targetNote(script, folder);
    if (target !== undefined) return target;
    const notes = scriptNote(script, roots, brought, folder);
    return notes.length > 0 ? notes : missingObject(script, importPath);
  });
}

/** What is told of a target that names no function; undefined where it names one. */
function targetNote({ value: { name, target }, source }: Fact<Script>, folder: ProjectFolder): string[] | undefined {
  if (reference.test(target)) return undefined;
  // A script can also be a file.
  if (target !== "" && folder.exists(target)) return [];
  const what = target.includes("/")
    ? `which does not exist; ${mendOf(target, folder)}`
    : "which is no reference to a function; write one like orders.cli:main";
  return [`${source} (${name}) runs ${shown(target)}, ${what}`];
}

/** A function that the module does not even mention; one that a star import or `__getattr__` may bring is not looked for. */
function missingObject({ value: { name, target }, source }: Fact<Script>, importPath: ImportPath): string[] {
  const [, module, object] = reference.exec(target) ?? [];
  const path = importPath.fileOf(module ?? "");
  const text = path === undefined ? undefined : importPath.read(path);
  const isOpen = text === undefined || /import\s*\(?\s*\*|__getattr__|\bglobals\b|\bexec\b/.test(text);
  const [first] = (object ?? "").split(".");
  if (isOpen || new RegExp(`(?<![\\w])${first}(?![\\w])`, "u").test(text)) return [];
  return [`${source} (${name}) runs ${target}, and there is no ${first} in ${path}; mend the script`];
}

function scriptNote(
  { value: { name, target }, source }: Fact<Script>,
  roots: readonly string[],
  brought: ReadonlySet<string>,
  folder: ProjectFolder,
): string[] {
  const module = /^\s*([\w.]+)\s*(?::|$)/.exec(target)?.[1];
  if (module === undefined) return [];
  const parts = module.split(".");
  const [top] = parts;
  const root = roots.find((each) => importedParts(each, parts) > 0);
  const what = `${source} (${name}) runs ${target}`;
  if (root === undefined) {
    if (brought.has(top)) return [];
    return [
      `${what}, and no package ${top} is among those that are built (${roots.join(", ")}); it fails unless a dependency brings it`,
    ];
  }
  if (isModule(folder, root, parts.slice(importedParts(root, parts)))) return [];
  return [`${what}, and there is no module ${module} in ${root}; mend the script`];
}

/** How many of the names the root stands for: `src/shop/orders` for `shop` and `orders`, or for the name `orders` alone. */
function importedParts(root: string, names: readonly string[]): number {
  const path = root.replace(/\.pyi?$/, "").split("/");
  const lengths = names.map((_, at) => names.length - at);
  return lengths.find((length) => names.slice(0, length).join("/") === path.slice(-length).join("/")) ?? 0;
}

/** Is there such a module? A compiled one has no Python file, so that a folder with other sources may hold it. */
function isModule(folder: ProjectFolder, root: string, [next, ...rest]: string[]): boolean {
  if (next === undefined || root.endsWith(".py")) return true;
  const names = folder.list(root);
  if (names.length === 0 || names.some((name) => name.startsWith(`${next}.`))) return true;
  return names.includes(`${next}/`)
    ? isModule(folder, `${root}/${next}`, rest)
    : names.every((name) => !name.endsWith(".py"));
}

/** Dependencies that the build backend finds out and that nothing here could read. */
function unreadDependencies({ dependencies, packageManager }: Facts, project: ProjectTable | undefined): string[] {
  const isDynamic = project?.dynamic.includes("dependencies") ?? false;
  if (!isDynamic || dependencies.length > 0 || packageManager.value === "poetry") return [];
  return [
    "pyproject.toml [project].dynamic names the dependencies: the build backend finds them out, they are not read",
  ];
}

/** The synth stops there, and whoever reads facts is to know before. */
function secretsInIndexes({ indexes }: Facts): string[] {
  return indexes.flatMap(({ value: { name, url }, source }) => {
    const address = parseIndexAddress(url);
    if (address === undefined || !address.hasCredentials) return [];
    return [
      `${source}: the address of the index ${name ?? address.place} holds a user name or a password, which gets into the repository and into lock files; take it out`,
    ];
  });
}
