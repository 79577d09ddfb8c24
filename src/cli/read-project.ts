import { accessSync, constants, statSync } from "node:fs";
import { posix, resolve } from "node:path";
import { type ReadLock, readLock } from "../lock/read-lock";
import type { ProjectFacts } from "../pyproject/facts";
import { DiskFolder } from "../pyproject/files/disk-folder";
import { type LocalProject, localProjects } from "../pyproject/local-projects";
import { type FolderWithProject, projectsBelow } from "../pyproject/projects-below";
import type { FactOptions } from "../pyproject/read-facts";
import { pyprojectFile, readFolder } from "../pyproject/read-folder";
import { Mistake, shown } from "../values/mistake";
import { orDamage } from "./or-damage";

/** Folders that a message names. */
const SHOWN_FOLDERS = 8;

/** A project, and the others in other folders that belong to it. */
export interface FoundProject {
  readonly facts: ProjectFacts;
  readonly local: readonly LocalProject[];
  /** Its lock file; undefined where there is none of which something is made. */
  readonly lock?: ReadLock;
  /** Why nothing is made of a lock file that is there. */
  readonly unread?: string;
  /** What is wrong with files beside pyproject.toml, each in a sentence; the facts have it among their notes too. */
  readonly damages: readonly string[];
}

/**
 * The facts of the project in a folder on disk.
 *
 * @param current the folder from which a relative path leads, absolute
 * @throws where there is no such folder, or no Python project in it
 */
export function readProject(current: string, path: string, options: FactOptions): FoundProject {
  const root = resolve(current, path);
  refuseNoFolder(root, path);
  const folder = new DiskFolder(root);
  const facts = readFolder(folder, options);
  if (facts === undefined) throw noProject(path, projectsBelow(root));
  const damages: string[] = [];
  const local = orDamage(() => localProjects(facts, folder), damages) ?? [];
  const lock = orDamage(() => readLock(facts, folder), damages);
  const unread = lock !== undefined && "reason" in lock && !lock.isEmpty ? lock.reason : undefined;
  if (lock !== undefined && "reason" in lock && lock.isEmpty) damages.push(lock.reason);
  return {
    facts: { ...facts, notes: [...facts.notes, ...damages, ...(unread === undefined ? [] : [unread])] },
    local,
    lock: lock !== undefined && "lock" in lock ? lock : undefined,
    unread,
    damages,
  };
}

function refuseNoFolder(root: string, path: string): void {
  const fix = `give the folder in which ${pyprojectFile} lies`;
  try {
    accessSync(root, constants.R_OK | constants.X_OK);
    if (!statSync(root).isDirectory()) throw new Mistake({ where: path, what: "is no folder", fix });
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES") throw new Mistake({ where: path, what: `there is no such folder (${code})`, fix });
    // Without the permission to search a file, which is what a folder's X means, there is none either.
    throw new Mistake({
      where: path,
      what: "can't be read: permission denied",
      fix: `give yourself the permission, for example with chmod u+rX ${shown(path)}`,
    });
  }
}

function noProject(path: string, below: readonly FolderWithProject[]): Mistake {
  const folders = below.slice(0, SHOWN_FOLDERS).map((each) => posix.join(path, each.path));
  const more = below.length > folders.length ? ` and ${below.length - folders.length} more` : "";
  return new Mistake({
    where: pyprojectFile,
    what: path === "." ? "there is no such file in the current folder" : `there is no such file in ${shown(path)}`,
    allowed: "a project has one, or else requirements.txt, setup.py, setup.cfg or Pipfile",
    fix:
      folders.length === 0
        ? "make one with uv init or poetry init, or give the folder in which it lies"
        : `give one of the folders below that have a project: ${folders.join(", ")}${more}`,
  });
}
