import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { requiredText } from "./required-text";

/**
 * The indexes of a Pipfile, of which the first is the one that pipenv asks by default.
 *
 * @throws where a source has no address
 * @see https://pipenv.pypa.io/en/latest/indexes.html
 */
export function readPipfileSources(pipfile: TomlTable): Fact<PackageIndex>[] {
  return (pipfile.tables("source") ?? []).flatMap((table, at) => {
    const url = requiredText(table, "url", "every source has an address");
    if (isDefaultIndex(url)) return [];
    return [fact({ name: table.text("name")?.value, url, isDefault: at === 0 }, pipfile.source("source"))];
  });
}
