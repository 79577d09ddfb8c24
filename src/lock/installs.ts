import type { Libc } from "../values/libc";
import type { Platform } from "../values/platform";
import type { PythonVersion } from "../values/python-version";
import { closureOf, type InstalledPackage } from "./closure";
import { fittingWheel } from "./fitting-wheel";
import type { Lock, LockedFile, LockSelection } from "./lock";
import { WheelTarget } from "./wheel-target";

/** A platform for which images are built, with the C library that they have. */
export interface LockPlatform {
  readonly platform: Platform;
  readonly libc: Libc;
}

/**
 * How a package comes into an environment: as a wheel, built from source, not at all since it has neither for that
 * environment, or in a way that the lock file does not tell.
 */
export type InstallKind = "wheel" | "source" | "missing" | "untold";

/** A package that is installed, and how. */
export interface Install extends InstalledPackage {
  readonly kind: InstallKind;
  /** The file that is downloaded; undefined where the lock file names none. */
  readonly file?: LockedFile;
}

/**
 * What is installed on a target, without projects in folders: this one, the members of its workspace and path
 * dependencies. An archive in a folder is no project: it is installed like one from an index.
 *
 * @param selection the extras and groups that are asked for
 */
export function installsOf(
  lock: Lock,
  selection: LockSelection,
  python: PythonVersion,
  { platform, libc }: LockPlatform,
): Install[] {
  const target = WheelTarget.of(python, platform, libc);
  return closureOf(lock, selection, { python, machine: platform.machine })
    .filter(({ package: { source } }) => source.kind !== "project")
    .map((each) => ({ ...each, ...howInstalled(each, lock, target) }));
}

function howInstalled({ package: { source, wheels, sdists } }: InstalledPackage, lock: Lock, target: WheelTarget) {
  if (source.kind === "git") return { kind: "source" as const };
  const wheel = fittingWheel(wheels, target);
  if (wheel !== undefined) return { kind: "wheel" as const, file: wheel };
  if (sdists.length > 0) return { kind: "source" as const, file: sdists[0] };
  return { kind: lock.namesFiles ? ("missing" as const) : ("untold" as const) };
}
