import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where projen keeps the tasks by which it runs the projenrc file. */
const TASKS = ".projen/tasks.json";
/** What the projenrc file of a root project names that has its Python projects in subprojects. */
const PACKAGE = "projen-python-container";

/**
 * The folder of the projen project that cares for a folder: the folder itself or one above it, in the same git
 * repository. Its projenrc file uses this module; undefined where there is none.
 */
export function projenFolder(folder: string): string | undefined {
  if (isOfThisModule(folder)) return folder;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, ".git")) ? undefined : projenFolder(above);
}

/** The git repository in which a folder lies; the folder itself where it lies in none. */
export function checkoutOf(folder: string, from = folder): string {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? from : checkoutOf(above, from);
}

/** The text of the tasks may have a conflict of git, which projen reads over. */
function isOfThisModule(folder: string): boolean {
  const tasks = textOf(join(folder, TASKS));
  if (!tasks.includes('"default"')) return false;
  if (tasks.includes('"container:check"')) return true;
  const projenrcs = readdirSync(folder).filter((name) => name.startsWith(".projenrc."));
  return projenrcs.some((name) => textOf(join(folder, name)).includes(PACKAGE));
}

/** Empty where it can't be read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
