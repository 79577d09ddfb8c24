import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packModule } from "../e2e/harness/new-project";
import { bareProject, ownProject, type SynthesizedProject } from "./command-projects";
import type { Bench } from "./measurement";

/**
 * How long `npx projen --no-post` takes, types checked, in a new project of this module and in the same Python project of
 * projen alone, which ts-node runs; all is pinned and installed.
 */
export const commandBench: Bench = async function* ({ runs, log }) {
  const folder = mkdtempSync(join(tmpdir(), "projen-python-container-bench."));
  try {
    log("packing the module");
    const tarball = await packModule(folder);
    log("installing both projects");
    const projects = [bareProject(join(folder, "bare")), ownProject(join(folder, "own"), tarball)];
    for (const each of projects) await each.install();
    for (const [cell, isEdited] of Object.entries(CELLS)) {
      log(cell);
      const taken = await takenInTurn(projects, runs, isEdited);
      for (const [{ subject }, values] of taken) yield { suite: "command", subject, cell, unit: "s", values };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Each with whether the projenrc file is edited before. */
const CELLS: Readonly<Record<string, boolean>> = {
  "npx projen --no-post": false,
  "npx projen --no-post after an edit": true,
};

/** Seconds of each run; whoever went first goes second in the next one. */
async function takenInTurn(
  projects: readonly SynthesizedProject[],
  runs: number,
  isEdited: boolean,
): Promise<Map<SynthesizedProject, number[]>> {
  const taken = new Map(projects.map((each) => [each, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (const each of run % 2 === 0 ? projects : [...projects].reverse()) {
      if (isEdited) each.edit(run + 1);
      taken.get(each)?.push(await each.seconds());
    }
  }
  return taken;
}
