import type { BuildContext } from "../dockerignore/context";
import type { Fact } from "../pyproject/fact";
import { fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import { type LocalProject, neededPaths } from "../pyproject/local-projects";
import { Mistake, shown } from "../values/mistake";
import { commonFolder, type ProjectPlace } from "../values/project-place";

/** What the build reads, and from where. */
export interface BuildReads {
  readonly facts: ProjectFacts;
  readonly localProjects: readonly LocalProject[];
  readonly place: ProjectPlace;
}

/**
 * The build context holds every file that the build reads.
 *
 * @param dockerignore the file that messages name
 * @throws where one lies outside of it, or the .dockerignore leaves one out
 */
export function checkBuildContext(context: BuildContext, dockerignore: string, reads: BuildReads): void {
  const { facts, localProjects, place } = reads;
  checkFolder(reads);
  const others = localProjects.flatMap((each) => (each.facts?.hasPyproject ? [manifest(each.path, each.source)] : []));
  const files = [
    ...(facts.hasPyproject ? [fact("pyproject.toml", "the package manager reads it")] : []),
    ...(facts.lockFile === undefined ? [] : [fact(facts.lockFile.value.path, "dependencies are installed from it")]),
    ...[...facts.requirementsFiles, ...facts.readmeFiles, ...facts.licenseFiles, ...others],
  ];
  for (const { value: file, source } of files) {
    if (/[*?[]/.test(file)) continue;
    const path = place.inContext(file);
    if (path.startsWith("../")) throw outside(file, source, place.context, commonFolder([file]));
    checkFileInContext(context, dockerignore, path, source);
  }
  for (const { value: root, source } of packageRoots(reads)) {
    const path = place.inContext(root);
    if (context.mayIncludeBelow(path)) continue;
    throw leftOut(dockerignore, path, context.decide(path).pattern, source);
  }
}

/**
 * The build context holds a file.
 *
 * @param reason why the build needs it
 * @throws where the .dockerignore leaves it out
 */
export function checkFileInContext(context: BuildContext, dockerignore: string, path: string, reason: string): void {
  const { included, pattern } = context.decide(path);
  if (!included) throw leftOut(dockerignore, path, pattern, reason);
}

/** All that is needed lies in the folder that is the context. */
function checkFolder({ facts, localProjects, place }: BuildReads): void {
  const needed = neededPaths(facts, localProjects);
  const missed = needed.find(
    ({ value }) => place.inContext(value).startsWith("../") || place.inContext(value) === "..",
  );
  if (missed === undefined) return;
  throw outside(missed.value, missed.source, place.context, commonFolder(needed.map(({ value }) => value)));
}

/** The folders of packages: the project's own and those of other projects that it needs to run. */
function packageRoots({ facts, localProjects }: BuildReads): Fact<string>[] {
  const own = facts.packageRoots.value.map((root) => fact(root, facts.packageRoots.source));
  const others = localProjects.filter(({ isProduction }) => isProduction);
  const roots = others.flatMap(({ path, facts: of, source }) =>
    (of?.packageRoots.value ?? []).map((root) => fact(`${path}/${root}`, source)),
  );
  return [...own, ...roots];
}

function manifest(path: string, source: string): Fact<string> {
  return fact(`${path}/pyproject.toml`, source);
}

function outside(file: string, reason: string, context: string, needed: string): Mistake {
  return new Mistake({
    where: "build context",
    what: `${shown(file)} lies outside of ${context === "." ? "the project's folder" : shown(context)}`,
    allowed: `the build needs it (${reason}), and sees that folder alone`,
    fix: `set buildContext: ${shown(needed)}`,
  });
}

function leftOut(dockerignore: string, file: string, pattern: string | undefined, reason: string): Mistake {
  return new Mistake({
    where: dockerignore,
    what: `the pattern ${shown(pattern)} leaves out ${shown(file)}`,
    allowed: `the build needs it (${reason})`,
    fix: `remove the pattern, or take the file in again by addExceptions(${shown(file)})`,
  });
}
