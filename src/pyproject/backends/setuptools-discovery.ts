import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { joinedPath } from "./build-paths";
import { holdsPython, subfoldersOf } from "./import-roots";
import { foundPackages, namedPackages, type PackageFolders } from "./setuptools-packages";

/** Top-level folders that setuptools takes for no package where it looks for one by itself. */
const reservedFolders: ReadonlySet<string> = new Set([
  ...["ci", "bin", "debian", "doc", "docs", "documentation", "manpages", "news", "newsfragments", "changelog"],
  ...["test", "tests", "unit_test", "unit_tests", "example", "examples", "scripts", "tools", "util", "utils"],
  ...["python", "build", "dist", "venv", "env", "requirements", "tasks", "fabfile", "site_scons", "benchmark"],
  ...["benchmarks", "exercise", "exercises", "htmlcov"],
]);

/** Top-level modules that it takes for no part of the program either. */
const reservedModules: ReadonlySet<string> = new Set([
  ...["setup", "conftest", "test", "tests", "example", "examples", "build", "toxfile", "noxfile", "pavement", "dodo"],
  ...["tasks", "fabfile", "SConstruct", "Sconstruct", "sconstruct", "sConstruct", "conanfile", "manage", "benchmark"],
  ...["benchmarks", "exercise", "exercises"],
]);

/**
 * The packages and modules that setuptools finds by itself: what `package-dir` names, or what is in `src`, or else the
 * one package or the one module at the top; undefined where it finds none, or several at the top, which it refuses.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html#automatic-discovery
 */
export function discoveredPackages(folder: ProjectFolder, folders: PackageFolders): Fact<string[]> | undefined {
  const named = namedPackages(
    [...folders.keys()].filter((name) => name !== ""),
    folders,
  );
  if (named.length > 0) return fact(named, "setuptools: the packages of package-dir");
  const src = folders.get("") ?? "src";
  if (src !== "" && folder.list(src).length > 0) {
    const everything = { where: [src], include: ["*"], exclude: [], namespaces: true };
    return fact([...foundPackages(folder, everything), ...modulesIn(folder, src)], `setuptools: what is in ${src}`);
  }
  const packages = subfoldersOf(folder, "").filter((name) => !reservedFolders.has(name) && !name.startsWith("_"));
  const modules = modulesIn(folder, "").filter((file) => !/^_/.test(file) && !reservedModules.has(file.slice(0, -3)));
  const [only, ...more] = packages.length > 0 ? packages.filter((name) => holdsPython(folder, name)) : modules;
  const isRefused = packages.length > 1 || more.length > 0;
  return only === undefined || isRefused ? undefined : fact([only], `setuptools: ${only} alone is there`);
}

function modulesIn(folder: ProjectFolder, path: string): string[] {
  const modules = folder.list(path).filter((name) => /^(?!__init__)[A-Za-z_]\w*\.py$/.test(name));
  return modules.map((name) => joinedPath(path, name));
}
