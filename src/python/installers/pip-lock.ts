import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import { DockerfileWord } from "../../dockerfile/word";
import { uvDefaultIndex } from "./index-flags";
import { type InstallerContext, productionNames } from "./installer";
import { askingFile, asksItself, productionLists } from "./pip-basis";
import { toolMounts } from "./pip-commands";
import { lockedRequirements } from "./pip-manifest";

/** What of a project is locked beside what production has. */
export interface FurtherLocked {
  readonly groups?: readonly string[];
  readonly files?: readonly string[];
}

/**
 * Makes a lock file of the standard format, for every platform; pip itself can lock for the platform alone on which it runs.
 *
 * @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
export function addPylock(block: DockerfileBlock, context: InstallerContext, further: FurtherLocked = {}): void {
  const { facts, secrets } = context;
  // The build backend may read any file.
  if (facts.hasDynamicDependencies) block.addCopy([context.place.inContext(".")], ".");
  block.addRun(["pip", "install", DockerfileWord.join("uv==", DockerfileWord.variable("UV_VERSION"))], {
    mounts: toolMounts(context),
    comment: "it locks for every platform, pip for the one on which it runs",
  });
  const { groups, extras } = productionNames(facts);
  const listed = productionLists(facts).map(([file]) => file);
  const itself = asksItself(facts) || listed.length === 0 ? [askingFile(facts)] : [];
  // A requirements file may name the project itself.
  const without = listed.length > 0 && facts.installsProject.value && facts.name ? [facts.name.value.normalized] : [];
  block.addRun(
    [
      ...["uv", "pip", "compile", "--universal", "--format", "pylock.toml", "--quiet", "--no-header"],
      ...uvDefaultIndex(facts),
      ...["--output-file", facts.lockFile?.value.name ?? lockedRequirements],
      ...without.flatMap((name) => ["--no-emit-package", name]),
      ...extras.flatMap((name) => ["--extra", name]),
      ...[...groups, ...(further.groups ?? [])].flatMap((name) => ["--group", name]),
      ...[...itself, ...listed, ...(further.files ?? [])],
    ],
    { mounts: [...secrets, RunMount.cache("/root/.cache/uv")] },
  );
}
