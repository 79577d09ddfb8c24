import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docker, mustDocker } from "../../e2e/harness/engine";
import { Registry } from "../../e2e/harness/registry";
import type { Bench, BenchOptions, Measurement } from "../measurement";
import { shuffled } from "../shuffled";
import { FIRST } from "./application";
import { addClutter } from "./clutter";
import { Figures } from "./figures";
import { firstAnswer, warmUp } from "./first-answer";
import { imageSize } from "./image-size";
import { type LockFiles, makeLocks } from "./lock-files";
import { addedBytes, stored } from "./push-bytes";
import { edits, WITH_ONE_MORE, WITH_PSYCOPG2 } from "./rounds";
import { checkTraits } from "./seen-traits";
import { SubjectFolder } from "./subject-folder";
import { type ImageSubject, imageSubjects } from "./subjects";
import { imageOf, timedBuild } from "./timed-build";

/** Builds the application by this module's Dockerfiles and by those that are written by hand, again and again. */
export const imagesBench: Bench = async function* (options) {
  const folder = mkdtempSync(join(tmpdir(), "images-bench-"));
  process.env.E2E_RUN_FOLDER = folder;
  const bench = new ImagesBench(options, await Registry.start());
  try {
    yield* bench.run();
  } finally {
    await bench.end();
    rmSync(folder, { recursive: true, force: true });
  }
};

class ImagesBench {
  private readonly figures = new Figures();
  private readonly built = new Set<string>();
  private readonly subjects = imageSubjects.filter(({ id }) => chosen.length === 0 || chosen.includes(id));

  constructor(
    private readonly options: BenchOptions,
    private readonly registry: Registry,
  ) {}

  /** What was measured so far comes after each round, so that a run that is ended early keeps it. */
  public async *run(): AsyncGenerator<Measurement> {
    const locks = await makeLocks(FIRST);
    const more = await makeLocks(WITH_ONE_MORE);
    const compiled = await makeLocks(WITH_PSYCOPG2);
    for (let round = 1; round <= this.options.runs; round++) {
      for (const subject of shuffled(this.subjects)) await this.round(subject, round, locks, more);
      for (const subject of shuffled(this.subjects)) await this.compile(subject, round, compiled);
      yield* this.figures.all();
    }
  }

  public async end(): Promise<void> {
    await this.registry.stop();
  }

  /** One subject from nothing to the last edit; what is the same in every round is measured in the first one. */
  private async round(subject: ImageSubject, round: number, locks: LockFiles, more: LockFiles): Promise<void> {
    const folder = new SubjectFolder(subject, `${round}`);
    const isFirst = round === 1;
    folder.write(FIRST, locks);
    await mustDocker(["builder", "prune", "--all", "--force"], { seconds: 300 });
    await this.build(folder, "cold build, empty caches");
    await this.build(folder, "cold build, warm download cache", ["--no-cache"]);
    if (isFirst) await this.addSize(folder, locks, "image size");
    await warmUp(imageOf(folder));
    this.figures.add(subject, "start to first answer", "s", await firstAnswer(imageOf(folder)));
    const before = isFirst ? await stored(this.registry, imageOf(folder), `${subject.id}:before`) : undefined;
    for (const { cell, change, isOwn } of edits) {
      if (isOwn && subject.manager === undefined) continue;
      const state = change(folder.state, `${Date.now() % 1e9}`);
      folder.write(state, state.hasOneMore ? more : locks);
      await this.build(folder, cell);
      if (before === undefined || cell !== "source edit") continue;
      const after = await stored(this.registry, imageOf(folder), `${subject.id}:after`);
      this.figures.add(subject, "bytes that a source edit adds to push and pull", "bytes", addedBytes(before, after));
    }
    if (isFirst) await checkTraits(folder, locks);
    if (isFirst) await this.addContext(subject, locks);
    await this.forget(folder);
  }

  private async build(folder: SubjectFolder, cell: string, more: readonly string[] = []): Promise<void> {
    const { subject } = folder;
    const { seconds, id, ran, installedAgain } = await timedBuild(folder, more);
    this.built.add(id);
    this.options.log(`images: ${subject.id}, ${cell}: ${seconds.toFixed(2)} s, ${ran.length} steps`);
    this.figures.add(subject, cell, "s", seconds);
    this.figures.add(subject, `${cell}: steps`, "count", ran.length);
    this.figures.add(subject, `${cell}: dependencies installed`, "count", installedAgain ? 1 : 0);
  }

  private async addSize(folder: SubjectFolder, locks: LockFiles, cell: string): Promise<void> {
    const { bytes, aboveFloor } = await imageSize(imageOf(folder), locks["requirements.txt"]);
    this.figures.add(folder.subject, cell, "bytes", bytes);
    this.figures.add(folder.subject, `${cell} above base, production environment and own files`, "bytes", aboveFloor);
  }

  /** What is sent of a developer's repository. */
  private async addContext(subject: ImageSubject, locks: LockFiles): Promise<void> {
    const folder = new SubjectFolder(subject, "context");
    folder.write(FIRST, locks);
    addClutter(folder);
    const { contextBytes, id } = await timedBuild(folder);
    this.built.add(id);
    this.figures.add(subject, "context", "bytes", contextBytes);
    folder.remove();
  }

  /** The variant that builds a dependency from source. */
  private async compile(subject: ImageSubject, round: number, locks: LockFiles): Promise<void> {
    const folder = new SubjectFolder(subject, "psycopg2");
    folder.write(WITH_PSYCOPG2, locks);
    await mustDocker(["builder", "prune", "--all", "--force"], { seconds: 300 });
    await this.build(folder, "psycopg2 from source: cold build, empty caches");
    if (round === 1) await this.addSize(folder, locks, "psycopg2 from source: image size");
    await this.forget(folder);
  }

  /** Removes the images that were built, those without a name too. */
  private async forget(folder: SubjectFolder): Promise<void> {
    await docker(["image", "rm", "--force", ...this.built], { seconds: 120 });
    this.built.clear();
    folder.remove();
  }
}

/** The subjects of a partial run, which says so by having no others: `BENCH_SUBJECTS=uv,c`. */
const chosen = (process.env.BENCH_SUBJECTS ?? "").split(",").filter(Boolean);
