import type { ProjectFacts } from "../../src/pyproject/facts";
import { parseToml } from "../../src/pyproject/files/parse-toml";
import type { ProjectFolder } from "../../src/pyproject/files/project-folder";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { type FactOptions, readFacts } from "../../src/pyproject/read-facts";

/** A folder made of texts by their paths; the project lies in `services/orders` of a repository. */
export function mapFolder(files: Record<string, string>): ProjectFolder {
  const paths = Object.keys(files);
  return {
    exists: (path) => paths.some((each) => each === path || each.startsWith(`${path}/`)),
    read: (path) => files[path],
    list: (path) => {
      const inside = paths.filter((each) => path === "" || each.startsWith(`${path}/`));
      const parts = inside.map((each) => each.slice(path === "" ? 0 : path.length + 1).split("/"));
      const names = parts.map(([name, ...rest]) => (rest.length > 0 ? `${name}/` : name));
      return [...new Set(names)].filter((name) => name !== "../").sort();
    },
    passedOver: () => new Map(),
    ancestors: () => [
      { path: "..", inside: "orders" },
      { path: "../..", inside: "services/orders" },
    ],
  };
}

/** The facts of a project with this pyproject.toml and these other files. */
export function factsOf(toml: string, files: Record<string, string> = {}, options: FactOptions = {}): ProjectFacts {
  return readFacts({ file: parseToml(toml, "pyproject.toml"), folder: mapFolder(files) }, options);
}

/** The facts of a project that uv manages. */
export function uvFacts(toml: string, files: Record<string, string> = {}, options: FactOptions = {}): ProjectFacts {
  return factsOf(toml, files, { packageManager: PackageManager.UV, ...options });
}

/** The facts of a project that poetry manages. */
export function poetryFacts(toml: string, files: Record<string, string> = {}, options: FactOptions = {}): ProjectFacts {
  return factsOf(toml, files, { packageManager: PackageManager.POETRY, ...options });
}
