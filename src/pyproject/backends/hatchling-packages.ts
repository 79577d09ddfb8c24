import { modulesBesideTheProgram } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { moduleNameOf } from "../requirements/distribution-name";
import type { BackendContext } from "./build-backend";
import { cleanPath, fixedPart, joinedPath, outermost } from "./build-paths";
import { buildTable } from "./hatchling-tables";
import { holdsPython, isPackage, packagesIn } from "./import-roots";

/**
 * The packages and modules that hatchling ships: those that its options for wheels name, or else the one with the name
 * of the project.
 *
 * @see https://hatch.pypa.io/latest/plugins/builder/wheel/#default-file-selection
 */
export function hatchlingPackages(context: BackendContext): Fact<string[]> | undefined {
  return (
    filled(included(context, "only-include")) ??
    filled(packages(context)) ??
    filled(included(context, "include")) ??
    namedPackage(context) ??
    filled(forced(context)) ??
    filled(developed(context))
  );
}

function packages(context: BackendContext): Fact<string[]> | undefined {
  const listed = buildTable(context, "packages")?.texts("packages");
  return listed && fact(listed.value.map(cleanPath), listed.source);
}

/** What paths or patterns include: a folder of sources stands for what is in it. */
function included(context: BackendContext, key: "only-include" | "include"): Fact<string[]> | undefined {
  const listed = buildTable(context, key)?.texts(key);
  if (listed === undefined) return undefined;
  const { folder } = context;
  const bases = ["", ...sourceFolders(context)];
  const paths = listed.value
    // A pattern for other files includes no code.
    .filter((pattern) => !pattern.startsWith("!") && !/\*\.(?!pyi?$|\*$)[^/]*$/.test(pattern))
    .map((pattern) => (key === "include" ? fixedPart(pattern.replace(/^\/+/, "")) : cleanPath(pattern)));
  return fact(
    outermost(paths.flatMap((path) => (bases.includes(path) ? codeIn(folder, path) : codeAt(folder, path)))),
    listed.source,
  );
}

/** The folders that are no part of the names of packages. */
function sourceFolders(context: BackendContext): string[] {
  const table = buildTable(context, "sources");
  if (table === undefined || !table.has("sources")) return [];
  if (Array.isArray(table.value("sources"))) return table.texts("sources")?.value.map(cleanPath) ?? [];
  const renamed = table.table("sources");
  return (
    renamed
      ?.keys()
      .filter((path) => cleanPath(renamed.text(path)?.value ?? "") === "")
      .map(cleanPath) ?? []
  );
}

/** The packages and the modules in a folder; at the top modules can also be those of tools. */
function codeIn(folder: ProjectFolder, path: string): string[] {
  const modules = folder.list(path).filter((name) => /^[A-Za-z_]\w*\.py$/.test(name));
  const own = modules.filter((name) => path !== "" || !modulesBesideTheProgram.has(name));
  return [...packagesIn(folder, path), ...own.map((name) => joinedPath(path, name))];
}

/** The path, if it is a package or a module, or if it is not on disk yet and can become one. */
function codeAt(folder: ProjectFolder, path: string): string[] {
  if (folder.exists(path)) return path.endsWith(".py") || holdsPython(folder, path) ? [path] : [];
  return /(?:^|\/)[A-Za-z_]\w*(?:\.py)?$/.test(path) ? [path] : [];
}

/** The package or module with the name of the project, also the one package of that name in a namespace. */
function namedPackage({ name, folder }: BackendContext): Fact<string[]> | undefined {
  if (name === "") return undefined;
  const names = [...new Set([name.replaceAll(/[^\w.]+/g, "_"), moduleNameOf(name)])];
  const found = names.flatMap((each) => {
    const path = [each, `src/${each}`].find((place) => isPackage(folder, place));
    if (path !== undefined) return [path];
    if (folder.exists(`${each}.py`)) return [`${each}.py`];
    const spaces = folder.list("").filter((space) => space.endsWith("/") && isPackage(folder, space + each));
    return spaces.length === 1 ? spaces.map(cleanPath) : [];
  });
  return found.length === 0 ? undefined : fact([found[0]], `the name of the project, found at ${found[0]}`);
}

/** Packages that are put into the wheel by force, where nothing else is. */
function forced(context: BackendContext): Fact<string[]> | undefined {
  const table = buildTable(context, "force-include");
  const forced = table?.table("force-include");
  const paths = forced?.keys().map(cleanPath) ?? [];
  const code = paths.filter((path) => path.endsWith(".py") || holdsPython(context.folder, path));
  return table && fact(code, table.source("force-include"));
}

/** The folders of packages that hatch uses where it installs a project for development. */
function developed(context: BackendContext): Fact<string[]> | undefined {
  const folders = buildTable(context, "dev-mode-dirs")?.texts("dev-mode-dirs");
  return (
    folders &&
    fact(
      folders.value.flatMap((path) => codeIn(context.folder, cleanPath(path))),
      folders.source,
    )
  );
}

function filled(roots: Fact<string[]> | undefined): Fact<string[]> | undefined {
  return roots !== undefined && roots.value.length > 0 ? roots : undefined;
}
