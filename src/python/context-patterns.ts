import { posix } from "node:path";
import type { Dockerignore } from "../dockerignore/dockerignore";
import type { ContainerPlan } from "./container-plan";

/** What no build needs, by the reason; a path without `**` counts in the folder of a project. */
const groups: readonly (readonly [string, ...(readonly string[])])[] = [
  ["Version control", ".git", ".gitattributes", ".github", ".gitlab"],
  ["Environments, bytecode and caches", ".venv", "venv", "**/__pycache__", "**/*.py[cod]"],
  ["", "**/.pytest_cache", "**/.ruff_cache", "**/.mypy_cache", ".tox", ".nox", ".hypothesis"],
  ["What builds and tests leave", "build", "dist", "**/*.egg-info", "htmlcov", ".coverage*"],
  ["Secrets and local settings", "**/.env", "**/.env.*"],
  ["projen and Node", ".projen", ".projenrc.*", "projenrc", "tsconfig.projen.json"],
  ["", "node_modules", "package.json", "package-lock.json"],
  ["Container files and editors", "Dockerfile", "*.Dockerfile", "**/.dockerignore", "compose*.yaml"],
  ["", ".devcontainer", ".vscode", ".idea"],
  ["Tests", "tests", "test"],
];

/**
 * Leaves out of the build context what no build needs, in the folders of the project and of the others that it needs.
 *
 * A list of what is left out, not of what is let in: a build backend may need any file, and says only when it is missing.
 */
export function addContextPatterns(dockerignore: Dockerignore, plan: ContainerPlan): void {
  const { place } = plan;
  for (const [comment, ...patterns] of groups) {
    const placed = patterns.map((pattern) => inFolder(place.folder, pattern));
    if (comment === "") dockerignore.addPatterns(...placed);
    else dockerignore.addGroup(comment, ...placed);
  }
  const ofAProject = groups.flatMap(([, ...patterns]) => patterns).filter((pattern) => !pattern.startsWith("**/"));
  dockerignore.addDefaults({
    applyDefaults: (target) => {
      for (const { path, facts, isProduction } of plan.localProjects) {
        const folder = place.inContext(path);
        if (!isProduction || facts === undefined || folder.startsWith("..")) continue;
        target.addGroup(`The same in ${folder}`, ...ofAProject.map((pattern) => inFolder(folder, pattern)));
      }
    },
  });
}

function inFolder(folder: string, pattern: string): string {
  return pattern.startsWith("**/") ? pattern : posix.join(folder, pattern);
}
