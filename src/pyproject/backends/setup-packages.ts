import type { ProjectFolder } from "../files/project-folder";
import { cleanPath } from "./build-paths";
import { itemsOf, type PackageSearch, type PythonValue } from "./python-source/value";
import { readSetup } from "./setup-keywords";

/** The packages and modules that setup.py and setup.cfg name. */
export interface SetupPackages {
  /** Where setuptools looks for packages. */
  readonly searches: readonly PackageSearch[];
  /** Packages by their dotted names. */
  readonly packages: readonly string[];
  /** Modules by their dotted names. */
  readonly modules: readonly string[];
  /** The folders of packages by their dotted names; the one of the empty name holds all others. */
  readonly folders: ReadonlyMap<string, string>;
  /** The key that names them. */
  readonly source: string;
}

/**
 * What `packages`, `py_modules` and `package_dir` in setup.py and setup.cfg say; undefined where they name nothing, or
 * nothing that is known without running setup.py.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html
 */
export function setuptoolsPackages(folder: ProjectFolder): SetupPackages | undefined {
  const { keywords } = readSetup(folder);
  const [packages, modules] = [keywords.get("packages"), keywords.get("py_modules")];
  const listed = packages === undefined ? [] : itemsOf(packages.value);
  const searches = listed.flatMap((item) => (item.kind === "packages" ? [item.search] : []));
  const found = {
    searches,
    packages: textsOf(listed),
    modules: modules === undefined ? [] : textsOf(itemsOf(modules.value)),
  };
  const isNothing = Object.values(found).every((each) => each.length === 0);
  const source = packages?.source ?? modules?.source;
  if (isNothing || source === undefined) return undefined;
  return { ...found, folders: foldersOf(keywords.get("package_dir")?.value), source };
}

function textsOf(items: readonly PythonValue[]): string[] {
  return items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
}

function foldersOf(value: PythonValue | undefined): ReadonlyMap<string, string> {
  const entries = value?.kind === "dict" ? [...value.entries] : [];
  return new Map(
    entries.flatMap(([name, path]) => (path.kind === "text" ? [[name, cleanPath(path.text)] as const] : [])),
  );
}
