import type { ProjectFacts } from "../pyproject/facts";

/** That a lock file which the package manager keeps is not there; undefined where it is, or none is kept. */
export function missingLock({ lockFile }: ProjectFacts): string | undefined {
  if (lockFile === undefined || lockFile.value.exists) return undefined;
  return `${lockFile.value.path}: there is no such file; make it with the package manager, or with npx projen lock`;
}
