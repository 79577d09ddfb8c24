import { Mistake } from "../values/mistake";

/** The mistake that a lock file has nothing in it. */
export function emptyLock(path: string, command: string): Mistake {
  return new Mistake({ where: path, what: "is empty", allowed: "it holds the locked packages", fix: `run ${command}` });
}

/** The mistake that a part of a lock file is missing, so that nobody can tell what it has locked. */
export function incompleteLock(path: string, what: string, command: string): Mistake {
  return new Mistake({ where: path, what, allowed: "the lock file is complete", fix: `run ${command}` });
}
