import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildStep, buildSteps } from "../../e2e/harness/build";
import { docker } from "../../e2e/harness/engine";
import { testImage } from "../../e2e/harness/image";
import type { SubjectFolder } from "./subject-folder";

/** A build that succeeded. */
export interface TimedBuild {
  readonly seconds: number;
  /** The image's id: the name may belong to a later build. */
  readonly id: string;
  /** The RUN and COPY steps that were not taken from the cache. */
  readonly ran: readonly BuildStep[];
  /** Did the step run that installs the dependencies? */
  readonly installedAgain: boolean;
  /** What was sent of the build context. */
  readonly contextBytes: number;
}

/** The name of a subject's image. */
export const imageOf = ({ subject }: SubjectFolder) => testImage(`bench-${subject.id}`);

/**
 * Builds a subject's image as its user would: `docker build --tag NAME .`
 *
 * @throws with the end of the build's output where it fails
 */
export async function timedBuild(folder: SubjectFolder, more: readonly string[] = []): Promise<TimedBuild> {
  const words = ["build", "--progress=plain", "--iidfile", ".image-id", "--tag", imageOf(folder), ...more, "."];
  const start = process.hrtime.bigint();
  const { exitCode, stderr } = await docker(words, { cwd: folder.path, seconds: 600 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (exitCode !== 0) throw new Error(`docker ${words.join(" ")}\n${stderr.slice(-4000)}`);
  const steps = buildSteps(stderr).filter(({ text }) => /^(RUN|COPY)\b/.test(text));
  const { installs } = folder.subject;
  const installing = steps.filter(({ stage, text }) => installs.test(`${stage} ${text}`));
  // A renamed stage is no cached one.
  if (installing.length === 0) throw new Error(`${folder.subject.id}: no step of the build matches ${installs}`);
  return {
    seconds,
    id: readFileSync(join(folder.path, ".image-id"), "utf8").trim(),
    ran: steps.filter(({ cached }) => !cached),
    installedAgain: installing.some(({ cached }) => !cached),
    contextBytes: contextBytes(stderr),
  };
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** What the client sent, in BuildKit's figures: `#6 transferring context: 211.40MB 1.2s done`. */
function contextBytes(progress: string): number {
  const lines = [...progress.matchAll(/^#\d+ transferring context: ([\d.]+)([kMG]?B)\b.*\bdone$/gm)];
  return lines.reduce((sum, [, figure, unit]) => sum + Number(figure) * UNITS[unit], 0);
}
