import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import { isTable, type TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { extrasOf, type Requirement } from "../requirements/requirement";
import { Specifier } from "../requirements/specifier";
import { joinedMarkers } from "./joined-markers";

const versionControl = ["git", "hg", "svn", "bzr"];

/** The variables of a marker, each of which can be a key of its own. */
const markerKeys = [
  ...["os_name", "sys_platform", "platform_machine", "platform_python_implementation", "platform_release"],
  ...["platform_system", "platform_version", "python_version", "python_full_version"],
  ...["implementation_name", "implementation_version"],
];

/**
 * The requirements in a table of packages of a Pipfile.
 *
 * @param notes where to tell of a version that pipenv refuses when it locks; where there is none it is thrown
 * @throws where an entry is none
 * @see https://pipenv.pypa.io/en/latest/pipfile.html#packages-section
 */
export function readPipfileRequirements(pipfile: TomlTable, category: string, notes?: string[]): Fact<Requirement>[] {
  const table = pipfile.table(category);
  return (table?.keys() ?? []).flatMap((name) => (table === undefined ? [] : [readEntry(table, name, notes)]));
}

function readEntry(table: TomlTable, key: string, notes: string[] | undefined): Fact<Requirement> {
  const source = table.source(key);
  const [, name, inName = ""] = /^([^[]*)(?:\[(.*)\])?$/s.exec(key) ?? [undefined, key];
  const entry = isTable(table.value(key)) ? table.table(key) : undefined;
  const line = entry === undefined ? table.text(key) : undefined;
  const isAddress = line !== undefined && versionControl.some((scheme) => line.value.startsWith(`${scheme}+`));
  const version = entry?.text("version")?.value ?? (isAddress ? undefined : line?.value) ?? "*";
  const extras = [...inName.split(","), ...(entry?.texts("extras")?.value ?? [])];
  const url = isAddress ? line.value : entry && locationOf(entry);
  const requirement: Requirement = {
    name: normalizedName(name),
    extras: [...new Set(extrasOf(extras))],
    specifier: url === undefined ? specifierOf(version, source, notes) : "",
    marker: entry && joinedMarkers(entry.text("markers")?.value, ...markerKeys.map((each) => markerOf(entry, each))),
    url,
    written: line === undefined ? name : `${name} = ${shown(line.value)}`,
  };
  return fact(requirement, source);
}

/** Where an entry comes from if not from an index, as one text. */
export function locationOf(entry: TomlTable): string | undefined {
  const scheme = versionControl.find((key) => entry.has(key));
  const address = scheme && entry.text(scheme)?.value;
  if (address === undefined) return (entry.text("path") ?? entry.text("file"))?.value;
  const reference = entry.text("ref")?.value;
  const subdirectory = entry.text("subdirectory")?.value;
  const start = address.startsWith(`${scheme}+`) ? address : `${scheme}+${address}`;
  return [
    start,
    reference === undefined ? "" : `@${reference}`,
    subdirectory === undefined ? "" : `#subdirectory=${subdirectory}`,
  ].join("");
}

/** A bare version is that version alone. */
function specifierOf(version: string, source: string, notes: string[] | undefined): string {
  const text = version.trim().replace(/^\((.*)\)$/s, "$1");
  if (text === "" || text === "*" || text === "==*") return "";
  try {
    return Specifier.of(/^[<>=!~]/.test(text) ? text : `==${text}`, source).toString();
  } catch (error) {
    if (notes === undefined || !(error instanceof Mistake)) throw error;
    notes.push(`${source}: pipenv refuses ${shown(version)} when it locks; write "*" for any version`);
    return "";
  }
}

/** The key `sys_platform` with the text `== 'win32'` is the marker `sys_platform == 'win32'`. */
function markerOf(entry: TomlTable, key: string): string | undefined {
  const text = entry.text(key);
  if (text === undefined) return undefined;
  if (/^\s*(?:[<>=!~]{1,3}|(?:not\s+)?in\b)\s*(?:'[^']*'|"[^"]*")\s*$/.test(text.value)) {
    return `${key} ${text.value.trim()}`;
  }
  throw new Mistake({
    where: text.source,
    what: `${shown(text.value)} is not the rest of a marker`,
    allowed: `an operator and a quoted value, e.g. ${key} = "== 'win32'"`,
    fix: "write it so, or write the whole marker below the key markers",
  });
}
