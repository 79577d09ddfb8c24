import type { ProjectFacts } from "../pyproject/facts";
import type { SystemPackageNeed } from "../pyproject/system-packages";
import { Mistake } from "../values/mistake";
import { chainTexts } from "./chain-text";
import { type LockFindings, type LockPlatforms, lockFindings } from "./lock-findings";
import { type LockedDistribution, lockedDistributions } from "./locked-distributions";
import { type LockedNeeds, lockedNeeds } from "./locked-needs";
import type { ReadLock } from "./read-lock";
import { developmentSelection, productionSelection } from "./selections";

/** What a lock file has in store for the images of a project. */
export interface LockedImage {
  /** What the production image installs. */
  readonly production: readonly LockedDistribution[];
  /** What production needs of Debian, and what the builder has to have beside Rust, which it has for development too. */
  readonly needs: LockedNeeds;
  /** What the dev stage needs: the same and what is for development. */
  readonly developmentNeeds: LockedNeeds;
  readonly findings: LockFindings & {
    /** What is built from source, where nobody knows what that takes. */
    readonly unknownBuilds?: Mistake;
  };
}

/** One warning for all that is built from source and not known. */
function unknownBuilds(path: string, unknown: readonly LockedDistribution[]): Mistake | undefined {
  if (unknown.length === 0) return undefined;
  const [first] = unknown;
  const verb = unknown.length === 1 ? "is" : "are";
  return new Mistake({
    where: path,
    what: `${chainTexts(unknown)} ${verb} built from source, by a compiler in the builder stage, since it is not known what that takes`,
    fix: `name the Debian packages, or none, by systemPackageRules: [{ distribution: "${first.package.name}" }]`,
  });
}

/**
 * What a lock file has in store for the images of a project.
 *
 * @param ruled the distributions of which is told already what they need of Debian
 * @param ignored the distributions that need nothing at all
 */
export function lockedImage(
  read: ReadLock,
  facts: ProjectFacts,
  on: LockPlatforms,
  ruled: ReadonlySet<string>,
  ignored?: ReadonlySet<string>,
): LockedImage {
  const { path, lock } = read;
  const installed = (selection: ReturnType<typeof productionSelection>) =>
    lockedDistributions(lock, selection, facts.python.value, on.platforms);
  const production = installed(productionSelection(facts));
  const needs = lockedNeeds(path, production, ruled, ignored);
  const developmentNeeds = lockedNeeds(path, installed(developmentSelection(facts)), ruled, ignored);
  const findings = lockFindings(read, facts, production, on);
  return {
    production,
    needs: { ...needs, needs: [...needs.needs, ...besideRust(needs, developmentNeeds)] },
    developmentNeeds,
    findings: { ...findings, unknownBuilds: unknownBuilds(path, needs.unknown) },
  };
}

/** What is needed to build with Rust for development alone: the builder has Rust for both, which is of no use without. */
function besideRust(production: LockedNeeds, { needs, rust }: LockedNeeds): SystemPackageNeed[] {
  const known = new Set(production.requirements.map(({ value }) => value.name));
  const chains = new Set(rust.map(({ value }) => value));
  return needs.filter(({ kind, name, chain = name }) => kind === "build" && chains.has(chain) && !known.has(name));
}
