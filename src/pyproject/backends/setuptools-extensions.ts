import { liesBesideTheProgram } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import type { BackendContext } from "./build-backend";
import { matchingPaths, textOrTexts } from "./build-paths";
import { subfoldersOf } from "./import-roots";
import { nativeSource, sourceFolder } from "./native-sources";
import { readSetup } from "./setup-keywords";

/** The keyword arguments of `setup()` that list extension modules. */
const keywords = ["ext_modules", "cffi_modules", "rust_extensions"];

/**
 * What lists the extension modules: a table, keyword arguments of `setup()`, or sources of Cython in the packages, which a
 * program that nothing here can follow may find by itself.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/ext_modules.html
 */
export function extensionsOf({ file, folder }: BackendContext, roots: readonly string[]): Fact<string>[] {
  const table = file.tableAt("tool", "setuptools");
  const listed = table !== undefined && (table.array("ext-modules")?.value ?? []).length > 0;
  const setup = readSetup(folder).keywords;
  const named = keywords.flatMap((name) =>
    setup.has(name) ? [fact(name, setup.get(name)?.source ?? "setup.py")] : [],
  );
  const found = [...(listed ? [fact("ext-modules", table.source("ext-modules"))] : []), ...named];
  if (found.length > 0) return found;
  const cython = roots.flatMap((root) => sourceIn(folder, root, /\.pyx$/) ?? []);
  return cython.slice(0, 1).map((path) => fact("*.pyx", path));
}

function sourceIn(folder: ProjectFolder, path: string, kind: RegExp, levels = 4): string | undefined {
  const source = folder.list(path).find((name) => kind.test(name));
  if (source !== undefined) return `${path}/${source}`;
  const below = levels === 1 ? [] : subfoldersOf(folder, path);
  return below.flatMap((name) => sourceIn(folder, `${path}/${name}`, kind, levels - 1) ?? []).at(0);
}

/**
 * The sources of the extension modules that the table lists, with their folders, in which there are their headers, and the
 * folders of native sources that a source distribution holds: it can be built.
 */
export function extensionFiles(context: BackendContext): Fact<string>[] {
  const { file, folder } = context;
  const tables = file.tableAt("tool", "setuptools")?.tables("ext-modules") ?? [];
  const sources = tables.flatMap((table) => [...textOrTexts(table, "sources"), ...textOrTexts(table, "depends")]);
  const included = tables.flatMap((table) => textOrTexts(table, "include-dirs"));
  return [
    ...sources.map(({ value, source }) => fact(sourceFolder(value), source)),
    ...included,
    ...(extensionsOf(context, []).length > 0 ? manifestFolders(folder) : []),
  ];
}

/** @see https://setuptools.pypa.io/en/latest/userguide/miscellaneous.html#controlling-files-in-the-distribution */
function manifestFolders(folder: ProjectFolder): Fact<string>[] {
  const lines = (folder.read("MANIFEST.in") ?? "").replaceAll(/\\\r?\n/g, " ").split(/\r?\n/);
  const paths = lines.flatMap((line) => {
    const [command, ...words] = line.trim().split(/\s+/);
    const [root, ...patterns] = words;
    if (command === "include") return words.filter(isNative).flatMap((word) => matchingPaths(folder, word));
    if (command === "graft" || patterns.includes("*")) return holdsNative(folder, root) ? [root] : [];
    return command === "recursive-include" && patterns.some(isNative) ? [root] : [];
  });
  return paths.filter((path) => !liesBesideTheProgram(path)).map((path) => fact(path, "MANIFEST.in"));
}

function isNative(pattern: string): boolean {
  return nativeSource.test(pattern);
}

/** A submodule that was not fetched is empty. */
function holdsNative(folder: ProjectFolder, path: string): boolean {
  return folder.list(path).length === 0 || sourceIn(folder, path, nativeSource) !== undefined;
}
