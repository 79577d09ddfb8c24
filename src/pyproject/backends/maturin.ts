import { type Fact, fact } from "../fact";
import { isTable, type TomlTable } from "../files/toml-table";
import { spdxExpression } from "../metadata/spdx";
import type { BackendContext, BuildBackend, DynamicMetadata } from "./build-backend";
import { fixedPart, joinedPath, outermost } from "./build-paths";
import { cargoFiles, packageText, readCargo } from "./cargo-files";
import { isPackage } from "./import-roots";

/**
 * maturin: Rust crates as Python packages, with Python sources beside them where there are any.
 *
 * @see https://www.maturin.rs/project_layout.html
 */
export const maturin: BuildBackend = {
  entryPoint: /^maturin$/,
  packageRoots,
  dynamicVersion: (context) => {
    const manifest = manifestPath(context);
    return fact("maturin:Cargo.toml", packageText(context.folder, manifest, "version")?.source ?? manifest);
  },
  dynamicMetadata,
  buildFiles: (context) => [...cargoFiles(context.folder, manifestPath(context)), ...furtherFiles(context)],
};

function tableOf({ file }: BackendContext): TomlTable | undefined {
  return file.tableAt("tool", "maturin");
}

/** A `src` folder holds Rust, unless the crate lies in `rust`. */
function packageRoots(context: BackendContext): Fact<string[]> {
  const table = tableOf(context);
  const module = moduleName(context);
  const listed = table?.texts("python-packages");
  const names = [module.value.split(".")[0], ...(listed?.value.map((name) => name.split(/[./]/)[0]) ?? [])];
  const base = table?.text("python-source")?.value ?? (isPythonFirst(context) ? "src" : "");
  const roots = outermost(names.filter((name) => name !== "").map((name) => joinedPath(base, name)));
  const found = roots.filter((path) => context.folder.list(path).length > 0 && !isCrate(context, path));
  return fact(found, (found.length > 1 ? listed : undefined)?.source ?? module.source);
}

/** The module that is built, with dots where it lies in a package. */
function moduleName(context: BackendContext): Fact<string> {
  const manifest = manifestPath(context);
  const library = readCargo(context.folder, manifest)?.table("lib")?.text("name");
  const stated = tableOf(context)?.text("module-name") ?? library;
  return stated ?? fact(context.name.replaceAll("-", "_"), "maturin: the name of the project");
}

/** Is the crate in `rust`, and the Python package in `src`? */
function isPythonFirst(context: BackendContext): boolean {
  const names = [context.name.replaceAll("-", "_"), ...(tableOf(context)?.texts("python-packages")?.value ?? [])];
  const isPython = names.some((name) => name !== "" && isPackage(context.folder, joinedPath("src", name)));
  return isPython && context.folder.exists("rust/Cargo.toml");
}

/** Is the folder a crate that only has the name of the module? */
function isCrate({ folder }: BackendContext, path: string): boolean {
  return !isPackage(folder, path) && folder.exists(joinedPath(path, "Cargo.toml"));
}

function manifestPath(context: BackendContext): string {
  const stated = tableOf(context)?.text("manifest-path")?.value;
  if (stated !== undefined) return joinedPath(stated);
  const isBeside = isPythonFirst(context) || tableOf(context)?.has("python-source");
  return isBeside && context.folder.exists("rust/Cargo.toml") ? "rust/Cargo.toml" : "Cargo.toml";
}

/** @see https://www.maturin.rs/metadata.html#dynamic-metadata */
function dynamicMetadata(context: BackendContext): DynamicMetadata {
  const manifest = manifestPath(context);
  const of = (field: string) =>
    context.project?.dynamic.includes(field) ? packageText(context.folder, manifest, field) : undefined;
  const [description, license, readme] = [of("description"), of("license"), of("readme")];
  const expression = license && spdxExpression(license.value);
  return {
    ...(description && { description }),
    ...(license && expression && { license: fact(expression, license.source) }),
    ...(readme && { readmeFiles: [fact(joinedPath(readme.manifest, "..", readme.value), readme.source)] }),
  };
}

/** Data that is installed beside the packages, type stubs of a crate without Python, and what `include` names. */
function furtherFiles(context: BackendContext): Fact<string>[] {
  const table = tableOf(context);
  const module = moduleName(context);
  const data = table?.text("data") ?? fact(`${module.value}.data`, module.source);
  return [data, fact(`${module.value}.pyi`, module.source), ...includedFiles(table)];
}

function includedFiles(table: TomlTable | undefined): Fact<string>[] {
  const entries = table?.array("include");
  return (entries?.value ?? []).flatMap((entry) => {
    const path = isTable(entry) ? entry.path : entry;
    const isElsewhere = isTable(entry) && (entry.from !== undefined || !formatsOf(entry.format).includes("wheel"));
    if (typeof path !== "string" || isElsewhere || entries === undefined) return [];
    return [fact(fixedPart(path), entries.source)];
  });
}

function formatsOf(format: unknown): readonly unknown[] {
  if (format === undefined) return ["wheel"];
  return Array.isArray(format) ? format : [format];
}
