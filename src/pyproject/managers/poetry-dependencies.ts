import { posix } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import { isTable, TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { extrasOf, type Requirement } from "../requirements/requirement";
import { Specifier } from "../requirements/specifier";
import { poetryMarker } from "./poetry-markers";

/** A dependency in a table of poetry. */
export interface PoetryDependency {
  readonly requirement: Fact<Requirement>;
  /** Is it installed only where an extra asks for it? */
  readonly isOptional: boolean;
}

/**
 * The dependencies in a table of poetry, without `python`.
 *
 * @param enriches does the table only add to requirements that stand elsewhere? What it names otherwise has no effect then
 * @see https://python-poetry.org/docs/dependency-specification/
 */
export function readPoetryDependencies(table: TomlTable | undefined, enriches = false): PoetryDependency[] {
  const names = table?.keys().filter((name) => normalizedName(name) !== "python") ?? [];
  return names.flatMap((name) => (table === undefined ? [] : readDependency(table, name, enriches)));
}

/** The Python versions that `python` in poetry's main dependencies allows. */
export function readPoetryPython(dependencies: TomlTable | undefined): Fact<Specifier> | undefined {
  const value = dependencies?.value("python");
  if (dependencies === undefined || value === undefined) return undefined;
  const text = isTable(value) ? dependencies.table("python")?.text("version") : dependencies.text("python");
  if (text === undefined) throw dependencies.wrong("python", "it is a version constraint");
  return fact(Specifier.ofPoetry(text.value, text.source), text.source);
}

function readDependency(table: TomlTable, name: string, enriches: boolean): PoetryDependency[] {
  if (!enriches) {
    refuseExtrasInName(table, name);
    if (!/^[\w.-]+$/.test(name)) {
      throw table.wrong(name, "the name of a dependency has letters, digits, -, _ and .", "mend the name");
    }
  }
  const value = table.value(name);
  if (Array.isArray(value)) {
    return (table.tables(name) ?? []).map((each) => readDependencyTable(each, name, table.source(name)));
  }
  if (isTable(value)) {
    const own = table.table(name);
    return own === undefined ? [] : [readDependencyTable(own, name, table.source(name))];
  }
  const version = typeof value === "string" ? { version: value } : undefined;
  if (version === undefined) throw table.wrong(name, "it is a version constraint, a table, or an array of tables");
  return [readDependencyTable(new TomlTable(version, table.file), name, table.source(name))];
}

function readDependencyTable(table: TomlTable, name: string, source: string): PoetryDependency {
  const version = table.text("version")?.value;
  const requirement: Requirement = {
    name: normalizedName(name),
    extras: extrasOf(table.texts("extras")?.value ?? []),
    specifier: version === undefined ? "" : Specifier.ofPoetry(version, source).toString(),
    marker: poetryMarker(table, source),
    url: locationOf(table),
    written: version === undefined ? name : `${name} = ${shown(version)}`,
  };
  return { requirement: fact(requirement, source), isOptional: table.flag("optional")?.value ?? false };
}

/**
 * Where the dependency comes from if not from an index.
 *
 * @see https://python-poetry.org/docs/dependency-specification/#git-dependencies
 */
function locationOf(table: TomlTable): string | undefined {
  const text = (key: string) => table.text(key)?.value;
  const subdirectory = text("subdirectory");
  const fragment = subdirectory === undefined ? "" : `#subdirectory=${subdirectory}`;
  const git = text("git");
  if (git !== undefined) {
    const reference = text("branch") ?? text("tag") ?? text("rev");
    return `git+${git}${reference === undefined ? "" : `@${reference}`}${fragment}`;
  }
  const url = text("url");
  if (url !== undefined) return `${url}${fragment}`;
  const path = text("path");
  const isArchive = (file: string) => /\.(?:whl|zip|tar(?:\.\w+)?|tgz|tbz2?)$/i.test(file);
  if (path === undefined) return text("file");
  if (subdirectory === undefined || isArchive(path)) return path;
  return posix.join(path, subdirectory);
}

/** `uvicorn[standard]@^0.30` of projen becomes a name with brackets, which poetry does not know. */
function refuseExtrasInName(table: TomlTable, name: string): void {
  const parts = /^([^[\s]+)\s*\[([^\]]*)\]$/.exec(name);
  if (parts === null) return;
  const value = table.value(name);
  const version = typeof value === "string" ? value : "*";
  const extras = parts[2].split(",").map((extra) => shown(extra.trim()));
  throw new Mistake({
    where: table.source(name),
    what: `the name ${shown(name)} has extras in it, which poetry does not take there`,
    allowed: "extras stand in a table",
    fix: `write ${parts[1]} = { version = ${shown(version)}, extras = [${extras.join(", ")}] }; as a dependency of projen: ${parts[1]}@{ version = ${shown(version)}, extras = [${extras.join(", ")}] }`,
  });
}
