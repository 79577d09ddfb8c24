import { posix } from "node:path";
import { testFolder } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import { packagesAmong, packagesIn, subfoldersOf } from "./import-roots";

type Reader = (file: TomlTable, folder: ProjectFolder, module: string) => Fact<string[]> | undefined;

/** One row a build backend; the first that fits reads. */
const readers: readonly { readonly backend: RegExp; readonly read: Reader }[] = [
  { backend: /^poetry\./, read: poetryRoots },
  { backend: /^uv_build$/, read: uvBuildRoots },
  { backend: /^hatchling\./, read: hatchlingRoots },
  { backend: /^setuptools\./, read: setuptoolsRoots },
];

/** The packages that the tables of the build backend name; undefined where they name none. */
export function listedRoots(
  backend: string,
  file: TomlTable,
  folder: ProjectFolder,
  module: string,
): Fact<string[]> | undefined {
  return readers.find((row) => row.backend.test(backend))?.read(file, folder, module);
}

/** @see https://python-poetry.org/docs/pyproject/#packages */
function poetryRoots(file: TomlTable, folder: ProjectFolder): Fact<string[]> | undefined {
  const poetry = file.tableAt("tool", "poetry");
  const roots = poetry?.tables("packages")?.flatMap((entry) => {
    const formats = Array.isArray(entry.value("format")) ? entry.texts("format") : entry.text("format");
    if (formats !== undefined && !formats.value.includes("wheel")) return [];
    const base = entry.text("from")?.value ?? "";
    const [fixed] = (entry.text("include")?.value ?? "").split(/\/?[^/]*[*?[]/);
    if (fixed === "") return packagesIn(folder, cleanPath(base));
    const path = cleanPath(posix.join(base, fixed));
    // Files such as NOTICE can be listed too; what is not on disk yet is taken for a package.
    return !folder.exists(path) || folder.list(path).length > 0 || path.endsWith(".py") ? [path] : [];
  });
  return poetry === undefined || roots === undefined ? undefined : unique(roots, poetry.source("packages"));
}

/** @see https://docs.astral.sh/uv/concepts/build-backend/ */
function uvBuildRoots(file: TomlTable, _folder: ProjectFolder, module: string): Fact<string[]> | undefined {
  const table = file.tableAt("tool", "uv", "build-backend");
  const isList = Array.isArray(table?.value("module-name"));
  const names = isList ? table?.texts("module-name")?.value : [table?.text("module-name")?.value ?? module];
  const root = table?.text("module-root")?.value ?? "src";
  const roots = (names ?? []).filter((name) => name !== "").map((name) => posix.join(root, name.split(".")[0]));
  return unique(roots.map(cleanPath), table?.source("module-name") ?? "uv_build: src and the name of the project");
}

/** @see https://hatch.pypa.io/latest/plugins/builder/wheel/#default-file-selection */
function hatchlingRoots(file: TomlTable): Fact<string[]> | undefined {
  const build = file.tableAt("tool", "hatch", "build");
  for (const table of [build?.tableAt("targets", "wheel"), build]) {
    for (const key of ["packages", "only-include"]) {
      const listed = table?.texts(key);
      if (listed !== undefined) return unique(listed.value.map(cleanPath), listed.source);
    }
  }
  return undefined;
}

/** @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html */
function setuptoolsRoots(file: TomlTable, folder: ProjectFolder): Fact<string[]> | undefined {
  const setuptools = file.tableAt("tool", "setuptools");
  if (setuptools === undefined) return undefined;
  const find = isTable(setuptools.value("packages")) ? setuptools.tableAt("packages", "find") : undefined;
  if (find !== undefined) return unique(foundPackages(find, folder), setuptools.source("packages"));
  const base = setuptools.table("package-dir")?.text("")?.value ?? "";
  const packages = Array.isArray(setuptools.value("packages")) ? (setuptools.texts("packages")?.value ?? []) : [];
  const modules = (setuptools.texts("py-modules")?.value ?? []).map((name) => `${name}.py`);
  const roots = [...packages.map((name) => name.split(".")[0]), ...modules].map((name) => posix.join(base, name));
  return unique(roots.map(cleanPath), setuptools.source(packages.length > 0 ? "packages" : "py-modules"));
}

/** The top-level packages that setuptools finds; tests are left out unless they are named. */
function foundPackages(find: TomlTable, folder: ProjectFolder): string[] {
  const include = (find.texts("include")?.value ?? ["*"]).map((pattern) => pattern.split(".")[0]);
  const exclude = find.texts("exclude")?.value ?? [];
  const matches = (name: string, patterns: readonly string[]) => patterns.some((glob) => globMatches(glob, name));
  const isLeftOut = (name: string) => testFolder.test(name) && !include.includes(name);
  return (find.texts("where")?.value ?? ["."]).map(cleanPath).flatMap((base) => {
    const names = subfoldersOf(folder, base).filter((name) => matches(name, include) && !matches(name, exclude));
    const paths = names.filter((name) => !isLeftOut(name)).map((name) => posix.join(base, name));
    return packagesAmong(folder, paths);
  });
}

function unique(roots: readonly string[], source: string): Fact<string[]> {
  return fact([...new Set(roots)], source);
}

function cleanPath(path: string): string {
  const normal = posix.normalize(path).replace(/\/$/, "");
  return normal === "." ? "" : normal;
}
