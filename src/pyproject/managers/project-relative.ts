import { type Fact, fact } from "../fact";
import type { Extra, Metadata } from "../facts";
import type { Requirement } from "../requirements/requirement";

/** How the project's own folder is written in an address, by pdm and by hatch. */
const ownFolder = /^(?:file:\/\/\/\$\{PROJECT_ROOT\}|\{root:(?:uri|real)\}|file:\/\/\{root\}|\{root\})\/?/;

/**
 * A location with the path from the project's folder in place of an address that starts with a name for it.
 *
 * @see https://pdm-project.org/en/latest/usage/dependency/#local-dependencies
 * @see https://hatch.pypa.io/latest/config/context/#paths
 */
export function projectRelative(location: string): string {
  if (!ownFolder.test(location)) return location;
  const path = decoded(location.replace(ownFolder, ""));
  return path === "" ? "." : path;
}

/** The requirement with a path from the project's folder. */
export function withProjectPath(requirement: Requirement): Requirement {
  const { url } = requirement;
  return url === undefined ? requirement : { ...requirement, url: projectRelative(url) };
}

/** The dependencies and extras of `[project]` with paths from the project's folder. */
export function withProjectPaths({
  dependencies,
  extras,
}: Pick<Metadata, "dependencies" | "extras">): Pick<Metadata, "dependencies" | "extras"> {
  return {
    dependencies: dependencies.map(({ value, source }) => fact(withProjectPath(value), source)),
    extras: extras.map(({ value, source }): Fact<Extra> => {
      return fact({ ...value, requirements: value.requirements.map(withProjectPath) }, source);
    }),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A per cent sign that starts no code stands for itself.
    return path;
  }
}
