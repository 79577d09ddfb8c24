import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { sourcesOf } from "../../pyproject/fact";
import { layout } from "../layout";
import { addCopyOfSource } from "./copy-inputs";
import { replacingIndex } from "./index-flags";
import type { InstallerContext } from "./installer";

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
export function addBackendByPip(block: DockerfileBlock, { buildRequires, secrets }: InstallerContext): void {
  if (buildRequires.length === 0) return;
  block.addRun(["pip", "install", ...buildRequires.map(({ value }) => value.written)], {
    mounts: [...secrets, pipCache],
    comment: `${sourcesOf(buildRequires)}\nhadolint ignore=DL3013`,
  });
}

/** Installs by pip the packages alone, without their dependencies and without a network. */
export function addProjectByPip(block: DockerfileBlock, context: InstallerContext): void {
  const interpreter = addInterpreter(block);
  addCopyOfSource(block, context);
  const words = [interpreter, "-m", "pip", "install", "--prefix", layout.environment];
  block.addRun([...words, "--no-deps", "--no-build-isolation", "--no-index", ...context.packages], {
    mounts: [...context.buildCaches],
  });
}

/**
 * Makes the interpreter appear by the path that it has in the app stage, and returns that path.
 *
 * Installing a project writes it into the first line of the project's scripts.
 *
 * @param further what else is done once, and not again where the source changes
 */
export function addInterpreter(
  block: DockerfileBlock,
  further?: { readonly command: string[]; readonly comment: string },
): string {
  const interpreter = `${layout.environment}/bin/python`;
  block.addRunSequence(
    [
      ["mkdir", "-p", `${layout.environment}/bin`],
      ["ln", "-s", "/usr/local/bin/python", interpreter],
      ...(further === undefined ? [] : [further.command]),
    ],
    {
      comment: [
        "the interpreter's path in the app stage: the first line of the project's scripts names it",
        ...(further === undefined ? [] : [further.comment]),
      ].join("\n"),
    },
  );
  return interpreter;
}
