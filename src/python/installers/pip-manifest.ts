import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { versionVariable } from "../../pyproject/backends/version-origins";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import { addCopyOfInputs } from "./copy-inputs";
import { deskGroups } from "./desk-groups";
import { type InstallerContext, productionNames } from "./installer";
import { type ManifestPart, type ManifestSource, manifestScript } from "./manifest-script";
import { asksItself, pipBasis } from "./pip-basis";
import { addBackendByPip } from "./pip-commands";

/** The parts of the manifest: each is all that one environment depends on. */
export const manifestParts = {
  production: `${layout.manifest}/production`,
  development: `${layout.manifest}/development`,
} as const;

/** The lock file's name in the manifest: by it pip knows what it is. */
export const lockedRequirements = "pylock.toml";

const report = "/tmp/report.json";

/** The files that pip and hatch read of a project. */
export function manifestInputs({ hasPyproject, lockFile, requirementsFiles, groups }: ProjectFacts): string[] {
  const files = [
    ...(hasPyproject ? ["pyproject.toml"] : []),
    ...requirementsFiles.map(({ value }) => value),
    ...groups.flatMap(({ value }) => value.requirementsFiles ?? []),
    `${lockFile?.value.path ?? lockedRequirements}*`,
  ];
  return [...new Set(files)];
}

/**
 * Writes what the environments depend on into the manifest.
 *
 * @param inputs the files to read
 * @param environments those of hatch that a developer has
 */
export function addPipManifest(
  block: DockerfileBlock,
  context: InstallerContext,
  inputs: readonly string[],
  environments: readonly string[],
): void {
  const { facts } = context;
  const parts = manifestPartsOf(facts, environments);
  if (parts.every((part) => isCopied(part, facts))) {
    const lock = facts.lockFile === undefined ? [] : [facts.lockFile.value.path];
    for (const { folder, files } of parts) addCopyOfInputs(block, [...files, ...lock], folder);
    return;
  }
  if (facts.hasDynamicDependencies) addReport(block, context);
  else {
    addCopyOfInputs(block, inputs, ".");
    for (const path of localPaths(facts)) block.addCopy([path], path);
  }
  block.addRunScript(manifestScript(manifestSource(facts), parts), {
    interpreter: "python",
    comment: "the requirements alone, without what installing them does not depend on",
  });
}

/** Are requirements files all that it depends on, so that they can be copied as they are? */
function isCopied({ extras, groups, environments }: ManifestPart, facts: ProjectFacts): boolean {
  if (asksItself(facts) || facts.requirementsFiles.length === 0) return false;
  return [extras, groups, environments, facts.pathDependencies, facts.gitDependencies].every(
    ({ length }) => length === 0,
  );
}

function manifestSource(facts: ProjectFacts): ManifestSource {
  const basis = pipBasis(facts);
  const lock = basis.kind === "lock" ? { [basis.lockFile.path]: lockedRequirements } : {};
  const paths = Object.fromEntries(localPaths(facts).map((path) => [path, path]));
  return {
    python: facts.python.value,
    report: facts.hasDynamicDependencies ? report : undefined,
    isCheck: basis.kind === "lock",
    copies: { ...lock, ...paths },
  };
}

/** Asks the build backend: it may read any file. Nothing of what it needs is asked of an index twice. */
function addReport(block: DockerfileBlock, context: InstallerContext): void {
  const { dynamicVersion } = context.facts;
  addBackendByPip(block, context);
  block.addCopy(["."], ".");
  const variable = dynamicVersion && versionVariable(dynamicVersion.value);
  if (variable !== undefined) block.addEnv(variable, "0", { comment: "the requirements are those of any version" });
  block.addRun(
    [
      ...["pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--no-build-isolation", "--no-index"],
      ...["--quiet", "--report", report, "."],
    ],
    { comment: "the build backend tells the requirements" },
  );
}

function manifestPartsOf(facts: ProjectFacts, environments: readonly string[]): ManifestPart[] {
  const { groups, extras } = productionNames(facts);
  const desk = deskGroups(facts);
  const files = facts.requirementsFiles.map(({ value }) => value);
  const production = { folder: manifestParts.production, extras, groups, environments: [], files };
  return [
    production,
    {
      folder: manifestParts.development,
      extras: [...extras, ...desk.extras],
      groups: [...groups, ...desk.groups],
      environments,
      files: [...new Set([...files, ...desk.files.flat()])],
    },
  ];
}

/** The places in the project's folder from which production takes dependencies. */
function localPaths({ pathDependencies }: ProjectFacts): string[] {
  const paths = pathDependencies
    .filter(({ value }) => value.isProduction && !/[{}]/.test(value.location))
    .map(({ value }) => posix.normalize(value.location.replace(/^file:/, "")).replace(/\/$/, ""));
  return [...new Set(paths)].filter((path) => !/^(?:\.{0,2}|\.\.\/.*|\/.*)$/.test(path));
}
