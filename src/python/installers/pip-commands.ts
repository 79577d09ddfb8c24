import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { sourcesOf } from "../../pyproject/fact";
import { PythonVersion } from "../../values/python-version";
import { layout } from "../layout";
import { addCopyOfSource } from "./copy-inputs";
import { replacingIndex } from "./index-flags";
import type { InstallerContext } from "./installer";
import { inTurn, shellWords } from "./shell-text";

/** What pip has downloaded, kept between builds. */
export const pipCache = RunMount.cache("/root/.cache/pip");

/** What pip has where it installs a tool: the secrets too, where the project's own index takes the place of the default one. */
export function toolMounts({ facts, secrets }: InstallerContext): RunMount[] {
  return [...(replacingIndex(facts) === undefined ? [] : secrets), pipCache];
}

/** Settings of every pip in a build: it is root, says nothing of newer versions of itself, and asks the project's index. */
export function addPipSettings(block: DockerfileBlock, { facts, secrets }: InstallerContext): void {
  block.addEnv("PIP_DISABLE_PIP_VERSION_CHECK", "1");
  block.addEnv("PIP_ROOT_USER_ACTION", "ignore");
  if (secrets.length > 0) block.addEnv("PIP_NO_INPUT", "1", { comment: "a build can't be asked for a password" });
  const index = replacingIndex(facts);
  if (index !== undefined) block.addEnv("PIP_INDEX_URL", index.value.url, { comment: index.source });
}

/** Installs by pip what the build backends of the packages need, and what builds and installs the packages by them. */
export function addBackendByPip(block: DockerfileBlock, context: InstallerContext): void {
  if (context.packages.length === 0) return;
  addBuildRequires(block, context, {
    names: ["build", "installer"],
    comment: "build and installer: they install the project in half of the time that pip takes",
  });
}

/**
 * Installs by pip what the build backends of the packages need.
 *
 * @param tools what is installed with it
 */
export function addBuildRequires(
  block: DockerfileBlock,
  { buildRequires, secrets }: InstallerContext,
  tools?: { readonly names: readonly string[]; readonly comment: string },
): void {
  const names = [...buildRequires.map(({ value }) => value.written), ...(tools?.names ?? [])];
  if (names.length === 0) return;
  const sources = buildRequires.length === 0 ? [] : [sourcesOf(buildRequires)];
  block.addRun(["pip", "install", ...names], {
    mounts: [...secrets, pipCache],
    comment: [...sources, ...(tools === undefined ? [] : [tools.comment]), "hadolint ignore=DL3013"].join("\n"),
  });
}

/** Builds the packages and installs them alone, without their dependencies and without a network. */
export function addProjectByPip(block: DockerfileBlock, context: InstallerContext): void {
  const interpreter = addInterpreter(block);
  addCopyOfSource(block, context);
  // A script and an isolated module: neither takes a file build.py or installer.py of the project for itself.
  const build = ["pyproject-build", "--wheel", "--no-isolation", "--skip-dependency-check", "--outdir", WHEELS];
  const install = [interpreter, "-Im", "installer", "--prefix", layout.environment, "--compile-bytecode", "0"];
  // Packages of one namespace may each have its __init__.py. The last installer for an older Python stops there.
  if (context.packages.length > 1 && context.facts.python.value.compare(OVERWRITES) >= 0) install.push(OVERWRITE);
  block.addRunShell(
    inTurn(...context.packages.map((path) => shellWords([...build, path])), `${shellWords(install)} ${WHEELS}/*.whl`),
    { mounts: [...context.buildCaches] },
  );
}

/** An option of installer 1.0, and the Python from which on that runs. */
const [OVERWRITE, OVERWRITES] = ["--overwrite-existing", PythonVersion.of("3.10")] as const;

/** Where the packages lie that were built, in their stage. */
const WHEELS = "/tmp/wheels";

/**
 * Makes the interpreter appear by the path that it has in the app stage, and returns that path.
 *
 * Installing a project writes it into the first line of the project's scripts.
 */
export function addInterpreter(block: DockerfileBlock): string {
  const interpreter = `${layout.environment}/bin/python`;
  block.addRunSequence(
    [
      ["mkdir", "-p", `${layout.environment}/bin`],
      ["ln", "-s", "/usr/local/bin/python", interpreter],
    ],
    { comment: "the interpreter's path in the app stage: the first line of the project's scripts names it" },
  );
  return interpreter;
}

/**
 * Compiles what builds import of the standard library: the base image comes without its bytecode, and where Python may write
 * none, each command compiles it anew.
 */
export const compiledLibrary = {
  command: [
    ...["python", "-c"],
    "import compileall, email.policy, importlib.metadata, inspect, json, logging, subprocess, tarfile, zipfile",
  ],
  comment:
    "what builds import is compiled once: the base image has no bytecode, and each command would compile it anew",
};
