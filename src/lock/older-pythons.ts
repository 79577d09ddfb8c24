import type { ProjectFacts } from "../pyproject/facts";
import { newestRelease } from "../pyproject/python/newest-release";
import type { PythonVersion } from "../values/python-version";
import type { Lock } from "./lock";

/** The older Pythons that the project allows and for which the lock file is made, the newest first. */
export function olderPythons(
  { allowedPythons, python: { value: chosen } }: ProjectFacts,
  { pythons }: Lock,
): PythonVersion[] {
  const isLocked = (each: PythonVersion) => pythons?.some((made) => made.allows(newestRelease(each))) ?? true;
  return allowedPythons.value
    .filter((each) => each.compare(chosen) < 0 && each.minor !== chosen.minor && isLocked(each))
    .sort((one, other) => other.compare(one));
}
