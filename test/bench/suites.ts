import { commandBench } from "./command";
import { imageVersions } from "./image-versions";
import { imagesBench } from "./images";
import { imageSubjects } from "./images/subjects";
import type { Bench, Suite } from "./measurement";
import { monorepoBench } from "./monorepo";
import type { Subject } from "./subject";
import { synthBench } from "./synth";
import { installedVersions } from "./versions";

/** A part of the benchmark, with what the report says of it besides figures. */
export interface SuiteRow {
  readonly bench: Bench;
  /** Of package managers, base images and tools that take part. */
  readonly versions: () => Readonly<Record<string, string>>;
  /** What the builds of images do. */
  readonly subjects?: readonly Subject[];
}

/** All suites, in the order in which they are run. */
export const SUITES: Record<Suite, SuiteRow> = {
  images: { bench: imagesBench, versions: imageVersions, subjects: imageSubjects },
  synth: { bench: synthBench, versions: () => installedVersions("projen") },
  command: { bench: commandBench, versions: () => installedVersions("projen", "ts-node", "typescript") },
  monorepo: { bench: monorepoBench, versions: imageVersions },
};
