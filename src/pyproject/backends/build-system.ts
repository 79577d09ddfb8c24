import { type Fact, fact } from "../fact";
import type { ProjectFacts } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { parseRequirement } from "../requirements/requirement";

/**
 * Reads `[build-system]`: a table without a backend means setuptools as it was before PEP 517, and so does no table at
 * all where the project is built all the same.
 *
 * @see https://peps.python.org/pep-0517/#source-trees
 */
export function buildSystemFacts(
  file: TomlTable,
  installsProject: boolean,
): Pick<ProjectFacts, "buildBackend" | "buildRequires"> {
  const table = file.table("build-system");
  const source = table?.source("requires") ?? file.source("build-system");
  const backend = table?.text("build-backend") ?? legacyBackend(file, installsProject);
  const requires = table?.texts("requires")?.value ?? (backend === undefined ? [] : ["setuptools", "wheel"]);
  return { buildBackend: backend, buildRequires: requires.map((text) => fact(parseRequirement(text, source), source)) };
}

function legacyBackend(file: TomlTable, installsProject: boolean): Fact<string> | undefined {
  if (!file.has("build-system") && !installsProject) return undefined;
  return fact("setuptools.build_meta:__legacy__", `${file.source("build-system")} (there is no build-backend)`);
}
