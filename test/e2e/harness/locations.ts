import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The checkout under test. */
export const repository = resolve(__dirname, "../../..");

/** The folder of the scripts that make the machine ready. */
export const engineScripts = join(repository, "test/e2e/engine");

/** The official JSON schemas, where they lie beside the checkout, or beside the folder of all its work trees. */
export const officialSchemas =
  ["../shared/schemas", "../../shared/schemas"].map((path) => join(repository, path)).find(existsSync) ??
  join(repository, "../shared/schemas");

/** The folder of one run: what is made there goes with it. */
export function runFolder(): string {
  const folder = process.env.E2E_RUN_FOLDER;
  if (folder === undefined) throw new Error("E2E_RUN_FOLDER is not set: run the tests with their own jest.config.json");
  return folder;
}

/** A program that the engine's scripts put into their cache folder. */
export function preparedProgram(name: string): string {
  const cache =
    process.env.PROJEN_PYTHON_CONTAINER_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "projen-python-container");
  return join(cache, "bin", name);
}
