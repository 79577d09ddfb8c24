import { posix } from "node:path";
import type { Dockerignore } from "../dockerignore/dockerignore";
import type { ContainerPlan } from "./container-plan";

/** What no build needs. A path counts in the folder of the project, one that starts with two stars everywhere. */
interface PatternGroup {
  readonly comment?: string;
  readonly patterns: readonly string[];
  /** Does it hold in the folders of other projects too? What tools leave there is large, or may be of another system. */
  readonly inOthers?: boolean;
}

const groups: readonly PatternGroup[] = [
  { comment: "Version control", patterns: [".git", ".gitattributes", ".github", ".gitlab"] },
  {
    comment: "Environments, bytecode and caches",
    patterns: [".venv", "venv", "**/__pycache__", "**/*.py[cod]"],
    inOthers: true,
  },
  {
    patterns: ["**/.pytest_cache", "**/.ruff_cache", "**/.mypy_cache", ".tox", ".nox", ".hypothesis"],
    inOthers: true,
  },
  {
    comment: "What builds and tests leave",
    patterns: ["build", "dist", "**/*.egg-info", "htmlcov", ".coverage*"],
    inOthers: true,
  },
  { comment: "Secrets and local settings", patterns: ["**/.env", "**/.env.*"] },
  { comment: "projen and Node", patterns: [".projen", ".projenrc.*", "projenrc", "tsconfig.projen.json"] },
  { patterns: ["node_modules", "package.json", "package-lock.json"] },
  {
    comment: "Container files and editors",
    patterns: ["Dockerfile", "*.Dockerfile", "**/*.dockerignore", "compose*.yaml"],
  },
  { patterns: [".devcontainer", ".vscode", ".idea"] },
  { comment: "Tests", patterns: ["tests", "test"], inOthers: true },
];

/**
 * Leaves out of the build context what no build needs, in the folders of the project and of the others that it needs.
 *
 * A list of what is left out, not of what is let in: a build backend may need any file, and says only when it is missing.
 */
export function addContextPatterns(dockerignore: Dockerignore, plan: ContainerPlan): void {
  const { place } = plan;
  for (const { comment, patterns } of groups) {
    const placed = patterns.map((pattern) => inFolder(place.folder, pattern));
    if (comment === undefined) dockerignore.addPatterns(...placed);
    else dockerignore.addGroup(comment, ...placed);
  }
  const others = groups.flatMap(({ patterns, inOthers }) => (inOthers ? patterns : []));
  const ofOthers = others.filter((pattern) => !pattern.startsWith("**/"));
  dockerignore.addDefaults({
    applyDefaults: (target) => {
      for (const { path, facts, isProduction } of plan.localProjects) {
        const folder = place.inContext(path);
        if (!isProduction || facts === undefined || folder.startsWith("..")) continue;
        target.addGroup(`The same in ${folder}`, ...ofOthers.map((pattern) => inFolder(folder, pattern)));
      }
    },
  });
}

function inFolder(folder: string, pattern: string): string {
  return pattern.startsWith("**/") ? pattern : posix.join(folder, pattern);
}
