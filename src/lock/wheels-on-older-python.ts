import { sourceBuildOf } from "../knowledge/source-builds";
import type { ProjectFacts } from "../pyproject/facts";
import type { PythonVersion } from "../values/python-version";
import { chainText } from "./chain-text";
import type { LockPlatform } from "./installs";
import { type LockedDistribution, lockedDistributions, platformsWith } from "./locked-distributions";
import { olderPythons } from "./older-pythons";
import type { ReadLock } from "./read-lock";
import { productionSelection } from "./selections";

/**
 * What is built from source on the chosen Python and has a wheel on an older one that the project allows: one line with the
 * version that helps most, the newest of these; none where all that would help lack something or build something else.
 */
export function wheelsOnOlderPython(
  { path, lock }: ReadLock,
  facts: ProjectFacts,
  production: readonly LockedDistribution[],
  platforms: readonly LockPlatform[],
): string[] {
  const built = production.filter((each) => each.package.wheels.length > 0 && buildsOf(each).length > 0);
  if (built.length === 0) return [];
  const chosen = facts.python.value;
  const now = new Set(production.flatMap(buildsOf));
  let best: { readonly python: PythonVersion; readonly better: readonly LockedDistribution[] } | undefined;
  for (const python of olderPythons(facts, lock)) {
    const older = lockedDistributions(lock, productionSelection(facts), python, platforms);
    if (older.some((each) => platformsWith(each, "missing").length > 0)) continue;
    if (older.flatMap(buildsOf).some((each) => !now.has(each))) continue;
    const better = helpedBy(older, built);
    if (better.length > (best?.better.length ?? 0)) best = { python, better };
    if (better.length === built.length) break;
  }
  return best === undefined ? [] : [line(path, best.better, chosen, best.python)];
}

/** Where it is built from source, with its name; nowhere where that takes no compiler. */
function buildsOf(each: LockedDistribution): string[] {
  const { name } = each.package;
  return sourceBuildOf(name) === "pure" ? [] : platformsWith(each, "source").map((on) => `${name} on ${on}`);
}

/** Those of which there are wheels alone. */
function helpedBy(
  older: readonly LockedDistribution[],
  built: readonly LockedDistribution[],
): readonly LockedDistribution[] {
  const installed = new Map<string, boolean>();
  for (const each of older) {
    const { name } = each.package;
    installed.set(name, hasWheels(each) && (installed.get(name) ?? true));
  }
  return built.filter(({ package: { name } }) => installed.get(name));
}

function hasWheels({ kinds }: LockedDistribution): boolean {
  return [...kinds.values()].every((kind) => kind === "wheel");
}

function line(
  path: string,
  better: readonly LockedDistribution[],
  chosen: PythonVersion,
  python: PythonVersion,
): string {
  const names = better.map((each) => {
    const on = platformsWith(each, "source");
    return on.length === each.kinds.size ? chainText(each) : `${chainText(each)} on ${on.join(" and ")}`;
  });
  const [verb, wheels] = names.length === 1 ? ["is", "a wheel"] : ["are", "wheels"];
  return `${path}: on Python ${chosen.minor} ${names.join(", ")} ${verb} built from source, which can take minutes, and fails where the sources are older than that Python; Python ${python.minor} has ${wheels}: pythonVersion: "${python.minor}"`;
}
