import { type Fact, fact } from "../fact";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";

/** The lock file that every installer can read. */
export const pylockFile = "pylock.toml";

/**
 * The packages that `pylock.toml` has locked, all that are needed in the end among them; none where there is no such file.
 *
 * @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
export function readPylock(folder: ProjectFolder): Fact<Requirement>[] {
  const text = folder.read(pylockFile);
  const packages = text === undefined ? [] : (parseToml(text, pylockFile, "npx projen lock").tables("packages") ?? []);
  return packages.flatMap((table) => {
    const name = table.text("name");
    return name === undefined ? [] : [fact(lockedRequirement(table, name.value), name.source)];
  });
}

function lockedRequirement(table: TomlTable, name: string): Requirement {
  const version = table.text("version")?.value;
  const repository = table.tableAt("vcs");
  const url =
    repository === undefined
      ? (table.tableAt("directory")?.text("path") ?? table.tableAt("archive")?.text("url"))?.value
      : `${repository.text("type")?.value ?? "git"}+${(repository.text("url") ?? repository.text("path"))?.value ?? ""}`;
  return {
    name: normalizedName(name),
    extras: [],
    specifier: version === undefined || url !== undefined ? "" : `==${version}`,
    marker: table.text("marker")?.value,
    url,
    written: version === undefined ? name : `${name}==${version}`,
  };
}
