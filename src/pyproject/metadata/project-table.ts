import { type Fact, fact } from "../fact";
import type { Extra, Metadata, ProjectUrl, Script } from "../facts";
import { isTable, type TomlTable } from "../files/toml-table";
import { distributionName } from "../requirements/distribution-name";
import { parseRequirement } from "../requirements/requirement";
import { extrasWithPurpose } from "./extras";
import { spdxExpression } from "./spdx";

/** What `[project]` says, whatever the package manager. */
export interface ProjectTable extends Metadata {
  readonly requiresPython?: Fact<string>;
  /** The fields that are found out at build time. */
  readonly dynamic: readonly string[];
}

/**
 * Reads `[project]`.
 *
 * @see https://packaging.python.org/en/latest/specifications/pyproject-toml/
 */
export function readProjectTable(file: TomlTable): ProjectTable | undefined {
  const project = file.table("project");
  if (project === undefined) return undefined;
  const stated = project.text("name");
  // An empty name, as some templates leave it, is none.
  const name = stated?.value === "" ? undefined : stated;
  const dynamic = project.texts("dynamic")?.value ?? [];
  return {
    name: name && fact(distributionName(name.value), name.source),
    version: project.text("version"),
    hasDynamicVersion: dynamic.includes("version"),
    description: project.text("description"),
    license: licenseOf(project),
    urls: readUrls(project.table("urls")),
    readmeFiles: readmeOf(project),
    licenseFiles: licenseFilesOf(project),
    consoleScripts: readScripts(project.table("scripts")),
    guiScripts: readScripts(project.table("gui-scripts")),
    dependencies: requirementsIn(project, "dependencies"),
    extras: readExtras(project.table("optional-dependencies"), name?.value),
    requiresPython: project.text("requires-python"),
    dynamic,
  };
}

/** The requirements in the array below the key. */
export function requirementsIn(table: TomlTable, key: string): Metadata["dependencies"] {
  const source = table.source(key);
  return (table.texts(key)?.value ?? []).map((written) => fact(parseRequirement(written, source), source));
}

/**
 * The extras in a table of names and requirements.
 *
 * @param project the name of the project, which an extra can name to include others: `orders[web]`
 */
export function readExtras(table: TomlTable | undefined, project: string | undefined): Fact<Extra>[] {
  if (table === undefined) return [];
  const listed = table
    .keys()
    .map((name) => ({ name, requirements: requirementsIn(table, name).map(({ value }) => value) }));
  return extrasWithPurpose(listed, project).map((extra) => fact(extra, table.source(extra.name)));
}

/** The links in a table of labels. */
export function readUrls(table: TomlTable | undefined): Fact<ProjectUrl>[] {
  return textsIn(table).map(({ value: [label, url], source }) => fact({ label, url }, source));
}

/** The license below the key, where it is an SPDX expression. */
export function licenseText(table: TomlTable, key: string): Fact<string> | undefined {
  const text = table.text(key);
  const expression = text && spdxExpression(text.value);
  return expression === undefined ? undefined : fact(expression, table.source(key));
}

function licenseOf(project: TomlTable): Fact<string> | undefined {
  const table = isTable(project.value("license")) ? project.table("license") : undefined;
  return table === undefined ? licenseText(project, "license") : licenseText(table, "text");
}

function readmeOf(project: TomlTable): Fact<string>[] {
  const readme = isTable(project.value("readme")) ? project.table("readme")?.text("file") : project.text("readme");
  return readme === undefined ? [] : [readme];
}

function licenseFilesOf(project: TomlTable): Fact<string>[] {
  const file = isTable(project.value("license")) ? project.table("license")?.text("file") : undefined;
  // An early draft of PEP 639, which hatchling took for some time, has a table here.
  const draft = isTable(project.value("license-files")) ? project.table("license-files") : undefined;
  const lists = draft ? [draft.texts("paths"), draft.texts("globs")] : [project.texts("license-files")];
  const listed = lists.flatMap((list) => list?.value.map((path) => fact(path, list.source)) ?? []);
  return file === undefined ? listed : [file, ...listed];
}

/** The commands in a table of names and references. */
export function readScripts(table: TomlTable | undefined): Fact<Script>[] {
  return textsIn(table).map(({ value: [name, target], source }) => fact({ name, target }, source));
}

function textsIn(table: TomlTable | undefined): Fact<readonly [string, string]>[] {
  return (table?.keys() ?? []).flatMap((key) => {
    const text = table?.text(key);
    return text === undefined ? [] : [fact([key, text.value] as const, text.source)];
  });
}
