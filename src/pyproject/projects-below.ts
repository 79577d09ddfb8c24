import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { Mistake } from "../values/mistake";
import type { ProjectFacts } from "./facts";
import { DiskFolder } from "./files/disk-folder";
import { parseToml } from "./files/parse-toml";
import { packageManagerSigns } from "./managers/package-manager-signs";
import { pyprojectFile, readFolder } from "./read-folder";

/** How far below the root folder projects are looked for. */
const DEEPEST = 4;

/** Folders whose projects are there to be read, tested or installed, not to be run. */
const NO_SERVICES = /^(\..*|node_modules|__pycache__|site-packages|tests?|testing|fixtures|docs?|examples?|templates)$/;

/** A folder with a Python project. */
export interface FolderWithProject {
  /** Its path from the folder that was searched; `.` for that itself. */
  readonly path: string;
  /** Undefined where there is a mistake in it, which whoever reads it again is told. */
  readonly facts?: ProjectFacts;
}

/**
 * The Python projects of a repository: the one in its root folder or, where there is none that installs something, those
 * in the folders below, each as near to the root as it is found.
 */
export function projectsBelow(root: string): FolderWithProject[] {
  return projectAt(root, ".") ?? below(root, ".", 1);
}

function below(root: string, folder: string, depth: number): FolderWithProject[] {
  if (depth > DEEPEST) return [];
  return subfolders(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    return projectAt(root, path) ?? below(root, path, depth + 1);
  });
}

function subfolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = entries.map(({ name }) => name).filter((name) => !NO_SERVICES.test(name));
    return names.filter((name) => !existsSync(join(folder, name, "pyvenv.cfg"))).sort();
  } catch {
    // What can't be read holds nothing that could be built.
    return [];
  }
}

function projectAt(root: string, path: string): FolderWithProject[] | undefined {
  try {
    const folder = new DiskFolder(join(root, path));
    const facts = hasManager(folder) ? readFolder(folder, {}) : undefined;
    return facts === undefined || installsNothing(facts) ? undefined : [{ path, facts }];
  } catch (error) {
    if (error instanceof Mistake) return [{ path }];
    throw error;
  }
}

/** A pyproject.toml that only configures tools shows none. */
function hasManager(folder: DiskFolder): boolean {
  const text = folder.read(pyprojectFile);
  return text === undefined || packageManagerSigns(parseToml(text, pyprojectFile), folder).flat().length > 0;
}

/** The root of a workspace that is no project itself. */
function installsNothing({ name, dependencies, groups, requirementsFiles, consoleScripts }: ProjectFacts): boolean {
  return (
    name === undefined &&
    [dependencies, requirementsFiles, consoleScripts].every(({ length }) => length === 0) &&
    groups.every(({ value }) => !value.isProduction)
  );
}
