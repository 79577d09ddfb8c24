import { foldersBesideTheProgram, modulesBesideTheProgram, testFolder } from "../../knowledge/source-folders";
import type { ProjectFolder } from "../files/project-folder";

/** How deep a folder is searched for Python files: a namespace package has folders without any. */
const depth = 3;

/**
 * The packages and modules that a program on disk can import from its own folder, or from `src`: what is there, without
 * what only belongs to the repository, such as tests and tools.
 */
export function importRoots(folder: ProjectFolder): string[] {
  const below = packagesIn(folder, "src");
  if (below.length > 0 && !isPackage(folder, "src")) return below;
  const packages = packagesIn(folder, "");
  if (packages.length > 0) return packages.flatMap((path) => packagesOfSource(folder, path) ?? [path]);
  return folder.list("").filter((name) => isModule(name) && !modulesBesideTheProgram.has(name));
}

/**
 * The packages in a folder that is one of sources under another name than `src`; undefined where it is none. As Django
 * projects have it, there is a `manage.py`; or there are packages alone, or one of them is imported by its name. A folder
 * that its own modules import by its name is a package without `__init__.py`.
 */
function packagesOfSource(folder: ProjectFolder, path: string): string[] | undefined {
  const found = packagesIn(folder, path);
  if (isPackage(folder, path) || found.length === 0) return undefined;
  const regular = found.filter((each) => isPackage(folder, each));
  const names = regular.map((each) => each.slice(path.length + 1));
  const places = [path, ...regular];
  const isImported = (modules: readonly string[]) => modules.length > 0 && importsAny(folder, places, modules);
  if (!names.includes(path) && isImported([path])) return undefined;
  const isWhole = () => regular.length > 0 && regular.length === programFolders(folder, path).length;
  return folder.exists(joined(path, "manage.py")) || isWhole() || isImported(names) ? found : undefined;
}

/** Does a module right in one of the places import one of these? */
function importsAny(folder: ProjectFolder, places: readonly string[], modules: readonly string[]): boolean {
  const imports = new RegExp(`^\\s*(?:from|import)\\s+(?:${modules.join("|")})\\b`, "m");
  return places.some((place) => {
    return folder.list(place).some((name) => isModule(name) && imports.test(folder.read(joined(place, name)) ?? ""));
  });
}

/** The folders with Python files in a folder, without what only belongs to the repository. */
function programFolders(folder: ProjectFolder, path: string): string[] {
  return programNames(folder, path).filter((each) => holdsPython(folder, each, depth));
}

/** Is there anything on disk yet that a program can import? */
export function hasProgram(folder: ProjectFolder): boolean {
  return importRoots(folder).length > 0;
}

/** Where one of these modules is: in the project's folder, or in `src`; undefined where it is not on disk. */
export function namedRoot(folder: ProjectFolder, modules: readonly string[]): string | undefined {
  const places = modules.flatMap((module) => [module, `src/${module}`]);
  const found = places.find((place) => holdsPython(folder, place, depth));
  return found ?? places.map((place) => `${place}.py`).find((file) => folder.exists(file));
}

/** The packages in a folder, without what only belongs to the repository. */
export function packagesIn(folder: ProjectFolder, path: string): string[] {
  return packagesAmong(folder, programNames(folder, path));
}

function programNames(folder: ProjectFolder, path: string): string[] {
  const names = subfoldersOf(folder, path).filter(
    (name) => !foldersBesideTheProgram.has(name) && !testFolder.test(name),
  );
  return names.map((name) => joined(path, name));
}

/** Those of the folders that are packages: regular ones, or where there are none those with Python files. */
export function packagesAmong(folder: ProjectFolder, paths: readonly string[]): string[] {
  const regular = paths.filter((path) => isPackage(folder, path));
  return regular.length > 0 ? regular : paths.filter((path) => holdsPython(folder, path, depth));
}

/** Does the folder have an `__init__.py`? */
export function isPackage(folder: ProjectFolder, path: string): boolean {
  return folder.exists(joined(path, "__init__.py"));
}

/** Are there Python files in the folder, or in folders below? */
export function holdsPython(folder: ProjectFolder, path: string, levels = depth): boolean {
  if (folder.list(path).some(isModule)) return true;
  return levels > 1 && subfoldersOf(folder, path).some((name) => holdsPython(folder, joined(path, name), levels - 1));
}

/** The folders in a folder that can be packages by their name. */
export function subfoldersOf(folder: ProjectFolder, path: string): string[] {
  const folders = folder.list(path).filter((name) => name.endsWith("/"));
  return folders.map((name) => name.slice(0, -1)).filter((name) => /^[A-Za-z_]\w*$/.test(name));
}

function isModule(name: string): boolean {
  return /^[A-Za-z_]\w*\.pyi?$/.test(name);
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}/${name}`;
}
