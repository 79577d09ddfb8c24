import { type Fact, fact } from "../fact";
import type { BackendContext, BuildBackend } from "./build-backend";
import { keysOf, patternPaths, textOrTexts } from "./build-paths";
import { hatchlingRequires, hookFiles, hookNotes } from "./hatchling-hooks";
import { hatchlingMetadata, requirementsFilesOf } from "./hatchling-metadata";
import { hatchlingPackages } from "./hatchling-packages";
import { pluginFiles } from "./hatchling-plugins";
import { buildHooks, buildTable, hatchTable } from "./hatchling-tables";
import { versioningitFiles } from "./versioningit";

/**
 * hatchling, with its plugins.
 *
 * @see https://hatch.pypa.io/latest/config/build/
 */
export const hatchling: BuildBackend = {
  entryPoint: /^hatchling\./,
  packageRoots: hatchlingPackages,
  dynamicVersion,
  dynamicMetadata: hatchlingMetadata,
  buildRequires: hatchlingRequires,
  buildFiles,
  notes: (context) => [...missingIncludes(context), ...unreadExtras(context), ...hookNotes(context)],
};

/** Sources of versions by their names in `[tool.hatch.version]`; a plugin that is not here counts by that name. */
const versionSources: ReadonlyMap<string, string> = new Map([
  ["regex", "hatch:file"],
  ["code", "hatch:code"],
  ["env", "hatch:env"],
  ["vcs", "hatch-vcs"],
  ["nodejs", "hatch-nodejs-version"],
  ["regex_commit", "hatch-regex-commit"],
]);

function dynamicVersion(context: BackendContext): Fact<string> | undefined {
  const table = hatchTable(context, "version");
  const hook = hatchTable(context, "metadata", "hooks", "custom");
  // A hook for metadata may set every field that is dynamic.
  if (table === undefined) return hook && fact("hatch:custom", hook.source("path"));
  const source = table.text("source");
  const name = source?.value ?? "regex";
  return fact(versionSources.get(name) ?? name, source?.source ?? table.source("path"));
}

function buildFiles(context: BackendContext): Fact<string>[] {
  const wheel = hatchTable(context, "build", "targets", "wheel");
  const copied = ["shared-data", "shared-scripts", "extra-metadata"].map((key) => wheel?.table(key));
  return [
    fact("hatch.toml", "hatch.toml"),
    ...hookFiles(context),
    ...pluginFiles(context),
    ...keysOf(buildTable(context, "force-include")?.table("force-include")),
    ...copied.flatMap(keysOf),
    ...textOrTexts(wheel, "sbom-files"),
    ...versionFile(context),
    ...included(context),
    ...versioningitFiles(context.file.tableAt("tool", "versioningit")),
    ...versioningitFiles(hatchTable(context, "version")),
    ...requirementsFilesOf(context),
  ];
}

/** What is included beside the packages. */
function included(context: BackendContext): Fact<string>[] {
  const roots = hatchlingPackages(context)?.value ?? [];
  return ["only-include", "include"].flatMap((key) => patternPaths(buildTable(context, key)?.texts(key), roots));
}

function versionFile(context: BackendContext): Fact<string>[] {
  const table = hatchTable(context, "version");
  const byDefault =
    table?.text("source")?.value === "nodejs" ? fact("package.json", table.source("source")) : undefined;
  const file = context.project?.hasDynamicVersion === false ? undefined : (table?.text("path") ?? byDefault);
  return file === undefined ? [] : [file];
}

/** hatchling stops where the source of a file is missing that is forced in, unless a hook makes it before. */
function missingIncludes(context: BackendContext): string[] {
  const hasHooks = buildHooks(context).size > 0;
  const forced = keysOf(buildTable(context, "force-include")?.table("force-include"));
  const missing = hasHooks ? [] : forced.filter(({ value }) => !/^[~/]/.test(value) && !context.folder.exists(value));
  return missing.map(
    ({ value, source }) =>
      `${source} forces ${value} in, which does not exist: the build will stop there; add the file or mend the key`,
  );
}

/** Extras that the build finds out, and that nothing here could read. */
function unreadExtras({ file, project }: BackendContext): string[] {
  const isUnread = project?.dynamic.includes("optional-dependencies") && project.extras.length === 0;
  const key = `${file.file} [project].dynamic`;
  return isUnread
    ? [`${key} names the optional dependencies: the build backend finds them out, they are not read`]
    : [];
}
