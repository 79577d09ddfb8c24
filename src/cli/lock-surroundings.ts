import type { LockPlatform } from "../lock/installs";
import { lockedImage } from "../lock/locked-image";
import type { ReadLock } from "../lock/read-lock";
import type { ProjectFacts } from "../pyproject/facts";
import { ruledDistributions } from "../pyproject/system-package-rules";
import type { Surroundings } from "./facts-json";
import { lockJson } from "./lock-json";

/** What the lock file of a project adds to its printed facts, for one platform. */
export function lockSurroundings(
  read: ReadLock,
  facts: ProjectFacts,
  on: LockPlatform,
): Pick<Surroundings, "lock" | "locked" | "notes"> {
  const { needs, findings } = lockedImage(read, facts, { platforms: [on], areNamed: true }, ruledDistributions({}));
  const { stale, mistakes, warnings, unknownBuilds, advice } = findings;
  const told = [stale, ...mistakes, ...warnings, unknownBuilds];
  return {
    lock: lockJson(read, facts, on),
    locked: needs,
    notes: [...told.flatMap((each) => each?.message ?? []), ...advice],
  };
}
