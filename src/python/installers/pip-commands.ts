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

/** Installs by pip what the build backends of the packages need. */
export function addBuildRequires(block: DockerfileBlock, { buildRequires, secrets }: InstallerContext): void {
  if (buildRequires.length === 0) return;
  block.addRun(["pip", "install", ...buildRequires.map(({ value }) => value.written)], {
    mounts: [...secrets, pipCache],
    comment: `${sourcesOf(buildRequires)}\nhadolint ignore=DL3013`,
  });
}

/** Installs by pip what the build backends of the packages need, and what builds and installs the project by them. */
export function addBackendByPip(block: DockerfileBlock, context: InstallerContext): void {
  addBuildRequires(block, context);
  if (!isFast(context)) return;
  // A layer of its own: where the manifest asks the build backend too, that is one step for both.
  block.addRun(["pip", "install", ...fastTools.pins], {
    mounts: toolMounts(context),
    comment: "they build and install the project in half of the time that pip takes\nhadolint ignore=DL3059",
  });
}

/** Builds the packages and installs them alone, without their dependencies and without a network. */
export function addProjectByPip(block: DockerfileBlock, context: InstallerContext): void {
  const interpreter = addInterpreter(block);
  addCopyOfSource(block, context);
  const mounts = [...context.buildCaches];
  if (!isFast(context)) {
    const words = [interpreter, "-m", "pip", "install", "--prefix", layout.environment];
    block.addRun([...words, "--no-deps", "--no-build-isolation", "--no-index", ...context.packages], { mounts });
    return;
  }
  // A script and an isolated module: neither takes a file build.py or installer.py of the project for itself.
  const build = ["pyproject-build", "--wheel", "--no-isolation", "--skip-dependency-check", "--outdir", WHEELS, "."];
  // pip lets a script of an entry point stand beside one that the package brings.
  const install = [interpreter, "-Im", "installer", "--prefix", layout.environment, "--overwrite-existing"];
  const compile = ["--compile-bytecode", "0"];
  block.addRunShell(inTurn(shellWords(build), `${shellWords([...install, ...compile])} ${WHEELS}/*.whl`), { mounts });
}

/** What builds a project and what installs it, and the Python from which on they run. */
const fastTools = { pins: ["build==1.6.1", "installer==1.1.0"], python: PythonVersion.of("3.10") } as const;

/** Where the wheel of the project lies, in its stage. */
const WHEELS = "/tmp/wheels";

/** Is it the project alone that is built, by tools that run on its Python? pip takes archives and several folders too. */
function isFast({ packages, facts }: InstallerContext): boolean {
  return packages.join() === "." && facts.python.value.compare(fastTools.python) >= 0;
}

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
    "import argparse, compileall, difflib, email.policy, importlib.metadata, inspect, json, logging, subprocess, tarfile, zipfile",
  ],
  comment:
    "what builds import is compiled once: the base image has no bytecode, and each command would compile it anew",
};
