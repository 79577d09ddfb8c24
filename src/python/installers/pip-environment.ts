import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { DockerfileWord } from "../../dockerfile/word";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import { deskGroups } from "./desk-groups";
import { compiled, environmentPython, givenEnvironment, newEnvironment, withoutActivation } from "./environment";
import { pipVariableIndexes } from "./index-flags";
import { type InstallerContext, lockMessage } from "./installer";
import { manifestFiles, manifestParts } from "./manifest-script";
import { askingFile, asksItself, pipBasis, pipReadsLocks, productionLists } from "./pip-basis";
import { pipCache } from "./pip-commands";
import { isListed, lockedRequirements } from "./pip-manifest";
import { pruneScript } from "./prune-script";
import { inTurn, orFail, shellWords } from "./shell-text";

/** Installs the production dependencies into `layout.environment`. */
export function addDependenciesByPip(block: DockerfileBlock, context: InstallerContext): void {
  const { facts } = context;
  const basis = pipBasis(facts);
  block.addEnv("VIRTUAL_ENV", layout.environment);
  block.addRunShell(inTurn(shellWords(newEnvironment), shellWords(withoutActivation), byImage, ...production(facts)), {
    mounts: mounts(context, manifestParts.production),
    comment: comments[basis.kind](facts),
  });
  if (basis.kind === "lock" && locksMore(facts)) addPruning(block, context);
  block.addRunShell(compiled, { comment: "on all cores; what is no Python of this version stays as it is" });
}

function addPruning(block: DockerfileBlock, context: InstallerContext): void {
  block.addRunScript(pruneScript(manifestFiles.production), {
    interpreter: "python",
    mounts: [RunMount.bind(layout.workdir, { stage: context.manifest, source: manifestParts.production })],
    comment: `the lock file may have what is for development too: what the project does not ask for goes`,
  });
}

/** Installs the production dependencies, and beside them what a developer has, into the environment that VIRTUAL_ENV names. */
export function addDevelopmentByPip(block: DockerfileBlock, context: InstallerContext): void {
  const { facts } = context;
  const { files } = deskGroups(facts);
  const further = install([manifestFiles.production, manifestFiles.development]);
  const commands = [
    shellWords(newEnvironment),
    byImage,
    shellWords(["pip", "install", DockerfileWord.join("pip==", DockerfileWord.variable("PIP_VERSION"))]),
    ...production(facts),
    ...files.map(([file]) => install([file])),
    ...(isListed(facts) ? [] : [further]),
    compiled,
    shellWords(givenEnvironment),
  ];
  block.addRunShell(inTurn(...commands), { mounts: mounts(context, manifestParts.development) });
}

/** The environment has no pip of its own: the image's installs into it. */
const byImage = `export PIP_PYTHON=${shellWords([environmentPython])}`;

const comments = {
  lock: ({ lockFile }: ProjectFacts) => `${lockFile?.value.path}, which has to have all that the project asks for`,
  list: ({ requirementsFiles: [list] }: ProjectFacts) => list.source,
  project: (facts: ProjectFacts) =>
    `there is no lock file: the newest versions that ${askingFile(facts)} allows${pipReadsLocks(facts) ? "; npx projen lock makes one" : ""}`,
};

/**
 * The commands that install the production dependencies, and see that they are what the project asks for.
 *
 * Without an index pip can't install what a lock file lacks, so that it fails; what a list lacks is added beside it.
 */
function production(facts: ProjectFacts): string[] {
  const basis = pipBasis(facts);
  const itself = asksItself(facts) ? [manifestFiles.production] : [];
  const listed = productionLists(facts).map(([file]) => file);
  switch (basis.kind) {
    case "project":
      return [install([manifestFiles.production, ...listed])];
    case "list": {
      const advice = pipReadsLocks(facts) ? ", or make a lock file with npx projen lock, then npx projen" : "";
      const message = `${basis.path} does not go with what ${askingFile(facts)} asks for: bring the two in line${advice}`;
      const check = [
        "pip freeze --all --exclude-editable >/tmp/installed.txt",
        orFail(pipInstall(itself, "-c", "/tmp/installed.txt"), message),
      ];
      return [install(listed), ...(itself.length > 0 ? check : [])];
    }
    case "lock": {
      const asked = itself.length > 0 ? itself : listed;
      const check = orFail(
        pipInstall(asked, "--quiet", "--no-index"),
        lockMessage(basis.lockFile.path, askingFile(facts)),
      );
      return [
        `${pipVariableIndexes(facts)}${install([lockedRequirements], "--no-deps")}`,
        ...(asked.length > 0 ? [check] : []),
      ];
    }
  }
}

/** All is compiled at the end. */
function install(files: readonly string[], ...options: string[]): string {
  return pipInstall(files, "--no-compile", ...options);
}

function pipInstall(files: readonly string[], ...options: string[]): string {
  return shellWords(["pip", "install", ...options, ...files.flatMap((file) => ["-r", file])]);
}

/** May the lock file have what is for development? What a requirements file asks for in the end is not known here. */
function locksMore({ groups, extras, requirementsFiles }: ProjectFacts): boolean {
  return requirementsFiles.length === 0 && [...groups, ...extras].some(({ value }) => value.isDevelopment);
}

function mounts({ manifest, secrets, within }: InstallerContext, source: string): RunMount[] {
  // Building a dependency from its folder leaves files beside it.
  const writable = within.length > 0;
  return [...secrets, pipCache, RunMount.bind(layout.workdir, { stage: manifest, source, writable })];
}
