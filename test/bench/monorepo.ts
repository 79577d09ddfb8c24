import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BakedRepository } from "../e2e/harness/baked-repository";
import { docker, mustDocker } from "../e2e/harness/engine";
import { applicationFiles, FIRST } from "./images/application";
import { imageSubjects } from "./images/subjects";
import type { Bench } from "./measurement";

/** How many projects the repository has. */
const ALL = 20;

const cells = [
  { cell: "cold build of 1 project", targets: ["services-1"] },
  { cell: `cold build of ${ALL} projects`, targets: [] },
];

/** Builds the images of a repository whose projects share their dependencies, and of one of them, by its bake file. */
export const monorepoBench: Bench = async function* ({ runs, log }) {
  const folder = mkdtempSync(join(tmpdir(), "monorepo-bench-"));
  const names = Array.from({ length: ALL }, (_, at) => `orders${at + 1}`);
  try {
    for (const { id, manager } of imageSubjects.filter((each) => each.manager !== undefined)) {
      const options = { packageManager: manager };
      const repository = await BakedRepository.make(join(folder, id), applicationFiles(FIRST), names, options);
      const images = await repository.images();
      for (const { cell, targets } of cells) {
        const values: number[] = [];
        for (let run = 1; run <= runs; run++) {
          await docker(["image", "rm", "--force", ...images], { seconds: 120 });
          await mustDocker(["builder", "prune", "--all", "--force"], { seconds: 300 });
          const { seconds } = await repository.bake(["--load", ...targets]);
          log(`monorepo: ${id}, ${cell}: ${seconds.toFixed(2)} s`);
          values.push(seconds);
        }
        yield { suite: "monorepo", subject: id, cell, unit: "s", values };
      }
      await docker(["image", "rm", "--force", ...images], { seconds: 120 });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
