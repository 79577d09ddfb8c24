import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { versionVariable } from "../../pyproject/backends/version-origins";
import type { ProjectFacts } from "../../pyproject/facts";
import { addCopyOfInputs, addCopyOfProjects } from "./copy-inputs";
import { deskGroups } from "./desk-groups";
import { type InstallerContext, productionNames } from "./installer";
import { type ManifestSource, manifestParts, manifestScript } from "./manifest-script";
import { asksItself, pipBasis, productionLists } from "./pip-basis";
import { addBuildRequires, pipCache } from "./pip-commands";

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
  const source = manifestSource(context, environments);
  if (isListed(facts)) {
    const lock = facts.lockFile === undefined ? [] : [facts.lockFile.value.path];
    const { production, development } = source;
    const part = (name: keyof typeof manifestParts) => posix.join(manifestParts[name], place.folder);
    addCopyOfInputs(block, [...production.files, ...lock], part("production"), place);
    addCopyOfInputs(block, [...production.files, ...development.files, ...lock], part("development"), place);
    return;
  }
  if (facts.hasDynamicDependencies) addReport(block, context);
  // What lies in the project's own folder is there already after the report.
  const isCopied = (path: string) => !facts.hasDynamicDependencies || /^\.\.(?:\/|$)/.test(path);
  addCopyOfInputs(block, inputs.filter(isCopied), ".", place);
  addCopyOfProjects(
    block,
    context.within.filter(({ path }) => isCopied(path)),
    place,
  );
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

function manifestSource({ facts, place, within }: InstallerContext, environments: readonly string[]): ManifestSource {
  const basis = pipBasis(facts);
  const lock = basis.kind === "lock" ? { [basis.lockFile.path]: lockedRequirements } : {};
  const paths = (isProduction: boolean) =>
    Object.fromEntries(within.filter((each) => each.isProduction === isProduction).map(({ path }) => [path, path]));
  const { extras, groups, files } = deskGroups(facts);
  const list = [...new Set(productionLists(facts).flat())];
  const further = [...new Set(files.flat())].filter((path) => !list.includes(path));
  return {
    python: facts.python.value,
    report: facts.hasDynamicDependencies ? report : undefined,
    isCheck: basis.kind === "lock",
    folder: place.folder,
    production: { ...productionNames(facts), environments: [], files: list, copies: { ...lock, ...paths(true) } },
    development: { extras, groups, environments, files: further, copies: paths(false) },
  };
}

/** Asks the build backend: it may read any file. Nothing of what it needs is asked of an index twice. */
function addReport(block: DockerfileBlock, context: InstallerContext): void {
  const { dynamicVersion } = context.facts;
  addBuildRequires(block, context);
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
