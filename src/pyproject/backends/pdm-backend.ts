import { modulesBesideTheProgram } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import type { BackendContext, BuildBackend } from "./build-backend";
import { cleanPath, fixedPart, joinedPath, liesIn, moduleFiles, outermost, patternPaths } from "./build-paths";
import { holdsPython, isPackage, packagesIn } from "./import-roots";

/**
 * pdm-backend, and pdm-pep517 before it.
 *
 * @see https://backend.pdm-project.org/build_config/
 */
export const pdmBackend: BuildBackend = {
  entryPoint: /^pdm\.(?:backend|pep517)/,
  packageRoots,
  dynamicVersion,
  buildFiles,
};

/** The table of builds; pdm-pep517 had its keys in `[tool.pdm]` at first. */
function buildTable({ file }: BackendContext): TomlTable | undefined {
  const pdm = file.tableAt("tool", "pdm");
  return isTable(pdm?.value("build")) ? pdm?.table("build") : pdm;
}

/** What `includes` names, or else all packages with an `__init__.py`, or else all modules. */
function packageRoots(context: BackendContext): Fact<string[]> | undefined {
  const { folder } = context;
  const table = buildTable(context);
  const base = packageFolder(context);
  const includes = table?.texts("includes");
  const excludes = (table?.texts("excludes")?.value ?? []).map(cleanPath);
  const isShipped = (path: string) => !excludes.some((pattern) => globMatches(pattern, path));
  if (includes !== undefined && includes.value.length > 0) {
    const roots = includes.value.flatMap((pattern) => includedCode(context, pattern, base)).filter(isShipped);
    return roots.length === 0 ? undefined : fact(outermost(roots), includes.source);
  }
  const sourceOnly = (table?.texts("source-includes")?.value ?? ["tests"]).map(cleanPath);
  const packages = topPackages(folder, base);
  const roots = (packages.length > 0 ? packages : modulesIn(context, base))
    .filter(isShipped)
    .filter((path) => !sourceOnly.some((pattern) => globMatches(pattern, path)));
  const source = table?.text("package-dir")?.source ?? `pdm-backend: what is in ${base === "" ? "the folder" : base}`;
  return roots.length === 0 ? undefined : fact(roots, source);
}

/** The packages in a folder, and those that hold nothing but types. */
function topPackages(folder: ProjectFolder, base: string): string[] {
  const folders = folder.list(base).filter((name) => name.endsWith("/"));
  return folders
    .map((name) => joinedPath(base, name))
    .filter((path) => isPackage(folder, path) || (path.endsWith("-stubs") && folder.exists(`${path}/__init__.pyi`)));
}

/** The folder in which packages lie: `src` where there is one and `includes` does not point elsewhere. */
function packageFolder(context: BackendContext): string {
  const table = buildTable(context);
  const stated = table?.text("package-dir");
  if (stated !== undefined) return cleanPath(stated.value);
  const includes = (table?.texts("includes")?.value ?? []).map(fixedPart);
  if (includes.length > 0) return includes.some((path) => path !== "" && liesIn(path, ["src"])) ? "src" : "";
  return context.folder.list("src").length > 0 ? "src" : "";
}

function includedCode(context: BackendContext, pattern: string, base: string): string[] {
  const { folder } = context;
  const path = fixedPart(pattern);
  if (/\*\.pyi?$/.test(pattern) && !pattern.includes("**")) return modulesIn(context, path);
  if (path === "" || path === base) return packagesIn(folder, path);
  if (folder.exists(path)) return path.endsWith(".py") || holdsPython(folder, path) ? [path] : [];
  return /(?:^|\/)[A-Za-z_]\w*(?:\.py)?$/.test(path) ? [path] : [];
}

function modulesIn({ folder }: BackendContext, path: string): string[] {
  const modules = folder.list(path).filter((name) => /^[A-Za-z_]\w*\.py$/.test(name));
  const own = modules.filter((name) => !modulesBesideTheProgram.has(name) && name !== "pdm_build.py");
  return own.map((name) => joinedPath(path, name));
}

/** @see https://backend.pdm-project.org/metadata/#dynamic-project-version */
function dynamicVersion(context: BackendContext): Fact<string> | undefined {
  const pdm = context.file.tableAt("tool", "pdm");
  const table = isTable(pdm?.value("version")) ? pdm?.table("version") : undefined;
  if (table === undefined) return undefined;
  const source = table.text("source");
  if (source !== undefined) return fact(source.value === "scm" ? "pdm-scm" : `pdm:${source.value}`, source.source);
  // The last two are of pdm-pep517.
  const means = [
    ["path", "pdm:file"],
    ["from", "pdm:file"],
    ["use_scm", "pdm-scm"],
  ].find(([key]) => table.has(key));
  return means && fact(means[1], table.source(means[0]));
}

function buildFiles(context: BackendContext): Fact<string>[] {
  const pdm = context.file.tableAt("tool", "pdm");
  const table = buildTable(context);
  const version = isTable(pdm?.value("version")) ? pdm?.table("version") : undefined;
  const hook = table?.text("custom-hook") ?? fact("pdm_build.py", "pdm_build.py");
  const script = typeof pdm?.value("build") === "string" ? pdm.text("build") : table?.text("setup-script");
  const runsSetup = table?.flag("run-setuptools");
  return [
    hook,
    script,
    runsSetup?.value ? fact("setup.py", runsSetup.source) : undefined,
    version?.text("path") ?? version?.text("from"),
    ...functionFiles(version?.text("getter")),
    ...functionFiles(version?.text("version_format")),
    ...patternPaths(table?.texts("includes"), packageRoots(context)?.value ?? []),
    ...wheelData(table?.table("wheel-data")),
  ].filter((file) => file !== undefined);
}

/** The files of a function such as `tools.version:find`. */
function functionFiles(reference: Fact<string> | undefined): Fact<string>[] {
  const module = reference?.value.split(":")[0].trim();
  return reference && module ? moduleFiles(module).map((path) => fact(path, reference.source)) : [];
}

function wheelData(table: TomlTable | undefined): Fact<string>[] {
  return (table?.keys() ?? []).flatMap((scheme) => {
    const entries = table?.array(scheme);
    return (entries?.value ?? []).flatMap((entry) => {
      const path = isTable(entry) ? entry.path : entry;
      return typeof path === "string" && entries ? [fact(fixedPart(path), entries.source)] : [];
    });
  });
}
