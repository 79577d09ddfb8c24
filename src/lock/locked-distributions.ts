import type { PythonVersion } from "../values/python-version";
import { type Install, type InstallKind, installsOf, type LockPlatform } from "./installs";
import type { Lock, LockedPackage, LockSelection } from "./lock";

/** A package as it is installed on all platforms. */
export interface LockedDistribution {
  readonly package: LockedPackage;
  /** The extras that are asked for on any of the platforms, normalised. */
  readonly extras: readonly string[];
  /** The names that lead to it, from what the project asks for to its own. */
  readonly chain: readonly string[];
  /** How it is installed, by the name of the platform; those on which it is not are left out. */
  readonly kinds: ReadonlyMap<string, InstallKind>;
  /** The size of what is downloaded on the first of these platforms; undefined where the lock file does not tell. */
  readonly sizeBytes?: number;
}

interface Found {
  /** How it is installed on the first platform. */
  readonly install: Install;
  readonly extras: Set<string>;
  readonly kinds: Map<string, InstallKind>;
}

/** What a lock file has installed on several platforms, in the order of the lock file. */
export function lockedDistributions(
  lock: Lock,
  selection: LockSelection,
  python: PythonVersion,
  platforms: readonly LockPlatform[],
): LockedDistribution[] {
  const found = new Map<LockedPackage, Found>();
  for (const on of platforms) {
    for (const install of installsOf(lock, selection, python, on)) {
      const known = found.get(install.package) ?? { install, extras: new Set(), kinds: new Map() };
      known.kinds.set(on.platform.toString(), install.kind);
      for (const extra of install.extras) known.extras.add(extra);
      found.set(install.package, known);
    }
  }
  return [...found.values()].map(({ install, extras, kinds }) => ({
    package: install.package,
    extras: [...extras],
    chain: install.chain,
    kinds,
    sizeBytes: install.file?.sizeBytes,
  }));
}

/** The platforms on which it is installed in this way. */
export function platformsWith({ kinds }: LockedDistribution, kind: InstallKind): string[] {
  return [...kinds].flatMap(([name, each]) => (each === kind ? [name] : []));
}
