import { liesBesideTheProgram } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { Specifier } from "../requirements/specifier";
import type { BackendContext, BuildBackend } from "./build-backend";
import { fixedPart, joinedPath } from "./build-paths";
import { readBuildSystem } from "./build-system";
import { packagesIn } from "./import-roots";

/**
 * poetry-core, also behind poetry-dynamic-versioning.
 *
 * @see https://python-poetry.org/docs/pyproject/
 */
export const poetryCore: BuildBackend = {
  entryPoint: /^poetry(?:\.|_dynamic_versioning\.)/,
  packageRoots,
  dynamicVersion,
  buildFiles,
};

/** An entry of `packages`: what it includes, as far as that has no wildcards. */
interface PackageEntry {
  readonly path: string;
  /** Is it all that is in the folder? */
  readonly isEverything: boolean;
}

/** @see https://python-poetry.org/docs/pyproject/#packages */
function packageRoots({ file, folder }: BackendContext): Fact<string[]> | undefined {
  const poetry = file.tableAt("tool", "poetry");
  const entries = packageEntries(poetry);
  if (poetry === undefined || entries.length === 0) return undefined;
  const roots = entries.flatMap(({ path, isEverything }) => {
    if (isEverything) return [...packagesIn(folder, path), ...modulesIn(folder, path)];
    // Files such as NOTICE can be listed too; what is not on disk yet is taken for a package.
    return !folder.exists(path) || folder.list(path).length > 0 || path.endsWith(".py") ? [path] : [];
  });
  return fact([...new Set(roots)], poetry.source("packages"));
}

function modulesIn(folder: ProjectFolder, path: string): string[] {
  const modules = folder.list(path).filter((name) => /^[A-Za-z_]\w*\.py$/.test(name));
  return path === "" ? [] : modules.map((name) => joinedPath(path, name));
}

function packageEntries(poetry: TomlTable | undefined): PackageEntry[] {
  return (poetry?.tables("packages") ?? []).flatMap((entry) => {
    if (!formatsOf(entry, ["wheel"]).includes("wheel")) return [];
    const base = entry.text("from")?.value ?? "";
    const included = fixedPart(entry.text("include")?.value ?? "");
    return [{ path: joinedPath(base, included), isEverything: included === "" }];
  });
}

function formatsOf(entry: TomlTable, byDefault: readonly string[]): readonly string[] {
  if (Array.isArray(entry.value("format"))) return entry.texts("format")?.value ?? [];
  const format = entry.text("format");
  return format === undefined ? byDefault : [format.value];
}

function dynamicVersion({ file }: BackendContext): Fact<string> | undefined {
  return poetryDynamicVersion(file);
}

/**
 * poetry-dynamic-versioning, where it finds out the version: it has to be on, and to be there as the build backend, as a
 * requirement of the build or as a plugin that the project requires of poetry. Elsewhere the version is the one that is
 * written.
 *
 * @see https://github.com/mtkennerly/poetry-dynamic-versioning#installation
 */
export function poetryDynamicVersion(file: TomlTable): Fact<string> | undefined {
  const name = "poetry-dynamic-versioning";
  const enable = file.tableAt("tool", name)?.flag("enable");
  const { backend, requires } = readBuildSystem(file);
  const plugins = file.tableAt("tool", "poetry", "requires-plugins")?.keys().map(normalizedName) ?? [];
  const required = [...requires.map(({ value }) => value.name), ...plugins];
  const isThere = backend.value.startsWith("poetry_dynamic_versioning.") || required.includes(name);
  return enable?.value && isThere ? fact(name, enable.source) : undefined;
}

function buildFiles(context: BackendContext): Fact<string>[] {
  const poetry = context.file.tableAt("tool", "poetry");
  if (poetry === undefined) return [];
  const listed = packageEntries(poetry).map(({ path }) => fact(path, poetry.source("packages")));
  return [
    ...poetryBuildScript(context.file),
    ...listed,
    ...includedFiles(poetry, context),
    ...scriptFiles(poetry.table("scripts")),
  ];
}

/** The script that builds extensions: `poetry install` runs it too, whatever the build backend. */
export function poetryBuildScript(file: TomlTable): Fact<string>[] {
  const poetry = file.tableAt("tool", "poetry");
  const script = isTable(poetry?.value("build")) ? poetry?.table("build")?.text("script") : poetry?.text("build");
  return script === undefined ? [] : [script];
}

/**
 * What `include` puts into the wheel: poetry-core 2 puts nothing there that is not meant for it by its format. What it puts
 * into source distributions alone is there for a build script, unless for tests and docs.
 */
function includedFiles(poetry: TomlTable, { file, buildRequires }: BackendContext): Fact<string>[] {
  const hasScript = poetryBuildScript(file).length > 0;
  const source = poetry.source("include");
  const core = buildRequires.find(({ name }) => name === "poetry-core");
  const isOld = core !== undefined && core.specifier !== "" && !Specifier.of(core.specifier, source).allows("2.99.0");
  const entries = poetry.array("include")?.value ?? [];
  const paths = entries.flatMap((entry) => {
    const table = new TomlTable(isTable(entry) ? entry : {}, poetry.file, ["tool", "poetry", "include"]);
    const path = typeof entry === "string" ? entry : (table.text("path")?.value ?? "");
    const isInWheel = formatsOf(table, isOld ? ["wheel"] : []).includes("wheel");
    return isInWheel || (hasScript && !liesBesideTheProgram(path)) ? [path] : [];
  });
  return paths.map((path) => fact(fixedPart(path), source));
}

/** Scripts that are files, as against those that are functions. */
function scriptFiles(scripts: TomlTable | undefined): Fact<string>[] {
  return (scripts?.keys() ?? []).flatMap((name) => {
    const table = isTable(scripts?.value(name)) ? scripts?.table(name) : undefined;
    const file = table?.text("type")?.value === "file" ? table.text("reference") : undefined;
    return file === undefined ? [] : [file];
  });
}
