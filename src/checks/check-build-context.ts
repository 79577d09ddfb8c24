import type { BuildContext } from "../dockerignore/context";
import { neededPaths } from "../pyproject/local-projects";
import { Mistake, shown } from "../values/mistake";
import { commonFolder, type ProjectPlace } from "../values/project-place";
import { type BuildProjects, buildInputs } from "./build-inputs";

/** What the build reads, and from where. */
export interface BuildReads extends BuildProjects {
  readonly place: ProjectPlace;
}

/**
 * The build context holds every file that the build reads.
 *
 * @param dockerignore the file that messages name
 * @throws where one lies outside of it, or the .dockerignore leaves one out
 */
export function checkBuildContext(context: BuildContext, dockerignore: string, reads: BuildReads): void {
  const { place } = reads;
  checkFolder(reads);
  for (const { value, source } of buildInputs(reads)) {
    checkPathInContext(context, dockerignore, place.inContext(value), source);
  }
}

/**
 * The build context holds a file, or something of a folder.
 *
 * @param reason why the build needs it
 * @throws where the .dockerignore leaves it out
 */
export function checkPathInContext(context: BuildContext, dockerignore: string, path: string, reason: string): void {
  if (!context.mayIncludeBelow(path)) throw leftOut(dockerignore, path, context.decide(path).pattern, reason);
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
    fix: `remove the pattern, or take the file in again by addExceptions(${shown(file)}), or by a line !${file} where people write ${dockerignore}`,
  });
}
