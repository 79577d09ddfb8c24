import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { requiredText } from "./required-text";

/**
 * The indexes of `[[tool.poetry.source]]`. A primary one takes the place of the default index, unless that is listed too,
 * by its name and without an address.
 *
 * @throws where a source has no name, or no address
 * @see https://python-poetry.org/docs/repositories/#project-configuration
 */
export function readPoetrySources(file: TomlTable): Fact<PackageIndex>[] {
  const poetry = file.tableAt("tool", "poetry");
  const tables = poetry?.tables("source");
  if (poetry === undefined || tables === undefined) return [];
  const named = tables.map((table) => {
    return { table, name: requiredText(table, "name", "every source has a name") };
  });
  const isListed = named.some(({ name }) => isDefaultName(name));
  return named.flatMap(({ table, name }) => {
    if (isDefaultName(name)) return [];
    const url = requiredText(table, "url", "every source but the default index has an address");
    if (isDefaultIndex(url)) return [];
    return [fact({ name, url, isDefault: !isListed && isPrimary(table) }, poetry.source("source"))];
  });
}

function isDefaultName(name: string): boolean {
  return name.toLowerCase() === "pypi";
}

/** With the keys `default` and `secondary`, which poetry had before 1.5. */
function isPrimary(table: TomlTable): boolean {
  const priority = table.text("priority")?.value.toLowerCase();
  if (priority !== undefined) return priority === "primary" || priority === "default";
  return !(table.flag("secondary")?.value ?? false);
}
