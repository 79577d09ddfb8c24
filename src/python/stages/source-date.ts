import type { DockerfileBlock } from "../../dockerfile/block";
import type { ContainerPlan } from "../container-plan";

/**
 * The argument by which BuildKit and the programs of a build take one time for all that they make.
 *
 * A commit's time would install everything again at each commit. This one, in seconds since 1970, is the oldest that a zip
 * archive can hold.
 *
 * @see https://reproducible-builds.org/docs/source-date-epoch/
 */
export const sourceDate = { name: "SOURCE_DATE_EPOCH", default: `${Date.UTC(1980, 0, 1) / 1000}` } as const;

/** Declares the argument in a stage: by it Python keys bytecode on the source's content, not on the time of the build. */
export function addSourceDate(block: DockerfileBlock, { options }: ContainerPlan): void {
  if (options.reproducible) block.addArg(sourceDate.name);
}

/** Declares the argument before the first stage, with its default. */
export function addGlobalSourceDate(block: DockerfileBlock, { options }: ContainerPlan): void {
  if (!options.reproducible) return;
  block.addArg(sourceDate.name, { default: sourceDate.default, comment: "option reproducible: 1 January 1980" });
}
