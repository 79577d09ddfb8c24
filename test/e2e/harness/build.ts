import { docker, mustDocker } from "./engine";
import { testImage } from "./image";

/** One step of a build, as BuildKit tells it. */
export interface BuildStep {
  /** The stage's name; empty where the file has one stage alone. */
  readonly stage: string;
  /** The instruction, `RUN …`. */
  readonly text: string;
  readonly cached: boolean;
}

/** A successful build: its image and what was done for it. */
export interface Build {
  readonly image: string;
  readonly steps: BuildStep[];
}

/**
 * Builds a target of the folder's Dockerfile.
 *
 * @param label keeps the images of different tests apart
 * @param context the build context, from the folder
 * @throws with the build's output where it fails
 */
export async function buildTarget(
  folder: string,
  target: string,
  label: string,
  more: string[] = [],
  context = ".",
): Promise<Build> {
  const image = testImage(`${label}-${target}`);
  const words = ["build", "--progress=plain", "--target", target, "--tag", image, ...more, context];
  const outcome = await docker(words, { cwd: folder, seconds: 500 });
  if (outcome.exitCode !== 0) throw new Error(`docker ${words.join(" ")}\n${outcome.stderr.slice(-6000)}`);
  await mustDocker(["image", "inspect", image]);
  return { image, steps: buildSteps(outcome.stderr) };
}

/** The steps in the plain progress of a build: `#7 [deps 2/3] RUN …` and later `#7 CACHED` or `#7 DONE 1.2s`. */
export function buildSteps(progress: string): BuildStep[] {
  const lines = progress.split("\n");
  const cached = new Set(lines.flatMap((line) => line.match(/^#(\d+) CACHED$/)?.[1] ?? []));
  const steps = new Map<string, BuildStep>();
  for (const line of lines) {
    // The only stage of a file is not named.
    const [, number, stage = "", text] = line.match(/^#(\d+) \[ *(?:(?:\S+ )?(\S+) +)?\d+\/\d+\] (.*)$/) ?? [];
    if (number !== undefined) steps.set(number, { stage, text, cached: cached.has(number) });
  }
  return [...steps.values()];
}

/**
 * The RUN steps of a stage that were run, not taken from the cache.
 *
 * @throws where the build has no RUN step of that stage, so that a renamed stage doesn't pass for a cached one
 */
export function stepsThatRan(build: Build, stage: string): string[] {
  const steps = build.steps.filter((step) => step.stage === stage && step.text.startsWith("RUN"));
  if (steps.length === 0) throw new Error(`the build has no RUN step in a stage ${stage}`);
  return steps.filter((step) => !step.cached).map((step) => step.text);
}
