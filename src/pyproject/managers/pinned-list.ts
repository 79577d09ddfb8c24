import type { Fact } from "../fact";
import { isProjectItself } from "../requirements/project-itself";
import { originOf, type Requirement } from "../requirements/requirement";
import type { RequirementsFile } from "../requirements/requirements-file";

/** What a list of pinned versions beside a project is good for. */
export interface PinnedList {
  /** Is it what to install from? */
  readonly isInstalled: boolean;
  readonly notes: readonly string[];
}

/**
 * pip-compile leaves these out of a list of pinned versions.
 *
 * @see https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/
 */
export const unpinnedTools: ReadonlySet<string> = new Set(["distribute", "pip", "setuptools"]);

/**
 * Judges a requirements file beside a project that says what it needs; undefined where it is no list of pinned versions.
 *
 * @param own the name of the project, normalised
 */
export function pinnedList(
  file: RequirementsFile,
  stated: readonly Fact<Requirement>[],
  own: string | undefined,
): PinnedList | undefined {
  const isOwn = ({ value }: Fact<Requirement>) => isProjectItself(value) || value.name === own;
  const listed = file.requirements.filter((each) => !isOwn(each));
  const loose = file.unpinned.filter((each) => !isOwn(each));
  if (!isPinned(listed, loose)) return undefined;
  const self = file.requirements.find(isOwn);
  if (self !== undefined && originOf(self.value) !== "path") {
    const elsewhere = `${self.source} takes the project itself from elsewhere (${self.value.written}): ${file.path} is not installed from; write "-e ." or leave the line out`;
    return { isInstalled: false, notes: [elsewhere] };
  }
  const names = new Set([...listed.map(({ value }) => value.name), ...unpinnedTools, own]);
  // The project itself brings what is missing.
  const missing = self === undefined ? stated.filter(({ value }) => !names.has(value.name)) : [];
  const isInstalled = missing.length * 10 <= stated.length;
  const lacks = `${file.path} is a list of pinned versions, and lacks ${namesOf(missing)}, which the project needs${isInstalled ? " too" : ": it is not installed from"}`;
  const several = `${file.path} is a list of pinned versions, and allows several of ${namesOf(loose)}`;
  return {
    isInstalled,
    notes: [...(missing.length > 0 ? [lacks] : []), ...(isInstalled && loose.length > 0 ? [several] : [])],
  };
}

/** The names of a few requirements, as a note lists them. */
export function namesOf(requirements: readonly Fact<Requirement>[]): string {
  const names = requirements.map(({ value }) => value.name);
  const more = names.length - 5;
  return more > 1 ? `${names.slice(0, 5).join(", ")} and ${more} more` : names.join(", ");
}

/** A list by which somebody deploys is kept by hand at times, so that a line or two are left open. */
export function isPinned(listed: readonly Fact<Requirement>[], loose: readonly Fact<Requirement>[]): boolean {
  const isOfIndex = listed.some(({ value }) => originOf(value) === "index");
  return isOfIndex && (loose.length === 0 || loose.length * 10 < listed.length);
}
