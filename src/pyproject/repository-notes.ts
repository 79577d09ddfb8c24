import { posix } from "node:path";
import { needsRepository, versionVariable } from "./backends/version-origins";
import type { ProjectFacts } from "./facts";
import type { ProjectFolder } from "./files/project-folder";

type Facts = Pick<ProjectFacts, "dynamicVersion" | "installsProject" | "packageRoots">;

/** Files that belong into a wheel whatever is said of data. */
const code = /\.(?:py|pyi|pyc|so|pyx|pxd|c|h)$/;

/** What a build loses that has no repository: a build context without `.git` is smaller, and the same for all clones. */
export function repositoryNotes(facts: Facts, folder: ProjectFolder): string[] {
  const { dynamicVersion, installsProject } = facts;
  if (dynamicVersion === undefined || !installsProject.value) return [];
  const { value, source } = dynamicVersion;
  return [
    ...(needsRepository(value) && versionVariable(value) === undefined
      ? [
          `${source}: ${value} asks git for the version, can't be told one, and .git is not in the build context; take it in by dockerignore.addExceptions(".git"), and git by the builder's section "system packages", or write the version into a file`,
        ]
      : []),
    ...(value === "setuptools-scm" ? lostData(facts, source, folder) : []),
  ];
}

/** @see https://setuptools-scm.readthedocs.io/en/latest/usage/#file-finders-hook-makes-most-of-manifestin-unnecessary */
function lostData({ packageRoots }: Facts, source: string, folder: ProjectFolder): string[] {
  const settings = `${folder.read("pyproject.toml")}${folder.read("setup.cfg")}${folder.read("setup.py")}`;
  const isSaid = /(?<!include[-_])package[-_]data|data[-_]files/.test(settings);
  const isListed = /^\s*(?:include|recursive-include|global-include|graft)\b/m.test(folder.read("MANIFEST.in") ?? "");
  if (isSaid || isListed) return [];
  const data = firstData(packageRoots.value, folder);
  if (data === undefined) return [];
  return [
    `${source}: setuptools-scm puts what git tracks into the wheel, and .git is not in the build context, so that ${data} is left out; name such files in MANIFEST.in or [tool.setuptools.package-data]`,
  ];
}

function firstData(roots: readonly string[], folder: ProjectFolder): string | undefined {
  const rest = [...roots];
  // Wide, not deep: the first one that a reader would see.
  for (let path = rest.shift(); path !== undefined; path = rest.shift()) {
    for (const name of folder.list(path)) {
      if (name === "__pycache__/" || name.startsWith(".")) continue;
      const inside = posix.join(path, name);
      if (name.endsWith("/")) rest.push(inside.slice(0, -1));
      else if (!code.test(name)) return inside;
    }
  }
  return undefined;
}
