import type { BuildContext } from "../dockerignore/context";
import type { ProjectFacts } from "../pyproject/facts";
import { Mistake, shown } from "../values/mistake";

/**
 * The build context holds every file that the build reads.
 *
 * @param dockerignore the file that messages name
 * @throws where the .dockerignore leaves one out
 */
export function checkBuildContext(context: BuildContext, dockerignore: string, facts: ProjectFacts): void {
  const files: [string, string][] = [
    ...(facts.hasPyproject ? [named("pyproject.toml", "the package manager reads it")] : []),
    ...(facts.lockFile === undefined ? [] : [named(facts.lockFile.value.path, "dependencies are installed from it")]),
    ...facts.requirementsFiles.map(({ value, source }) => named(value, source)),
    ...[...facts.readmeFiles, ...facts.licenseFiles].map(({ value, source }) => named(value, source)),
  ];
  for (const [file, reason] of files) {
    if (file.startsWith("../")) throw outside(file, reason);
    if (!/[*?[]/.test(file)) checkFileInContext(context, dockerignore, file, reason);
  }
  for (const root of facts.packageRoots.value) {
    if (context.mayIncludeBelow(root)) continue;
    throw leftOut(dockerignore, root, context.decide(root).pattern, facts.packageRoots.source);
  }
}

/**
 * The build context holds a file.
 *
 * @param reason why the build needs it
 * @throws where the .dockerignore leaves it out
 */
export function checkFileInContext(context: BuildContext, dockerignore: string, file: string, reason: string): void {
  const { included, pattern } = context.decide(file);
  if (!included) throw leftOut(dockerignore, file, pattern, reason);
}

function named(file: string, reason: string): [string, string] {
  return [file, reason];
}

function outside(file: string, reason: string): Mistake {
  return new Mistake({
    where: "build context",
    what: `${shown(file)} lies outside the project's folder`,
    allowed: `the build needs it (${reason}), and sees that folder alone`,
    fix: "members of a workspace are not supported yet: make the project of the folder that holds the lock file",
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
