import { type Fact, fact } from "../fact";
import type { Extra } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { extrasWithPurpose } from "../metadata/extras";
import type { ProjectTable } from "../metadata/project-table";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { enrichedRequirement } from "./poetry-enrichment";

/**
 * The extras of a poetry project: those of `[project]`, or where it lists neither dependencies nor extras, those of
 * `[tool.poetry.extras]`, which name main dependencies. A name that is none of these brings nothing.
 *
 * @param own the requirements of `[tool.poetry.dependencies]`, optional ones too
 * @see https://python-poetry.org/docs/pyproject/#extras
 */
export function readPoetryExtras(
  file: TomlTable,
  project: ProjectTable | undefined,
  own: readonly Requirement[],
): Fact<Extra>[] {
  if (project !== undefined && project.dependencies.length + project.extras.length > 0) {
    return project.extras.map(({ value, source }) => {
      const requirements = value.requirements.flatMap((requirement) => enrichedRequirement(requirement, own));
      return fact({ ...value, requirements }, source);
    });
  }
  const table = file.tableAt("tool", "poetry", "extras");
  if (table === undefined) return [];
  const listed = table.keys().map((name) => {
    const names = (table.texts(name)?.value ?? []).map((text) => normalizedName(text.replace(/\[.*/s, "").trim()));
    return { name, requirements: own.filter((requirement) => names.includes(requirement.name)) };
  });
  const name = project?.name?.value.written ?? file.tableAt("tool", "poetry")?.text("name")?.value;
  return extrasWithPurpose(listed, name).map((extra) => fact(extra, table.source(extra.name)));
}
