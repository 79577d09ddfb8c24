import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { ProjectFacts } from "../../pyproject/facts";
import { layout } from "../layout";
import { replacingIndex } from "./index-flags";
import type { InstallerContext } from "./installer";

/** What pip has downloaded, kept between builds. */
export const pipCache = RunMount.cache("/root/.cache/pip");

/** Settings of every pip in a build: it is root, says nothing of newer versions of itself, and asks the project's index. */
export function addPipSettings(block: DockerfileBlock, facts: ProjectFacts): void {
  block.addEnv("PIP_DISABLE_PIP_VERSION_CHECK", "1");
  block.addEnv("PIP_ROOT_USER_ACTION", "ignore");
  const index = replacingIndex(facts);
  if (index !== undefined) block.addEnv("PIP_INDEX_URL", index.value.url, { comment: index.source });
}

/** Installs by pip what the build backend of the project needs. */
export function addBackendByPip(block: DockerfileBlock, { facts, secrets }: InstallerContext): void {
  const requires = facts.buildRequires.map((each) => each.value.written);
  if (requires.length === 0) return;
  block.addRun(["pip", "install", ...requires], {
    mounts: [...secrets, pipCache],
    comment: `${facts.buildRequires[0].source}\nhadolint ignore=DL3013`,
  });
}

/** Installs by pip the project alone, without its dependencies and without a network. */
export function addProjectByPip(block: DockerfileBlock): void {
  const interpreter = addInterpreter(block);
  block.addCopy(["."], ".");
  block.addRun([
    ...[interpreter, "-m", "pip", "install", "--prefix", layout.environment],
    ...["--no-deps", "--no-build-isolation", "--no-index", "."],
  ]);
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
