import { liesBesideTheProgram } from "../../knowledge/source-folders";
import { type Fact, fact } from "../fact";
import { isTable, type TomlTable } from "../files/toml-table";
import type { BackendContext, BuildBackend, DynamicMetadata } from "./build-backend";
import { cleanPath, fixedPart, keysOf, matchingPaths, outermost, textOrTexts } from "./build-paths";
import { cmakeFiles } from "./cmake-files";
import { readmeFragments } from "./hatchling-metadata";
import { isPackage } from "./import-roots";

/**
 * scikit-build-core: extensions that CMake builds.
 *
 * @see https://scikit-build-core.readthedocs.io/en/latest/reference/configs.html
 */
export const scikitBuildCore: BuildBackend = {
  entryPoint: /^scikit_build_core\.build/,
  packageRoots,
  dynamicVersion,
  dynamicMetadata,
  buildFiles,
};

function tableOf({ file }: BackendContext): TomlTable | undefined {
  return file.tableAt("tool", "scikit-build");
}

/** `wheel.packages`, or else the package with the name of the project, by its usual places. */
function packageRoots(context: BackendContext): Fact<string[]> | undefined {
  const wheel = tableOf(context)?.table("wheel");
  if (wheel?.has("packages")) {
    const renamed = isTable(wheel.value("packages")) ? wheel.table("packages") : undefined;
    const paths =
      renamed?.keys().map((name) => renamed.text(name)?.value ?? "") ?? wheel.texts("packages")?.value ?? [];
    // A package that CMake makes has no folder.
    const found = paths.filter((path) => context.folder.exists(cleanPath(path)));
    return fact(outermost((found.length > 0 ? found : paths).map(cleanPath)), wheel.source("packages"));
  }
  const parts = context.name.split(".").map((part) => part.replaceAll("-", "_"));
  const names = parts.length > 1 ? [parts.join("_"), parts.join("/")] : parts;
  for (const base of ["src/", "python/", ""]) {
    const found = names.find((name) => name !== "" && isPackage(context.folder, base + name));
    const root = found && base + found.split("/")[0];
    if (root) return fact([root], `the name of the project, found at ${root}`);
  }
  return undefined;
}

/** A provider of a dynamic field, by the table of scikit-build-core or by the one for all backends. */
interface Provider {
  readonly name: Fact<string>;
  readonly settings: TomlTable;
}

/** @see https://scikit-build-core.readthedocs.io/en/latest/configuration/dynamic.html */
function providerOf(context: BackendContext, field: string): Provider | undefined {
  const own = tableOf(context)?.table("metadata")?.table(field);
  const named = own?.text("provider");
  if (own !== undefined && named !== undefined) return { name: named, settings: own };
  const tool = context.file.table("tool");
  const listed = Array.isArray(tool?.value("dynamic-metadata")) ? (tool?.tables("dynamic-metadata") ?? []) : [];
  const settings = listed.find((table) => (table.text("field")?.value ?? impliedField(table)) === field);
  const local = isTable(settings?.value("provider")) ? settings?.table("provider")?.text("module") : undefined;
  const name = local ?? settings?.text("provider");
  return settings && name && { name, settings };
}

/** Some providers serve one field alone. */
function impliedField(table: TomlTable): string | undefined {
  const name = table.value("provider");
  if (typeof name !== "string") return undefined;
  if (/setuptools_scm|vcs|git/.test(name)) return "version";
  return /readme/.test(name) ? "readme" : undefined;
}

function dynamicVersion(context: BackendContext): Fact<string> | undefined {
  const provider = providerOf(context, "version")?.name;
  if (provider === undefined) return undefined;
  const name = provider.value.replace(/^(?:scikit_build_core\.metadata|dynamic_metadata(?:\.plugins)?)\./, "");
  return fact(`scikit-build-core:${name.replaceAll("_", "-")}`, provider.source);
}

function dynamicMetadata(context: BackendContext): DynamicMetadata {
  const provider = context.project?.dynamic.includes("readme") ? providerOf(context, "readme") : undefined;
  if (!provider?.name.value.includes("fancy")) return {};
  const hook = context.file.tableAt("tool", "hatch", "metadata", "hooks", "fancy-pypi-readme");
  return { readmeFiles: readmeFragments(hook) };
}

function buildFiles(context: BackendContext): Fact<string>[] {
  const table = tableOf(context);
  const version = providerOf(context, "version")?.settings;
  const local = isTable(version?.value("provider"))
    ? version?.table("provider")?.text("path")
    : version?.text("provider-path");
  const source = table?.table("cmake")?.text("source-dir");
  const isBuilt = table?.table("wheel")?.flag("cmake")?.value ?? true;
  const cmake = isBuilt ? cmakeFiles(context.folder, cleanPath(source?.value ?? "")) : [];
  return [
    ...(isBuilt && source !== undefined ? [source] : []),
    ...cmake,
    ...(version?.text("input") ? [version.text("input")] : []),
    local,
    ...includedInSource(table?.table("sdist")),
    ...keysOf(table?.table("wheel")?.table("force-include")),
    ...licenses(context),
    ...(table?.tables("generate") ?? []).map((generated) => generated.text("template-path")),
  ].filter((file) => file !== undefined);
}

function licenses(context: BackendContext): Fact<string>[] {
  const patterns = textOrTexts(tableOf(context)?.table("wheel"), "license-files");
  return patterns.flatMap(({ value, source }) =>
    matchingPaths(context.folder, value).map((path) => fact(path, source)),
  );
}

/** What a source distribution holds although it is ignored by git is there for the build, unless for tests and docs. */
function includedInSource(sdist: TomlTable | undefined): Fact<string>[] {
  const include = sdist?.texts("include");
  const patterns = include?.value.filter((pattern) => !pattern.startsWith("!")) ?? [];
  const paths = patterns.map((pattern) => fixedPart(pattern.replace(/^\/+/, "")));
  return paths.filter((path) => !liesBesideTheProgram(path)).map((path) => fact(path, include?.source ?? ""));
}
