import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import type { BackendContext } from "./build-backend";
import { cleanPath, fixedPart, joinedPath, textOrTexts } from "./build-paths";
import { cargoFiles } from "./cargo-files";
import { cmakeFiles } from "./cmake-files";
import { filesOfProgram } from "./local-modules";
import { filesIn as filesOfValues, itemsOf } from "./python-source/value";
import { readSetup } from "./setup-keywords";
import { readSetupPy } from "./setup-py";
import { extensionFiles } from "./setuptools-extensions";
import { folderOf, packageFolders } from "./setuptools-packages";
import { versioningitFiles } from "./versioningit";

/** Files that setuptools reads where they are there. */
const ownFiles = ["setup.py", "setup.cfg", "MANIFEST.in"];

/**
 * What setuptools reads: its own files, what its tables name, and what setup.py names and imports.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html
 */
export function setuptoolsFiles(context: BackendContext): Fact<string>[] {
  const { file, folder } = context;
  const setuptools = file.tableAt("tool", "setuptools");
  return [
    ...ownFiles.map((name) => fact(name, name)),
    ...dynamicFiles(setuptools, folder),
    ...dataFiles(setuptools?.table("data-files")),
    ...textOrTexts(setuptools, "script-files"),
    ...extensionFiles(context),
    ...textOrTexts(file.tableAt("tool", "setuptools-git-versioning"), "version_file"),
    ...versioningitFiles(file.tableAt("tool", "versioningit")),
    ...setupFiles(folder),
    ...compiledFiles(context),
  ];
}

/** The files that `[tool.setuptools.dynamic]` names, and the module of the version. */
function dynamicFiles(setuptools: TomlTable | undefined, folder: ProjectFolder): Fact<string>[] {
  const dynamic = setuptools?.table("dynamic");
  const attribute = isTable(dynamic?.value("version")) ? dynamic?.table("version")?.text("attr") : undefined;
  const module = attribute?.value.split(".").slice(0, -1).join(".") ?? "";
  const path = folderOf(module, packageFolders(setuptools?.table("package-dir")));
  const file = [`${path}.py`, `${path}/__init__.py`].find((each) => module !== "" && folder.exists(each));
  return [...filesIn(dynamic), ...(attribute && file ? [fact(file, attribute.source)] : [])];
}

/** The files below every key `file`, however deep: those of the extras lie one table further down. */
function filesIn(table: TomlTable | undefined): Fact<string>[] {
  const below = table?.keys().flatMap((key) => (isTable(table.value(key)) ? filesIn(table.table(key)) : [])) ?? [];
  return [...textOrTexts(table, "file"), ...below];
}

function dataFiles(table: TomlTable | undefined): Fact<string>[] {
  const patterns = table?.keys().flatMap((key) => textOrTexts(table, key)) ?? [];
  return patterns.map(({ value, source }) => fact(fixedPart(value), source));
}

/** The files that setup.py and setup.cfg read, and the modules beside setup.py that it imports, with what they read. */
function setupFiles(folder: ProjectFolder): Fact<string>[] {
  const read = [...(readSetupPy(folder)?.files ?? []), ...filesOfProgram(folder, "setup.py")];
  const named = [...readSetup(folder).keywords].flatMap(([keyword, { value, source }]) => {
    const texts =
      keyword === "scripts" ? itemsOf(value).flatMap((item) => (item.kind === "text" ? [item.text] : [])) : [];
    return [...filesOfValues([value]), ...texts].map((path) => fact(path, source));
  });
  return [...read.map((path) => fact(path, "setup.py")), ...named];
}

/** What the builds of extensions read that are no business of setuptools itself. */
function compiledFiles({ file, folder, buildRequires }: BackendContext): Fact<string>[] {
  const needs = (...names: string[]) => buildRequires.some(({ name }) => names.includes(name));
  const rust = file.tableAt("tool", "setuptools-rust");
  const crates = [...(rust?.tables("ext-modules") ?? []), ...(rust?.tables("bins") ?? [])];
  const manifests = crates.map((table) => table.text("path")?.value ?? "Cargo.toml");
  const isRust = needs("setuptools-rust") || manifests.length > 0;
  const cargo = isRust ? [...new Set(["Cargo.toml", ...manifests])].map((path) => joinedPath(path)) : [];
  return [
    ...cargo.filter((path) => folder.exists(path)).flatMap((path) => cargoFiles(folder, path)),
    ...(needs("scikit-build", "scikit-build-core", "cmake") ? cmakeFiles(folder, cmakeFolder(folder)) : []),
  ];
}

/** @see https://scikit-build.readthedocs.io/en/latest/usage.html#scikit-build-options */
function cmakeFolder(folder: ProjectFolder): string {
  const stated = readSetup(folder).keywords.get("cmake_source_dir")?.value;
  return stated?.kind === "text" ? cleanPath(stated.text) : "";
}
