import type { InitProject } from "projen";

/** Options of projen's Python project that this project type refuses or replaces by one of its own. */
const REPLACED = new Set(["pip", "poetry", "setuptools", "uv", "venv"]);

/**
 * Keeps out of a new projenrc file what would mislead its reader.
 *
 * `projen new --from` puts its npm package among Python's development dependencies, and suggests every featured option
 * of the parent class.
 */
export function tidyProjenrc(creation: InitProject): void {
  delete creation.args.devDeps;
  // It is for the files that are there now.
  delete creation.args.existingFiles;
  const { type } = creation as { type: { options: { name: string }[] } };
  type.options = type.options.filter((option) => !REPLACED.has(option.name));
}
