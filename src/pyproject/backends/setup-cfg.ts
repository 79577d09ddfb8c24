import { type Fact, fact } from "../fact";
import { type IniFile, type IniSection, parseIni } from "../files/parse-ini";
import type { ProjectFolder } from "../files/project-folder";
import { cleanPath } from "./build-paths";
import { dict, files, list, type PythonValue, text, unknown } from "./python-source/value";

/** The keyword arguments of `setup()`, with the place in which each stands. */
export type SetupKeywords = ReadonlyMap<string, Fact<PythonValue>>;

type Reader = (value: string, file: IniFile) => PythonValue;

/** How the keys of `[metadata]` are read. */
const metadata: Readonly<Record<string, Reader>> = {
  name: text,
  version: textFileOrAttribute,
  description: textOrFile,
  long_description: textOrFile,
  url: text,
  download_url: text,
  project_urls: dictionary,
  license: text,
  license_expression: text,
  license_file: text,
  license_files: (value) => texts(value),
};

/** Other names of keys of `[metadata]`. */
const aliases: Readonly<Record<string, string>> = { home_page: "url", summary: "description" };

/** How the keys of `[options]` are read. */
const options: Readonly<Record<string, Reader>> = {
  install_requires: requirements,
  python_requires: text,
  entry_points: textOrFile,
  packages,
  package_dir: dictionary,
  py_modules: (value) => texts(value),
  scripts: (value) => texts(value),
};

/**
 * What setup.cfg gives to `setup()`, as setuptools reads it.
 *
 * @throws where the file is no INI file
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
export function readSetupCfg(folder: ProjectFolder): SetupKeywords {
  const source = folder.read("setup.cfg");
  if (source === undefined) return new Map();
  const file = parseIni(source, "setup.cfg");
  const found = [
    ...keywords(file.get("metadata"), metadata, file),
    ...keywords(file.get("options"), options, file),
    ...sectionOf(file, "options.extras_require", "extras_require", requirements),
    ...sectionOf(file, "options.entry_points", "entry_points", (value) => texts(value)),
  ];
  return new Map(found);
}

function keywords(
  section: IniSection | undefined,
  readers: Readonly<Record<string, Reader>>,
  file: IniFile,
): [string, Fact<PythonValue>][] {
  return [...(section ?? [])].flatMap(([key, { value, source }]): [string, Fact<PythonValue>][] => {
    const plain = key.replaceAll("-", "_").toLowerCase();
    const name = Object.hasOwn(aliases, plain) ? aliases[plain] : plain;
    return Object.hasOwn(readers, name) ? [[name, fact(readers[name](value, file), source)]] : [];
  });
}

function sectionOf(file: IniFile, name: string, keyword: string, read: Reader): [string, Fact<PythonValue>][] {
  const section = file.get(name);
  if (section === undefined) return [];
  const entries = [...section].map(([key, { value }]) => [key, read(value, file)] as const);
  return [[keyword, fact(dict(new Map(entries)), `setup.cfg [${name}]`)]];
}

/** The items of a list: lines where there are several, else what stands between the separators. */
function items(value: string, separator: string): string[] {
  const parts = value.includes("\n") ? value.split("\n") : value.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function texts(value: string): PythonValue {
  return list(items(value, ",").map(text));
}

function textOrFile(value: string): PythonValue {
  if (!value.startsWith("file:")) return text(value);
  return files(value.slice("file:".length).split(",").map(cleanListed));
}

function cleanListed(path: string): string {
  return cleanPath(path.trim());
}

function textFileOrAttribute(value: string): PythonValue {
  return value.startsWith("attr:") ? unknown(value) : textOrFile(value);
}

function requirements(value: string): PythonValue {
  if (value.startsWith("file:")) return textOrFile(value);
  return list(
    items(value, ";")
      .filter((line) => !line.startsWith("#"))
      .map(text),
  );
}

function dictionary(value: string): PythonValue {
  const entries = items(value, ",").map((line) => {
    const [, key, each] = /^(.*?)=(.*)$/.exec(line) ?? ["", line, ""];
    return [key.trim(), text(each.trim())] as const;
  });
  return dict(new Map(entries));
}

/** @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html#custom-discovery */
function packages(value: string, file: IniFile): PythonValue {
  const directive = /^find(_namespace)?:$/.exec(value.trim());
  if (directive === null) return texts(value);
  const find = file.get("options.packages.find");
  const given = (key: string) => items(find?.get(key)?.value ?? "", ",");
  const [where = ""] = given("where").map(cleanPath);
  const include = given("include");
  const search = { where: [where], include: include.length > 0 ? include : ["*"], exclude: given("exclude") };
  return { kind: "packages", search: { ...search, namespaces: directive[1] !== undefined } };
}
