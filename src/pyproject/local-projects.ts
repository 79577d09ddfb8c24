import { posix } from "node:path";
import { Mistake, shown } from "../values/mistake";
import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { FolderAt, shortPath } from "./files/folder-at";
import { type ProjectFolder, reasonMissing } from "./files/project-folder";
import { readLocalProject } from "./local-project";
import { extraRequirements, heldRequirements, productionRequirements } from "./production-requirements";
import { projectFiles } from "./project-files";
import { normalizedName } from "./requirements/distribution-name";
import { originOf, type Requirement } from "./requirements/requirement";

/** A project in another folder, or an archive, with which this one is locked or installed. */
export interface LocalProject {
  /** Where it is, from the folder of this project. */
  readonly path: string;
  /** What it says of itself; undefined for an archive. */
  readonly facts?: ProjectFacts;
  /** Is it put into an environment that needs it, or are its dependencies alone? */
  readonly isPackage: boolean;
  /** Does the program need it to run? */
  readonly isProduction: boolean;
  /** The key that names it. */
  readonly source: string;
}

/**
 * The projects in other folders that belong to this one: the other members of its workspace and its path dependencies,
 * with those that they need themselves.
 *
 * @throws where a path dependency is not there, or lies outside of the repository
 */
export function localProjects(facts: ProjectFacts, folder: ProjectFolder): LocalProject[] {
  const found = reachableProjects(facts, folder);
  const needed = productionExtras(facts, found, folder);
  return [...found.values()].map((each) => {
    const extras = needed.get(each.path);
    // As a dependency it has no groups, and the extras for which it is asked.
    const asked = [...(extras ?? [])].map((extra) => fact(extra, each.source));
    const own = each.facts && { ...each.facts, groups: [], python: facts.python, productionExtras: asked };
    return { ...each, facts: own, isProduction: extras !== undefined };
  });
}

/** What has to lie in the build context: what the build of the project reads, and the other projects. */
export function neededPaths(facts: ProjectFacts, local: readonly LocalProject[]): Fact<string>[] {
  return [...projectFiles(facts), ...local.flatMap(placesOf)];
}

function placesOf({ path, facts, source }: LocalProject): Fact<string>[] {
  const roots = facts?.packageRoots.value ?? [];
  return [fact(path, source), ...roots.map((root) => fact(posix.join(path, root), source))];
}

/** The facts of all that the image installs from source: the project and the others that the program needs. */
export function factsInProduction(facts: ProjectFacts, local: readonly LocalProject[]): ProjectFacts[] {
  return [facts, ...local.flatMap(({ facts: of, isProduction }) => (of && isProduction ? [of] : []))];
}

/** The facts of the project and of all others with which it is locked. */
export function allFacts(facts: ProjectFacts, local: readonly LocalProject[]): ProjectFacts[] {
  return [facts, ...local.flatMap(({ facts: of }) => of ?? [])];
}

type Found = Omit<LocalProject, "isProduction">;

/** All that the package manager looks at when it locks, by path. */
function reachableProjects(facts: ProjectFacts, folder: ProjectFolder): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const visit = (each: Found): void => {
    found.set(each.path, each);
    if (each.facts !== undefined) visitDependencies(each.facts, each.path);
  };
  const visitDependencies = (of: ProjectFacts, base: string): void => {
    for (const dependency of of.pathDependencies) {
      const path = existingPath(dependency, base, folder);
      if (path === "" || found.has(path)) continue;
      visit({
        path,
        source: dependency.source,
        ...readLocalProject(new FolderAt(folder, path), path, of.packageManager.value),
      });
    }
  };
  for (const { value, source } of facts.lockedTogether) {
    const path = shortPath(folder, value.path) ?? value.path;
    const at = new FolderAt(folder, path);
    if (!found.has(path)) visit({ path, source, ...readLocalProject(at, path, facts.packageManager.value, "member") });
  }
  visitDependencies(facts, "");
  return found;
}

/** Those that the program needs to run, or another one that it needs, each with the extras for which it is asked. */
function productionExtras(
  facts: ProjectFacts,
  found: ReadonlyMap<string, Found>,
  folder: ProjectFolder,
): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map(facts.lockedTogether.map(({ value }) => [value.name, shortPath(folder, value.path)]));
  const needed = new Map<string, Set<string>>();
  const pathOf = ({ name, url = "", ...requirement }: Requirement, base: string): string | undefined => {
    const origin = originOf({ name, url: url || undefined, ...requirement });
    if (origin === "path") return shortPath(folder, posix.join(base, location(url)));
    return origin === "workspace" ? members.get(name) : undefined;
  };
  const need = ({ value }: Fact<Requirement>, base: string): void => {
    const project = found.get(pathOf(value, base) ?? "");
    if (project === undefined) return;
    const isNew = !needed.has(project.path);
    const known = needed.get(project.path) ?? new Set();
    needed.set(project.path, known);
    const extras = value.extras.filter((extra) => !known.has(extra));
    for (const extra of extras) known.add(extra);
    if (project.facts === undefined) return;
    const own = { ...project.facts, python: facts.python };
    const requirements = [
      ...(isNew ? heldRequirements(own.dependencies, own) : []),
      ...extras.flatMap((extra) => extraRequirements(own, fact({ name: extra }, project.source))),
    ];
    for (const each of requirements) need(each, project.path);
  };
  if (facts.name === undefined) {
    // A root without a project stands for all members.
    for (const { value } of facts.lockedTogether) {
      const name = normalizedName(value.name ?? "");
      need(fact({ name, extras: [], specifier: "", written: name, isWorkspaceMember: true }, ""), "");
    }
  }
  const pinned = heldRequirements(facts.pinnedRequirements ?? [], facts);
  for (const each of [...productionRequirements(facts), ...pinned]) need(each, "");
  return needed;
}

/** The path of a dependency from the project's folder. */
function existingPath(
  { value: dependency, source }: ProjectFacts["pathDependencies"][number],
  base: string,
  folder: ProjectFolder,
): string {
  const written = location(dependency.location);
  const path = posix.isAbsolute(written) ? undefined : shortPath(folder, posix.join(base, written));
  const mistake = (what: string, fix: string) =>
    new Mistake({
      where: source,
      what: `the dependency ${shown(dependency.name)} is at ${shown(dependency.location)}, ${what}`,
      allowed: "a build sees what lies in the repository",
      fix,
    });
  if (path === undefined)
    throw mistake("outside of the repository", "move it into the repository, or take it from an index");
  if (path !== "" && !folder.exists(path))
    throw mistake(reasonMissing(folder, path) ?? "where nothing is", "put it there, or mend the path");
  return path;
}

/** A path without the marks of an address. */
function location(written: string): string {
  return written.replace(/^file:(?:\/\/(?=\/))?/, "").replace(/#.*$/, "");
}
