import { visibleText } from "../values/visible-text";
import { lockRows, type TableRow } from "./lock-rows";
import type { PrintedFacts, PrintedKey, PrintedLockFile, PrintedPackages } from "./printed-facts";
import { wrapped } from "./wrap-text";

const lineWidth = 100;
const gap = "  ";
const sourceWidth = 40;
/** After these a source that is wider can go on in the next line. */
const breakable = ".]/";

/** The facts in the words of people: a total table, in the order in which they are shown. */
const labels: { readonly [K in PrintedKey]: string } = {
  name: "name",
  version: "version",
  description: "description",
  license: "license",
  homepage: "homepage",
  repository: "repository",
  packageManager: "package manager",
  lockFile: "lock file",
  requirementsFiles: "requirements files",
  requiresPython: "requires Python",
  pythonMinorsAllowed: "Pythons allowed",
  pythonVersionFile: ".python-version",
  python: "Python chosen",
  buildBackend: "build backend",
  installsProject: "installs the project",
  dynamicVersion: "version found by",
  readme: "readme",
  licenseFiles: "license files",
  otherBuildFiles: "other build files",
  packageRoots: "package roots",
  consoleScripts: "console scripts",
  guiScripts: "GUI scripts",
  runtimeDependencies: "main dependencies",
  extras: "extras",
  devExtras: "development extras",
  devGroups: "development groups",
  productionGroups: "production groups",
  frameworks: "frameworks",
  applications: "applications",
  systemPackages: "system packages",
  systemPackagesByExtra: "packages of extras",
  gitDependencies: "git dependencies",
  gitDependencyScope: "git needed for",
  pathDependencies: "path dependencies",
  workspaceMembers: "workspace members",
  privateIndexes: "further indexes",
};

/** The facts as a table for people: fact, value and source, and the notes below. */
export function factsTable(facts: PrintedFacts): string {
  const rows = [...(Object.keys(labels) as PrintedKey[]).map((key) => rowOf(facts, key)), ...lockRows(facts.lock)];
  const first = Math.max(...rows.map(({ label }) => label.length));
  const second = lineWidth - first - sourceWidth - 2 * gap.length;
  const head = [
    ["fact", "value", "source"],
    ["-".repeat(first), "-".repeat(second), "-".repeat(sourceWidth)],
  ];
  const body = rows.flatMap(({ label, values, source }) => {
    const middle = values.flatMap((value) => wrapped(value, second));
    const right = besideShortOnes(middle, wrapped(source, sourceWidth, breakable), second);
    const height = Math.max(middle.length, right.length);
    return Array.from({ length: height }, (_, at) => [at === 0 ? label : "", middle[at] ?? "", right[at] ?? ""]);
  });
  const lines = [...head, ...body].map(([fact, value, source]) =>
    [fact.padEnd(first), value.padEnd(second), source].join(gap).trimEnd(),
  );
  return visibleText(`${[...lines, ...notesOf(facts)].join("\n")}\n`);
}

function rowOf(facts: PrintedFacts, key: PrintedKey): TableRow {
  return {
    label: labels[key],
    values: valueLines(facts[key]).map((line) => line || "-"),
    source: facts.sources[key] ?? "",
  };
}

/** The lines of the source, none beside a value that is too long for its column. */
function besideShortOnes(values: readonly string[], source: readonly string[], width: number): string[] {
  const lines = [...source];
  for (const [at, value] of values.entries()) if (value.length > width && at < lines.length) lines.splice(at, 0, "");
  return lines;
}

function notesOf({ notes }: PrintedFacts): string[] {
  if (notes.length === 0) return [];
  const items = notes.flatMap((note) =>
    wrapped(note, lineWidth - 2).map((line, at) => `${at === 0 ? "- " : "  "}${line}`),
  );
  return ["", "Notes", ...items];
}

/** A value in words; one that has parts is a line for each. */
function valueLines(value: PrintedFacts[PrintedKey]): string[] {
  if (value === null) return [""];
  if (typeof value === "string") return [value.replaceAll(/\s+/g, " ")];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (isList(value)) return [value.join(", ")];
  if (isLockFile(value)) return [value.exists ? value.path : `${value.path} (missing)`];
  const lines = isPackages(value)
    ? packageLines(value)
    : Object.entries(value).flatMap(([name, packages]) => packageLines(packages).map((line) => `${name}, ${line}`));
  return lines.length === 0 ? [""] : lines;
}

function packageLines({ build, runtime }: PrintedPackages): string[] {
  const sets = { "to build": build, "to run": runtime };
  return Object.entries(sets).flatMap(([use, names]) => (names.length === 0 ? [] : [`${use}: ${names.join(", ")}`]));
}

function isList(value: PrintedFacts[PrintedKey]): value is readonly string[] {
  return Array.isArray(value);
}

function isLockFile(value: object): value is PrintedLockFile {
  return "path" in value && typeof value.path === "string";
}

function isPackages(value: object): value is PrintedPackages {
  return "build" in value && Array.isArray(value.build);
}
