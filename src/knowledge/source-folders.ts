/**
 * Top-level folders that hold Python files of a repository and yet are no part of the program.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html#flat-layout
 */
export const foldersBesideTheProgram: ReadonlySet<string> = new Set([
  "benchmark",
  "benchmarks",
  "bin",
  "build",
  "changelog",
  "ci",
  "debian",
  "dist",
  "doc",
  "docs",
  "documentation",
  "env",
  "example",
  "examples",
  "exercise",
  "exercises",
  "htmlcov",
  "manpages",
  "news",
  "newsfragments",
  "node_modules",
  "requirements",
  "scripts",
  "site_scons",
  "tasks",
  "tools",
  "venv",
]);

/** Folders with tests, by any of their usual names. */
export const testFolder = /^(?:.*[_-])?tests?(?:[_-].*)?$/;

/** Does the path lie in one of these folders, or in one for tests or for developers? */
export function liesBesideTheProgram(path: string): boolean {
  const [top] = path.split("/");
  return foldersBesideTheProgram.has(top) || testFolder.test(top) || top === "dev";
}

/** Top-level modules that belong to tools and are no part of the program. */
export const modulesBesideTheProgram: ReadonlySet<string> = new Set([
  "conanfile.py",
  "conftest.py",
  "dodo.py",
  "fabfile.py",
  "hatch_build.py",
  "noxfile.py",
  "pavement.py",
  "pdm_build.py",
  "setup.py",
  "tasks.py",
  "toxfile.py",
  "versioneer.py",
]);
