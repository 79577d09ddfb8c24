import type { TomlTable } from "../files/toml-table";
import { Specifier } from "../requirements/specifier";
import { joinedMarkers } from "./joined-markers";

/**
 * The environment for which a dependency of poetry holds: `markers`, and its shorter forms `python` and `platform`.
 *
 * @param where the key in which the dependency stands
 * @see https://python-poetry.org/docs/dependency-specification/#python-restricted-dependencies
 */
export function poetryMarker(dependency: TomlTable, where: string): string | undefined {
  const python = dependency.text("python")?.value;
  const platform = dependency.text("platform")?.value;
  return joinedMarkers(
    dependency.text("markers")?.value,
    python === undefined ? undefined : pythonMarker(Specifier.ofPoetry(python, where).toString()),
    platform === undefined ? undefined : platformMarker(platform),
  );
}

/** With the patch release everywhere, as `python_version <= "3.10"` would allow 3.10.5. */
function pythonMarker(specifier: string): string {
  return anyOf(specifier.split(" || "), (clause) => {
    const [, operator, version] = /^([<>=!~]+)\s*(.*)$/.exec(clause) ?? [];
    return operator === undefined ? "" : `python_full_version ${operator} "${version}"`;
  });
}

function platformMarker(platform: string): string {
  return anyOf(platform.split(/\s*\|\|?\s*/), (clause) => {
    const [, operator = "", name = ""] = /^\s*(==|!=|=)?\s*(\S*)\s*$/.exec(clause) ?? [];
    return name === "" || name === "*" ? "" : `sys_platform ${operator === "!=" ? "!=" : "=="} "${name}"`;
  });
}

/** Alternatives of which each is a list of clauses with commas between. */
function anyOf(alternatives: readonly string[], marker: (clause: string) => string): string {
  const each = alternatives.map((clauses) => {
    const parts = clauses.split(",").map(marker);
    return parts.filter((part) => part !== "").join(" and ");
  });
  // An alternative without clauses allows everything.
  return each.some((part) => part === "") ? "" : each.join(" or ");
}
