import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import { deskGroups } from "./desk-groups";
import { pipVariableIndexes } from "./index-flags";
import { type InstallerContext, lockMessage } from "./installer";
import { manifestFiles, manifestParts } from "./manifest-script";
import { askingFile, asksItself, pipBasis, productionLists } from "./pip-basis";
import { pipCache } from "./pip-commands";
import { isListed, lockedRequirements } from "./pip-manifest";
import { pruneScript } from "./prune-script";

/** Installs the production dependencies into `layout.environment`. */
export function addDependenciesByPip(block: DockerfileBlock, context: InstallerContext): void {
  const { facts } = context;
  const basis = pipBasis(facts);
  block.addEnv("VIRTUAL_ENV", layout.environment);
  block.addRunShell([...environment, ...production(facts)].join("\n&& "), {
    mounts: mounts(context, manifestParts.production),
    comment: comments[basis.kind](facts),
  });
  if (basis.kind !== "lock" || !locksMore(facts)) return;
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
  const further = `pip install -r ${manifestFiles.production} -r ${manifestFiles.development}`;
  const commands = [
    ...environment,
    `pip install "pip==\${PIP_VERSION}"`,
    ...production(facts),
    ...files.map(([file]) => `pip install -r ${file}`),
    ...(isListed(facts) ? [] : [further]),
    `chown -R "\${UID}:\${GID}" "\${VIRTUAL_ENV}"`,
  ];
  block.addRunShell(commands.join("\n&& "), { mounts: mounts(context, manifestParts.development) });
}

/** The environment has no pip of its own: the image's installs into it. */
const environment = [
  `python -m venv --without-pip "\${VIRTUAL_ENV}"`,
  `export PIP_PYTHON="\${VIRTUAL_ENV}/bin/python"`,
];

const comments = {
  lock: ({ lockFile }: ProjectFacts) => `${lockFile?.value.path}, which has to have all that the project asks for`,
  list: ({ requirementsFiles: [list] }: ProjectFacts) => list.source,
  project: (facts: ProjectFacts) =>
    `there is no lock file: the newest versions that ${askingFile(facts)} allows; npx projen lock makes one`,
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
  const install = (files: readonly string[], ...options: string[]) =>
    ["pip install", ...options, ...files.map((file) => `-r ${file}`)].join(" ");
  switch (basis.kind) {
    case "project":
      return [install([manifestFiles.production, ...listed])];
    case "list": {
      const message = `${basis.path} does not go with what ${askingFile(facts)} asks for: bring the two in line, or make a lock file with npx projen lock`;
      const check = [
        "pip freeze --all --exclude-editable >/tmp/installed.txt",
        orFail(install(itself, "-c /tmp/installed.txt"), message),
      ];
      return [install(listed), ...(itself.length > 0 ? check : [])];
    }
    case "lock": {
      const asked = itself.length > 0 ? itself : listed;
      const check = orFail(
        install(asked, "--quiet", "--no-index"),
        lockMessage(basis.lockFile.path, askingFile(facts)),
      );
      return [
        install([lockedRequirements], "--no-deps", ...pipVariableIndexes(facts)),
        ...(asked.length > 0 ? [check] : []),
      ];
    }
  }
}

function orFail(command: string, message: string): string {
  return `{ ${command} || { echo '${message}' >&2; exit 1; }; }`;
}

/** May the lock file have what is for development? What a requirements file asks for in the end is not known here. */
function locksMore({ groups, extras, requirementsFiles }: ProjectFacts): boolean {
  return requirementsFiles.length === 0 && [...groups, ...extras].some(({ value }) => value.isDevelopment);
}

function mounts({ facts, manifest, secrets }: InstallerContext, source: string): RunMount[] {
  // Building a dependency from its folder leaves files beside it.
  const writable = facts.pathDependencies.length > 0;
  return [...secrets, pipCache, RunMount.bind(layout.workdir, { stage: manifest, source, writable })];
}
