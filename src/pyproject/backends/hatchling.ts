import { type Fact, fact } from "../fact";
import type { BackendContext, BuildBackend } from "./build-backend";
import { keysOf, textOrTexts } from "./build-paths";
import { hookFiles } from "./hatchling-hooks";
import { hatchlingMetadata, requirementsFilesOf } from "./hatchling-metadata";
import { hatchlingPackages } from "./hatchling-packages";
import { buildHooks, buildTable, hatchTable } from "./hatchling-tables";

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
  buildFiles,
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
  if (table === undefined) return undefined;
  const source = table.text("source");
  const name = source?.value ?? "regex";
  return fact(versionSources.get(name) ?? name, source?.source ?? table.source("path"));
}

function buildFiles(context: BackendContext): Fact<string>[] {
  const wheel = hatchTable(context, "build", "targets", "wheel");
  const copied = ["shared-data", "shared-scripts", "extra-metadata"].map((key) => wheel?.table(key));
  return [
    fact("hatch.toml", "hatch.toml"),
    ...scripts(context),
    ...hookFiles(context),
    ...keysOf(buildTable(context, "force-include")?.table("force-include")),
    ...copied.flatMap(keysOf),
    ...textOrTexts(wheel, "sbom-files"),
    ...versionFile(context),
    ...requirementsFilesOf(context),
  ];
}

/** The scripts of the hooks that the project brings itself. */
function scripts(context: BackendContext): Fact<string>[] {
  const hooks = [buildHooks(context).get("custom"), hatchTable(context, "metadata", "hooks", "custom")];
  return hooks
    .filter((hook) => hook !== undefined)
    .map((hook) => hook.text("path") ?? fact("hatch_build.py", hook.source("path")));
}

function versionFile(context: BackendContext): Fact<string>[] {
  const table = hatchTable(context, "version");
  const byDefault =
    table?.text("source")?.value === "nodejs" ? fact("package.json", table.source("source")) : undefined;
  const file = context.project?.hasDynamicVersion === false ? undefined : (table?.text("path") ?? byDefault);
  return file === undefined ? [] : [file];
}
