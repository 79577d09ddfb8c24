import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The environment variable that puts a synth into check mode: it names the folder, outside of the checkout, in which the
 * synth tells what it would write, in place of writing it.
 */
export const REPORT_VARIABLE = "PYTHON_CONTAINER_CHECK_REPORT";

/** A file that is not what a fresh synth would leave behind. */
export interface Difference {
  /** Its path from the root project's folder. */
  readonly path: string;
  /** What is the matter with it, in the words after its name. */
  readonly what: string;
  /** The lines that would change, the first few of them. */
  readonly diff: readonly string[];
  /** Whether a synth would refuse to write over it, since people changed it. */
  readonly isRefused?: boolean;
}

/** A Dockerfile that `docker build --check` can look at; paths lead from the root project's folder. */
export interface CheckedDockerfile {
  readonly path: string;
  readonly context: string;
  /** The stages on which no other depends: together they reach all of them. */
  readonly targets: readonly string[];
}

/** A dev container that the Dev Containers CLI can read; paths lead from the root project's folder. */
export interface CheckedDevContainer {
  /** That of devcontainer.json. */
  readonly path: string;
  /** The project's folder. */
  readonly folder: string;
}

/** What one part of the project has for the check; paths lead from the root project's folder. */
export interface CheckedParts {
  readonly dockerfiles?: readonly CheckedDockerfile[];
  readonly composeFiles?: readonly string[];
  readonly bakeFiles?: readonly string[];
  readonly devContainers?: readonly CheckedDevContainer[];
}

/** What a synth in check mode tells. */
export interface CheckReport extends Required<CheckedParts> {
  /** The root project's folder, absolute. */
  readonly root: string;
  readonly differences: readonly Difference[];
  /** What speaks against lock files, each in a sentence. */
  readonly locks: readonly string[];
}

/** That there was no synth, for a mistake that people can mend, or another error with its stack. */
export interface StoppedSynth {
  readonly stoppedBy: string;
}

let folder: string | undefined;

/** Where this synth reports; undefined where it is an ordinary one. */
export function reportFolder(): string | undefined {
  const named = process.env[REPORT_VARIABLE];
  if (named !== undefined) {
    folder = named || undefined;
    // A process that the projenrc file starts is an ordinary one.
    delete process.env[REPORT_VARIABLE];
  }
  return folder;
}

/** Writes a report beside those that are there: a projenrc file may have several root projects. */
export function addReport(folder: string, report: CheckReport | StoppedSynth): void {
  const number = String(readdirSync(folder).length).padStart(4, "0");
  writeFileSync(join(folder, `${number}.json`), JSON.stringify(report));
}

/** The reports of a synth; none where it wrote none. */
export function readReports(folder: string): (CheckReport | StoppedSynth)[] {
  const names = readdirSync(folder).sort();
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}
