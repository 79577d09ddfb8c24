import { type Fact, fact } from "../fact";
import { type IniFile, parseIni } from "../files/parse-ini";
import type { ProjectFolder } from "../files/project-folder";
import { cleanPath } from "./build-paths";
import { dict, files, list, type PythonValue, text } from "./python-source/value";
import type { SetupKeywords } from "./setup-cfg";

/**
 * What setup.cfg gives to `setup()` by pbr, which has sections of its own and takes the dependencies from
 * requirements.txt; nothing where the project has no pbr.
 *
 * @param isAsked does setup.py ask for pbr?
 * @see https://docs.openstack.org/pbr/latest/user/using.html
 */
export function readPbrCfg(folder: ProjectFolder, isAsked: boolean): SetupKeywords {
  const source = folder.read("setup.cfg");
  const file: IniFile = source === undefined ? new Map() : parseIni(source, "setup.cfg");
  const packages = file.get("files")?.get("packages");
  if (!isAsked && packages === undefined) return new Map();
  const readme = keyOf(file, "description_file");
  const python = keyOf(file, "requires_python") ?? keyOf(file, "python_requires");
  const found: [string, Fact<PythonValue> | undefined][] = [
    ["pbr", fact({ kind: "plain", plain: true }, packages?.source ?? "setup.py setup(pbr)")],
    ["packages", packages && fact(list(linesOf(packages.value).map(text)), packages.source)],
    ["long_description", readme && fact(files(wordsOf(readme.value).map(cleanPath)), readme.source)],
    ["python_requires", python && fact(text(python.value), python.source)],
    ["install_requires", requirementsFile(folder)],
    ["entry_points", sectionOf(file, "entry_points", (line) => line)],
    ["extras_require", sectionOf(file, "extras", withMarker)],
  ];
  return new Map(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

function keyOf(file: IniFile, name: string): Fact<string> | undefined {
  const entries = [...(file.get("metadata") ?? [])];
  return entries.find(([key]) => key.replaceAll("-", "_").toLowerCase() === name)?.[1];
}

function requirementsFile(folder: ProjectFolder): Fact<PythonValue> | undefined {
  const path = ["requirements.txt", "tools/pip-requires"].find((each) => folder.exists(each));
  return path === undefined ? undefined : fact(files([path]), "pbr: requirements.txt");
}

function sectionOf(file: IniFile, name: string, read: (line: string) => string): Fact<PythonValue> | undefined {
  const section = file.get(name);
  if (section === undefined) return undefined;
  const entries = [...section].map(([key, { value }]) => [key, list(linesOf(value).map(read).map(text))] as const);
  return fact(dict(new Map(entries)), `setup.cfg [${name}]`);
}

/** A marker stands in brackets behind a colon. */
function withMarker(line: string): string {
  return line
    .replace(/:\s*\((.*)\)$/, "; $1")
    .replace(/#.*$/, "")
    .trim();
}

function linesOf(value: string): string[] {
  return value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function wordsOf(value: string): string[] {
  return value.split(/[\s,]+/).filter((word) => word !== "");
}
