import type { BuildContext } from "../dockerignore/context";
import type { Finding } from "../findings/finding";
import { neededPaths } from "../pyproject/local-projects";
import { shown } from "../values/mistake";
import { commonFolder, type ProjectPlace } from "../values/project-place";
import { type BuildProjects, buildInputs } from "./build-inputs";

/** What the build reads, and from where. */
export interface BuildReads extends BuildProjects {
  readonly place: ProjectPlace;
}

/**
 * Files that the build reads and the build context does not hold: they lie outside of it, or the .dockerignore leaves them
 * out.
 *
 * @param dockerignore the file that messages name
 */
export function* buildContextFindings(
  context: BuildContext,
  dockerignore: string,
  reads: BuildReads,
): Iterable<Finding> {
  const { place } = reads;
  yield* folderFindings(reads);
  for (const { value, source } of buildInputs(reads)) {
    const path = place.inContext(value);
    if (isInside(path)) yield* pathFindings(context, dockerignore, path, source);
  }
}

/**
 * That the .dockerignore leaves out a file, or all of a folder.
 *
 * @param reason why the build needs it
 */
export function* pathFindings(
  context: BuildContext,
  dockerignore: string,
  path: string,
  reason: string,
): Iterable<Finding> {
  if (context.mayIncludeBelow(path)) return;
  yield {
    rule: "FileIgnored",
    where: dockerignore,
    what: `the pattern ${shown(context.decide(path).pattern)} leaves out ${shown(path)}`,
    allowed: `the build needs it (${reason})`,
    fix: `remove the pattern, or take the file in again by addExceptions(${shown(path)}), or by a line !${path} where people write ${dockerignore}`,
  };
}

/** That something needed lies outside of the folder that is the context. */
function* folderFindings({ facts, localProjects, place }: BuildReads): Iterable<Finding> {
  const needed = neededPaths(facts, localProjects);
  const missed = needed.find(({ value }) => !isInside(place.inContext(value)));
  if (missed === undefined) return;
  yield {
    rule: "FileOutsideContext",
    where: "build context",
    what: `${shown(missed.value)} lies outside of ${place.context === "." ? "the project's folder" : shown(place.context)}`,
    allowed: `the build needs it (${missed.source}), and sees that folder alone`,
    fix: `set buildContext: ${shown(commonFolder(needed.map(({ value }) => value)))}`,
  };
}

function isInside(path: string): boolean {
  return path !== ".." && !path.startsWith("../");
}
