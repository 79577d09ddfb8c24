import { type Fact, fact } from "../fact";
import { parseIni } from "../files/parse-ini";
import { isTable, type TomlTable } from "../files/toml-table";
import type { BackendContext } from "./build-backend";
import type { PythonValue } from "./python-source/value";
import type { SetupKeywords } from "./setup-cfg";
import { readSetup } from "./setup-keywords";

/** A plugin of setuptools that finds out versions, and the signs of it. */
interface VersionPlugin {
  readonly name: string;
  /** Its table in `[tool]`. */
  readonly table?: string;
  /** Its section of setup.cfg. */
  readonly section?: string;
  /** The keyword arguments of `setup()` that it takes. */
  readonly keywords?: readonly string[];
  /** What shows it elsewhere in setup.py. */
  readonly call?: RegExp;
}

const plugins: readonly VersionPlugin[] = [
  {
    name: "setuptools-git-versioning",
    table: "setuptools-git-versioning",
    keywords: ["setuptools_git_versioning", "version_config"],
  },
  { name: "setuptools-scm", table: "setuptools_scm", keywords: ["use_scm_version"], call: /\bsetuptools_scm\b/ },
  { name: "versioningit", table: "versioningit", call: /\bversioningit\b/ },
  { name: "versioneer", table: "versioneer", section: "versioneer", call: /\bversioneer\s*\.\s*get_version\b/ },
  { name: "pbr", keywords: ["pbr"] },
];

/**
 * How setuptools finds out the version: by `[tool.setuptools.dynamic]`, by a plugin, by setup.cfg or by setup.py.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
 */
export function setuptoolsVersion(context: BackendContext): Fact<string> | undefined {
  const { keywords } = readSetup(context.folder);
  const version = keywords.get("version");
  const own = version?.source.startsWith("setup.py") ? fact("setuptools:setup.py", version.source) : undefined;
  return (
    directive(context.file.tableAt("tool", "setuptools", "dynamic")) ??
    // A plugin leaves alone what setup() is given.
    (version && isKnown(version) ? own : undefined) ??
    first(plugins, (plugin) => configured(plugin, context, keywords)) ??
    configuredVersion(version) ??
    own ??
    first(plugins, (plugin) => required(plugin, context))
  );
}

/** Is it a text, or what is made of the content of a file? */
function isKnown({ value: { kind } }: Fact<PythonValue>): boolean {
  return kind === "text" || kind === "files";
}

function first<T, U>(items: readonly T[], found: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const result = found(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

function directive(dynamic: TomlTable | undefined): Fact<string> | undefined {
  if (dynamic === undefined || !isTable(dynamic.value("version"))) return undefined;
  const kind = ["file", "attr"].find((key) => dynamic.table("version")?.has(key));
  return kind === undefined ? undefined : fact(`setuptools:${kind}`, dynamic.source("version"));
}

/** A plugin that the project sets up. */
function configured(
  plugin: VersionPlugin,
  { file, folder }: BackendContext,
  keywords: SetupKeywords,
): Fact<string> | undefined {
  const table = plugin.table === undefined ? undefined : file.tableAt("tool", plugin.table);
  // Only setuptools-git-versioning knows this key.
  const isOff = table?.value("enabled") === false;
  if (table !== undefined && !isOff) return fact(plugin.name, `${file.file} [tool.${plugin.table}]`);
  const keyword = plugin.keywords?.find((name) => keywords.has(name));
  if (keyword !== undefined) return fact(plugin.name, keywords.get(keyword)?.source ?? "setup.py");
  const setupPy = (folder.read("setup.py") ?? "").replaceAll(/#.*$/gm, "");
  if (plugin.call?.test(setupPy)) return fact(plugin.name, "setup.py");
  const setupCfg = folder.read("setup.cfg");
  const sections = setupCfg === undefined ? undefined : parseIni(setupCfg, "setup.cfg");
  const isSection = plugin.section !== undefined && sections?.has(plugin.section);
  return isSection ? fact(plugin.name, `setup.cfg [${plugin.section}]`) : undefined;
}

/** A plugin that works without being set up, or whose set-up is out of sight. */
function required(plugin: VersionPlugin, { file, buildRequires }: BackendContext): Fact<string> | undefined {
  const isRequired = buildRequires.some(({ name }) => name === plugin.name);
  return isRequired ? fact(plugin.name, file.table("build-system")?.source("requires") ?? file.file) : undefined;
}

/** `version` of setup.cfg: itself, or a pointer to a file or to an attribute of a module. */
function configuredVersion(version: Fact<PythonValue> | undefined): Fact<string> | undefined {
  if (!version?.source.startsWith("setup.cfg")) return undefined;
  const kinds: Partial<Record<PythonValue["kind"], string>> = { files: "file", unknown: "attr" };
  return fact(`setuptools:${kinds[version.value.kind] ?? "setup.cfg"}`, version.source);
}
