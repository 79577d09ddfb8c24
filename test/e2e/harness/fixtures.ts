import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer, type PythonContainerOptions } from "../../../src";
import { mustDocker } from "./engine";
import { repository, runFolder } from "./locations";

/** A file in a fixture's folder that asks for a lock file, made by the fixture's own Dockerfile. */
const ASKS_FOR_LOCK = "make-lock";

/**
 * A copy of the hand-written project test/e2e/projects/<name> with its container files, in a folder of its own.
 *
 * @param label keeps the copies of different tests apart
 * @param more what its .projenrc.ts does with the container besides
 */
export async function fixtureProject(
  name: string,
  options: PythonContainerOptions = {},
  label = "fixture",
  more: (container: PythonContainer) => void = () => {},
): Promise<string> {
  const folder = join(runFolder(), label, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(repository, "test/e2e/projects", name), folder, { recursive: true });
  const asksForLock = existsSync(join(folder, ASKS_FOR_LOCK));
  rmSync(join(folder, ASKS_FOR_LOCK), { force: true });
  synthesize(folder, name, options, more);
  if (asksForLock) {
    await mustDocker(["build", "--target", "lock", "--output", "type=local,dest=.", "."], {
      cwd: folder,
      seconds: 300,
    });
    // The build goes by the lock file from here on.
    synthesize(folder, name, options, more);
  }
  return folder;
}

/** Writes the container files of a project again, as its .projenrc.ts would. */
export function synthesize(
  folder: string,
  name: string,
  options: PythonContainerOptions,
  more: (container: PythonContainer) => void = () => {},
): void {
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name, outdir: folder });
  more(new PythonContainer(project, options));
  project.synth();
}
