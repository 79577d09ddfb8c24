import type { Finding } from "../findings/finding";
import type { LockFindings } from "../lock/lock-findings";

/** Packages of which the lock file has nothing to install on a platform for which images are built. */
export function* lockedPackageFindings({ mistakes }: LockFindings): Iterable<Finding> {
  for (const { parts } of mistakes) yield { ...parts, rule: "LockedPackageUninstallable" };
}
