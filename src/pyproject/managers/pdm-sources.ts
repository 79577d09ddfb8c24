import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import { isTable, type TomlTable } from "../files/toml-table";
import { projectRelative } from "./project-relative";
import { requiredText } from "./required-text";

/**
 * The indexes of a pdm project: those of `[[tool.pdm.source]]`, and those of pdm.toml that it does not name. One of the
 * name pypi takes the place of the default index.
 *
 * @param settings the project's pdm.toml
 * @throws where a source has no name
 * @see https://pdm-project.org/en/latest/usage/config/#configure-the-package-indexes
 */
export function readPdmSources(file: TomlTable, settings: TomlTable | undefined): Fact<PackageIndex>[] {
  const pdm = file.tableAt("tool", "pdm");
  const tables = pdm?.tables("source") ?? [];
  const listed = tables.flatMap((table) => {
    const name = requiredText(table, "name", "every source has a name");
    return index(name, table.text("url")?.value, pdm?.source("source") ?? table.source("name"));
  });
  const names = new Set(listed.map(({ value }) => value.name));
  const stored = storedIndexes(settings).filter(({ value }) => !names.has(value.name));
  return [...listed, ...stored].filter(({ value }) => !isDefaultIndex(value.url));
}

/** The indexes in pdm.toml: `pypi.url` for the default one, `pypi.NAME.url` for others. */
function storedIndexes(settings: TomlTable | undefined): Fact<PackageIndex>[] {
  const table = settings?.table("pypi");
  if (table === undefined) return [];
  const own = index("pypi", table.text("url")?.value, table.source("url"));
  const names = table.keys().filter((key) => isTable(table.value(key)));
  return [...own, ...names.flatMap((name) => index(name, table.table(name)?.text("url")?.value, table.source(name)))];
}

/** A source without an address takes it from the settings of a user, which are not known here. */
function index(name: string, url: string | undefined, source: string): Fact<PackageIndex>[] {
  return url === undefined ? [] : [fact({ name, url: projectRelative(url), isDefault: name === "pypi" }, source)];
}
