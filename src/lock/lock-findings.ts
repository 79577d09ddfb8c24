import type { ProjectFacts } from "../pyproject/facts";
import { newestRelease } from "../pyproject/python/newest-release";
import { Mistake } from "../values/mistake";
import { chainTexts } from "./chain-text";
import { gpuAdvice } from "./gpu-advice";
import { groupedBy } from "./grouped-by";
import type { LockPlatform } from "./installs";
import { type LockedDistribution, lockedDistributions, platformsWith } from "./locked-distributions";
import { olderPythons } from "./older-pythons";
import type { ReadLock } from "./read-lock";
import { productionSelection } from "./selections";
import { wheelsOnOlderPython } from "./wheels-on-older-python";

/** The platforms for which images are built. */
export interface LockPlatforms {
  readonly platforms: readonly LockPlatform[];
  /** Did the user name them? A platform that is thought of by default may be one that nobody builds for. */
  readonly areNamed: boolean;
}

/** What is to be told of a lock file. */
export interface LockFindings {
  /** That it does not fit the project, with what makes it again; undefined where it does, or nobody can tell. */
  readonly stale?: Mistake;
  /** What will stop the build. */
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly Mistake[];
  /** What could be better. */
  readonly advice: readonly string[];
}

/**
 * What is to be told of a lock file.
 *
 * @param production what the production image installs
 */
export function lockFindings(
  read: ReadLock,
  facts: ProjectFacts,
  production: readonly LockedDistribution[],
  on: LockPlatforms,
): LockFindings {
  const { platforms, areNamed } = on;
  const stale = staleness(read);
  const leftOut = leftOutPlatforms(read, facts, platforms);
  const missing = leftOut.length > 0 ? leftOut : missingFiles(read, facts, production, on);
  const everywhere = missing.filter((each) => areNamed || each.on.length === platforms.length);
  const somewhere = missing.filter((each) => !everywhere.includes(each));
  const mistakes = everywhere.map(({ mistake }) => mistake);
  // One that may be stale is made again before anything is built by it, which may mend it, by files of this synth.
  const isCertain = read.freshness.isFresh ?? !read.isWithoutTask;
  return {
    stale,
    mistakes: isCertain ? mistakes : [],
    warnings: [...(isCertain ? [] : mistakes), ...somewhere.map(({ mistake }) => mistake)],
    advice: [
      ...wheelsOnOlderPython(read, facts, production, platforms),
      ...gpuAdvice(read.path, production, facts.packageManager.value),
    ],
  };
}

/** That the lock file does not fit the project, where that is certain. */
function staleness({ path, freshness, renewal, isWithoutTask = false }: ReadLock): Mistake | undefined {
  if (freshness.isFresh !== false) return undefined;
  const what = freshness.reason ?? "does not fit the project";
  const inContainer = isWithoutTask ? "" : ", or in a container with npx projen lock";
  return new Mistake({ where: path, what, fix: `make it again with ${renewal}${inContainer}` });
}

interface Missing {
  /** The platforms on which it is missing. */
  readonly on: readonly string[];
  readonly mistake: Mistake;
}

/** The platforms, or the Python version, for which the lock file is not made. */
function leftOutPlatforms(
  { path, lock, renewal }: ReadLock,
  { python: { value: python, source } }: ProjectFacts,
  platforms: readonly LockPlatform[],
): Missing[] {
  const isFor = lock.pythons?.some((each) => each.allows(newestRelease(python))) ?? true;
  const isMadeFor = ({ platform }: LockPlatform) =>
    isFor && (lock.isMadeFor?.({ python, machine: platform.machine }) ?? true);
  const on = platforms.filter((each) => !isMadeFor(each)).map(({ platform }) => platform.toString());
  if (on.length === 0) return [];
  const made = lock.pythons?.map((each) => each.toString() || "any version").join(" or ");
  const mistake = new Mistake({
    where: path,
    what: `is not made for Python ${python} (${source}) on ${on.join(" and ")}`,
    allowed: isFor || made === undefined ? undefined : `it is made for Python ${made}`,
    fix: `choose another pythonVersion, or make it again with ${renewal} for these`,
  });
  return [{ on, mistake }];
}

/** One mistake for all that is missing on the same platforms. */
function missingFiles(
  { path, lock, renewal }: ReadLock,
  facts: ProjectFacts,
  production: readonly LockedDistribution[],
  { platforms: all, areNamed }: LockPlatforms,
): Missing[] {
  const lacking = production.filter((each) => platformsWith(each, "missing").length > 0);
  if (lacking.length === 0) return [];
  const byPlatforms = groupedBy(lacking, (each) => platformsWith(each, "missing").join(" and "));
  const older = olderPythons(facts, lock).find((python) =>
    lockedDistributions(lock, productionSelection(facts), python, all).every(
      (each) => platformsWith(each, "missing").length === 0,
    ),
  );
  const choice = older === undefined ? "" : `set pythonVersion: "${older.minor}", where nothing is missing, `;
  return [...byPlatforms].map(([platforms, missing]) => {
    const [verb, it] = missing.length === 1 ? ["has", "it"] : ["have", "them"];
    const mistake = new Mistake({
      where: path,
      what: `${chainTexts(missing)} ${verb} neither a wheel for Python ${facts.python.value.minor} on ${platforms} nor a source distribution`,
      fix: `${choice}${older === undefined ? "" : "or "}take other versions of ${it}, ${areNamed ? "or " : ""}make the lock file with ${renewal} for all platforms${areNamed ? "" : ", or name those for which you build by the option platforms"}`,
    });
    return { on: platformsWith(missing[0], "missing"), mistake };
  });
}
