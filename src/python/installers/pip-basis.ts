import { lastVersions } from "../../knowledge/last-versions";
import type { LockFile, ProjectFacts } from "../../pyproject/facts";
import { Mistake } from "../../values/mistake";

/** By what pip installs the production dependencies. */
export type PipBasis =
  /** A lock file of the standard format. */
  | { readonly kind: "lock"; readonly lockFile: LockFile }
  /** A requirements file, with those that it includes. */
  | { readonly kind: "list"; readonly path: string; readonly source: string }
  /** What the project itself says, in the newest versions that it allows. */
  | { readonly kind: "project" };

/**
 * By what the production dependencies are installed: what is locked comes before what only might be.
 *
 * @throws where there is a lock file, and no pip that can read it
 */
export function pipBasis(facts: ProjectFacts): PipBasis {
  const {
    lockFile,
    requirementsFiles: [list],
  } = facts;
  if (lockFile?.value.exists) {
    if (!pipReadsLocks(facts)) throw unreadable(lockFile.value.path, facts);
    return { kind: "lock", lockFile: lockFile.value };
  }
  if (list !== undefined) return { kind: "list", path: list.value, source: list.source };
  return { kind: "project" };
}

/** Can pip read a lock file? None can that still runs on a Python which the newest does not support. */
export function pipReadsLocks({ python }: ProjectFacts): boolean {
  return lastVersions.pip[python.value.minor] === undefined;
}

function unreadable(path: string, { python }: ProjectFacts): Mistake {
  const { minor } = python.value;
  return new Mistake({
    where: path,
    what: `is not readable by pip ${lastVersions.pip[minor]}, the last one that runs on Python ${minor} (${python.source})`,
    allowed: "pip reads lock files on newer versions of Python",
    fix: "set a newer pythonVersion, or remove the lock file and pin every version in requirements.txt",
  });
}

/** The requirements files from which production is installed, each with those that it includes. */
export function productionLists({ requirementsFiles, groups }: ProjectFacts): (readonly string[])[] {
  const main = requirementsFiles.map(({ value }) => value);
  const further = groups.filter(({ value }) => value.isProduction).map(({ value }) => value.requirementsFiles ?? []);
  return [main, ...further].filter(({ length }) => length > 0);
}

/** Does the project itself say what it needs, beside the files from which it is installed? */
export function asksItself({ installsProject, groups }: ProjectFacts): boolean {
  return installsProject.value || groups.some(({ value }) => value.isProduction && !value.requirementsFiles);
}

/** The file in which the project says what it needs. */
export function askingFile(facts: ProjectFacts): string {
  if (!asksItself(facts)) return facts.requirementsFiles[0]?.value ?? "pyproject.toml";
  return facts.hasPyproject ? "pyproject.toml" : "setup.py";
}
