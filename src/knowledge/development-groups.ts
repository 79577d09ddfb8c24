/**
 * The names of dependency groups that hold tools for development, and are not needed to run a program.
 *
 * From the documentation of uv (`dev` is the default), poetry (`dev`, `test`, `docs`) and PEP 735's use cases.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/dependencies/#development-dependencies
 * @see https://python-poetry.org/docs/managing-dependencies/
 * @see https://peps.python.org/pep-0735/
 */
export const developmentGroups: ReadonlySet<string> = new Set([
  "bench",
  "build",
  "ci",
  "coverage",
  "debug",
  "dev",
  "devel",
  "develop",
  "development",
  "doc",
  "docs",
  "examples",
  "format",
  "functests",
  "fuzz",
  "lint",
  "linting",
  "mypy",
  "notebooks",
  "pre-commit",
  "pytest",
  "release",
  "test",
  "testing",
  "tests",
  "tox",
  "type-check",
  "type-checking",
  "typecheck",
  "types",
  "typing",
]);

/**
 * Does the name tell that it is for development: one of these words, or several words of which one is of these, such as
 * `unit-tests`?
 *
 * @param name normalised by PEP 503
 */
export function isDevelopmentName(name: string): boolean {
  return developmentGroups.has(name) || name.split("-").some((word) => developmentWords.has(word));
}

/** Those of the names that tell it as a part of a longer name too: `ci` may also be part of others. */
const developmentWords: ReadonlySet<string> = new Set([
  "dev",
  "devel",
  "develop",
  "development",
  "docs",
  "lint",
  "linting",
  "test",
  "testing",
  "tests",
  "typing",
]);
