import { foldersBesideTheProgram, testFolder } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { cleanPath, joinedPath, outermost } from "./build-paths";
import { holdsPython, isPackage, subfoldersOf } from "./import-roots";
import type { PackageSearch } from "./python-source/value";

/** The folders of packages by their dotted names; the one of the empty name holds all others. */
export type PackageFolders = ReadonlyMap<string, string>;

/**
 * The packages and modules that `[tool.setuptools]` names; undefined where it names none.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html
 */
export function listedPackages(setuptools: TomlTable | undefined, folder: ProjectFolder): Fact<string[]> | undefined {
  if (setuptools === undefined) return undefined;
  const folders = packageFolders(setuptools.table("package-dir"));
  const isSearch = isTable(setuptools.value("packages"));
  const find = isSearch ? setuptools.tableAt("packages", "find") : undefined;
  const names = isSearch ? [] : (setuptools.texts("packages")?.value ?? []);
  const packages = find === undefined ? namedPackages(names, folders) : foundPackages(folder, searchOf(find));
  const modules = namedModules(setuptools.texts("py-modules")?.value ?? [], folders);
  if (find === undefined && packages.length === 0 && modules.length === 0) return undefined;
  const key = packages.length > 0 || modules.length === 0 ? "packages" : "py-modules";
  return fact(outermost([...packages, ...modules]), setuptools.source(key));
}

/** `package-dir` of setuptools. */
export function packageFolders(table: TomlTable | undefined): PackageFolders {
  return new Map(table?.keys().map((name) => [name, cleanPath(table.text(name)?.value ?? "")]));
}

/** Where the top-level packages of these lie. */
export function namedPackages(names: readonly string[], folders: PackageFolders): string[] {
  // A package with a folder of its own counts for itself: what is above it may not be there.
  const owners = names.map((name) => (folders.has(name) ? name : name.split(".")[0]));
  return outermost(owners.map((name) => folderOf(name, folders)));
}

/** Where these modules lie: those with dots in their names are part of a package. */
export function namedModules(names: readonly string[], folders: PackageFolders): string[] {
  const modules = names.filter((name) => !name.includes(".")).map((name) => `${folderOf(name, folders)}.py`);
  const within = names.filter((name) => name.includes(".")).map((name) => name.replace(/\.[^.]*$/, ""));
  return [...namedPackages(within, folders), ...modules];
}

/** The folder or the module of a dotted name, without the `.py`: the nearest name that has a folder decides. */
export function folderOf(name: string, folders: PackageFolders): string {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const base = folders.get(parts.slice(0, length).join("."));
    if (base !== undefined) return joinedPath(base, ...parts.slice(length));
  }
  return joinedPath(folders.get("") ?? "", ...parts);
}

/**
 * The top-level packages that setuptools finds.
 *
 * Beside the program a repository has many folders with Python files. setuptools takes those too, and nobody means it:
 * there tests are left out, and folders without `__init__.py` count where there is nothing else.
 */
export function foundPackages(folder: ProjectFolder, search: PackageSearch): string[] {
  const include = search.include.map((pattern) => pattern.split(".")[0]);
  const matches = (name: string, patterns: readonly string[]) => patterns.some((glob) => globMatches(glob, name));
  return search.where.map(cleanPath).flatMap((base) => {
    const tests = base === "" ? testFolder : /^tests?$/;
    const isMeant = (name: string) =>
      matches(name, include) && !matches(name, search.exclude) && (!tests.test(name) || include.includes(name));
    const names = subfoldersOf(folder, base).filter(isMeant);
    const regular = names.filter((name) => isPackage(folder, joinedPath(base, name)));
    const isRepository = base === "" && include.includes("*");
    const program = isRepository ? names.filter((name) => !foldersBesideTheProgram.has(name)) : names;
    const spaces = program.filter((name) => holdsPython(folder, joinedPath(base, name)));
    const found = !search.namespaces || (isRepository && regular.length > 0) ? regular : [...regular, ...spaces];
    return names.filter((name) => found.includes(name)).map((name) => joinedPath(base, name));
  });
}

/** `[tool.setuptools.packages.find]`, where folders without `__init__.py` count unless it says otherwise. */
function searchOf(find: TomlTable): PackageSearch {
  return {
    where: find.texts("where")?.value ?? [""],
    include: find.texts("include")?.value ?? ["*"],
    exclude: find.texts("exclude")?.value ?? [],
    namespaces: find.flag("namespaces")?.value ?? true,
  };
}
