import { newestRelease } from "../../pyproject/python/newest-release";
import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import { Specifier } from "../../pyproject/requirements/specifier";
import type { LockTable } from "./lock-table";

/** An environment that the lock file is made for, of CPython on a Linux with glibc. */
export interface PdmTarget {
  /** The versions of Python, of which one has to hold. */
  readonly pythons: readonly Specifier[];
  /** The processor; undefined for every one. */
  readonly machine?: string;
}

/**
 * The environments that the lock file is made for, as far as they are ours; undefined where it does not say.
 *
 * @see https://pdm-project.org/en/latest/usage/lock-targets/
 */
export function readPdmTargets(metadata: LockTable): readonly PdmTarget[] | undefined {
  const tables = metadata.tables("targets");
  if (tables.length === 0) return undefined;
  return tables.flatMap((table): PdmTarget[] => {
    const platform = table.text("platform");
    // The release of glibc is left out: pdm warns of one that is too old, and installs all the same.
    const [, machine] = /^(?:manylinux_\d+_\d+_(\w+)|linux)$/.exec(platform ?? "linux") ?? [];
    const isOurs = platform === undefined || /^(?:manylinux_|linux$)/.test(platform);
    const implementation = table.text("implementation");
    if (!isOurs || (implementation !== undefined && implementation !== "cpython")) return [];
    if (table.value("gil_disabled") === true) return [];
    return [{ pythons: pythonsOf(table), machine: platform === "linux" ? "x86_64" : machine }];
  });
}

/** Does one of the targets have the environment? Pdm installs nothing where none has. */
export function targetsHave(targets: readonly PdmTarget[], { python, machine }: MarkerEnvironment): boolean {
  const release = newestRelease(python);
  return targets.some((target) => {
    const hasMachine = target.machine === undefined || machine === undefined || target.machine === machine;
    return hasMachine && target.pythons.some((specifier) => specifier.allows(release));
  });
}

/** Pdm writes `||` between ranges with a gap between them. */
function pythonsOf(table: LockTable): Specifier[] {
  const written = table.text("requires_python") ?? "";
  return written.split("||").map((range) => Specifier.of(range.trim(), table.source("requires_python")));
}
