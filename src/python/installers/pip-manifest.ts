import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { versionVariable } from "../../pyproject/backends/version-origins";
import type { ProjectFacts } from "../../pyproject/facts";
import { addCopyOfInputs } from "./copy-inputs";
import { deskGroups } from "./desk-groups";
import { type InstallerContext, productionNames } from "./installer";
import { type ManifestSource, manifestParts, manifestScript } from "./manifest-script";
import { asksItself, pipBasis, productionLists } from "./pip-basis";
import { addBackendByPip, pipCache } from "./pip-commands";

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
  const { facts, place } = context;
  const source = manifestSource(facts, environments);
  if (isListed(facts)) {
    const lock = facts.lockFile === undefined ? [] : [facts.lockFile.value.path];
    const { production, development } = source;
    addCopyOfInputs(block, [...production.files, ...lock], manifestParts.production, place);
    addCopyOfInputs(block, [...production.files, ...development.files, ...lock], manifestParts.development, place);
    return;
  }
  if (facts.hasDynamicDependencies) addReport(block, context);
  else {
    addCopyOfInputs(block, inputs, ".", place);
    for (const path of localPaths(facts)) block.addCopy([place.inContext(path)], path);
  }
  block.addRunScript(manifestScript(source), {
    interpreter: "python",
    // What the backend is asked is one step, so that the two show apart where one fails.
    comment: `the requirements alone, without what installing them does not depend on${facts.hasDynamicDependencies ? "\nhadolint ignore=DL3059" : ""}`,
  });
}

/** Are requirements files all that the environments depend on, so that they can be copied as they are? */
export function isListed(facts: ProjectFacts): boolean {
  const { requirementsFiles, pathDependencies, gitDependencies } = facts;
  if (asksItself(facts) || requirementsFiles.length === 0) return false;
  const { groups, extras } = deskGroups(facts);
  return [...groups, ...extras, ...pathDependencies, ...gitDependencies].length === 0;
}

function manifestSource(facts: ProjectFacts, environments: readonly string[]): ManifestSource {
  const basis = pipBasis(facts);
  const lock = basis.kind === "lock" ? { [basis.lockFile.path]: lockedRequirements } : {};
  const paths = Object.fromEntries(localPaths(facts).map((path) => [path, path]));
  const { extras, groups, files } = deskGroups(facts);
  const list = [...new Set(productionLists(facts).flat())];
  const further = [...new Set(files.flat())].filter((path) => !list.includes(path));
  return {
    python: facts.python.value,
    report: facts.hasDynamicDependencies ? report : undefined,
    isCheck: basis.kind === "lock",
    copies: { ...lock, ...paths },
    production: { ...productionNames(facts), environments: [], files: list },
    development: { extras, groups, environments, files: further },
  };
}

/** Asks the build backend: it may read any file. Nothing of what it needs is asked of an index twice. */
function addReport(block: DockerfileBlock, context: InstallerContext): void {
  const { dynamicVersion } = context.facts;
  addBackendByPip(block, context);
  block.addCopy([context.place.inContext(".")], ".");
  const variable = dynamicVersion && versionVariable(dynamicVersion.value);
  if (variable !== undefined) block.addEnv(variable, "0", { comment: "the requirements are those of any version" });
  block.addRun(
    [
      ...["pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--no-build-isolation", "--no-index"],
      ...["--quiet", "--report", report, "."],
    ],
    { mounts: [pipCache], comment: "the build backend tells the requirements" },
  );
}

/** The places in the project's folder from which production takes dependencies. */
function localPaths({ pathDependencies }: ProjectFacts): string[] {
  const paths = pathDependencies
    .filter(({ value }) => value.isProduction && !/[{}]/.test(value.location))
    .map(({ value }) => posix.normalize(value.location.replace(/^file:/, "")).replace(/\/$/, ""));
  return [...new Set(paths)].filter((path) => !/^(?:\.{0,2}|\.\.\/.*|\/.*)$/.test(path));
}
