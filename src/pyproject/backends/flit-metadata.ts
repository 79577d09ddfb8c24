import { fact } from "../fact";
import type { ProjectUrl } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { extrasWithPurpose } from "../metadata/extras";
import {
  licenseText,
  type ProjectTable,
  readExtras,
  readScripts,
  readUrls,
  requirementsIn,
} from "../metadata/project-table";
import { distributionName } from "../requirements/distribution-name";
import { flit } from "./flit";

/**
 * The project as `[tool.flit.metadata]` describes it, which flit reads where there is no `[project]`; undefined where there
 * is no such table.
 *
 * @see https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata
 */
export function flitProject(file: TomlTable, folder: ProjectFolder): ProjectTable | undefined {
  const table = file.tableAt("tool", "flit", "metadata");
  const name = table?.text("dist-name") ?? table?.text("module");
  if (file.has("project") || table === undefined || name === undefined) return undefined;
  const readme = table.text("description-file");
  const project: ProjectTable = {
    name: fact(distributionName(name.value), name.source),
    hasDynamicVersion: true,
    license: licenseText(table, "license"),
    urls: urlsOf(table),
    readmeFiles: readme === undefined ? [] : [readme],
    licenseFiles: [],
    consoleScripts: readScripts(file.tableAt("tool", "flit", "scripts")),
    guiScripts: [],
    dependencies: requirementsIn(table, "requires"),
    extras: extrasOf(table, name.value),
    requiresPython: table.text("requires-python"),
    dynamic: ["version", "description"],
  };
  return { ...project, ...flit.dynamicMetadata?.({ file, folder, project, name: name.value, buildRequires: [] }) };
}

function urlsOf(table: TomlTable): ProjectTable["urls"] {
  const home = table.text("home-page");
  const homepage: ProjectUrl[] = home === undefined ? [] : [{ label: "Homepage", url: home.value }];
  return [...homepage.map((url) => fact(url, table.source("home-page"))), ...readUrls(table.table("urls"))];
}

/** The older `dev-requires` is the extra dev. */
function extrasOf(table: TomlTable, project: string): ProjectTable["extras"] {
  const listed = readExtras(table.table("requires-extra"), project);
  const requirements = requirementsIn(table, "dev-requires").map(({ value }) => value);
  if (requirements.length === 0) return listed;
  const dev = extrasWithPurpose([{ name: "dev", requirements }], project);
  return [...listed, ...dev.map((extra) => fact(extra, table.source("dev-requires")))];
}
