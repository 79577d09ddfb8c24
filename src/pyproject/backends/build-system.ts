import { type Fact, fact } from "../fact";
import type { ProjectFacts } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { parseRequirement, type Requirement } from "../requirements/requirement";

/** The build backend of a project that names none: setuptools as it was before PEP 517. */
export const legacyBackend = "setuptools.build_meta:__legacy__";

/** `[build-system]` as it stands in the file. */
export interface BuildSystem {
  /** The backend; the legacy one where nothing names any. */
  readonly backend: Fact<string>;
  readonly requires: readonly Fact<Requirement>[];
}

/**
 * Reads `[build-system]`: a table without a backend means setuptools as it was before PEP 517, and so does no table at
 * all where the project is built all the same.
 *
 * @see https://peps.python.org/pep-0517/#source-trees
 */
export function readBuildSystem(file: TomlTable): BuildSystem {
  const table = file.table("build-system");
  const source = table?.source("requires") ?? file.source("build-system");
  const stated = table?.text("build-backend");
  const backend = stated ?? fact(legacyBackend, `${file.source("build-system")} (there is no build-backend)`);
  const requires = table?.texts("requires")?.value ?? (stated === undefined ? ["setuptools", "wheel"] : []);
  return { backend, requires: requires.map((text) => fact(parseRequirement(text, source), source)) };
}

/** The build system of the project; none where nothing says so and nothing is built. */
export function buildSystemFacts(
  file: TomlTable,
  installsProject: boolean,
): Pick<ProjectFacts, "buildBackend" | "buildRequires"> {
  if (!file.has("build-system") && !installsProject) return { buildRequires: [] };
  const { backend, requires } = readBuildSystem(file);
  return { buildBackend: backend, buildRequires: requires };
}
