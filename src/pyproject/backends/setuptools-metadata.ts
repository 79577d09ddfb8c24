import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { isTable, type TomlTable } from "../files/toml-table";
import type { BackendContext, DynamicMetadata } from "./build-backend";
import { textOrTexts } from "./build-paths";
import { entryPointScripts } from "./entry-points";
import { files } from "./python-source/value";
import { extraFacts, type FoundExtra } from "./setup-extras";
import { readSetup } from "./setup-keywords";
import { type SetupMetadata, setupDependencies, setupMetadata } from "./setup-metadata";
import { type FoundRequirements, requirementsInFiles } from "./setup-requirements";
import { templateDependencies } from "./setuptools-templates";

/** What `dynamicMetadata` has to be told. */
type Context = Pick<BackendContext, "file" | "folder" | "project">;

/**
 * The metadata that setuptools finds out for the fields that `[project].dynamic` names: by `[tool.setuptools.dynamic]`,
 * or else by setup.py and setup.cfg.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
 */
export function dynamicMetadata(context: Context): DynamicMetadata {
  const { file, folder, project } = context;
  const table = file.tableAt("tool", "setuptools", "dynamic");
  const { main, extras } = dynamicDependencies(context);
  const setup = setupMetadata(readSetup(folder), folder);
  const listed = scriptsOf(table, folder);
  const { hasUnreadScripts } = setup;
  const scripts = listed ? { consoleScripts: listed } : { consoleScripts: setup.consoleScripts, hasUnreadScripts };
  const found: { readonly [field: string]: DynamicMetadata } = {
    description: { description: textInFile(table, "description", folder) ?? setup.description },
    license: { license: setup.license },
    readme: { readmeFiles: readmesOf(table) ?? setup.readmeFiles },
    "requires-python": { requiresPython: setup.requiresPython },
    dependencies: { dependencies: main?.requirements },
    "optional-dependencies": { extras: extraFacts(extras, project?.name?.value.written) },
    scripts,
    "entry-points": scripts,
  };
  const named = (project?.dynamic ?? []).filter((field) => Object.hasOwn(found, field));
  return Object.assign({}, ...named.map((field) => stated(found[field])));
}

/** What is worth telling of the dependencies that `[project].dynamic` names: what of them could not be read. */
export function dynamicNotes(context: Context): string[] {
  const { main, extras, notes } = dynamicDependencies(context);
  return [...new Set([...(main?.notes ?? []), ...extras.flatMap(({ found }) => found.notes), ...notes])];
}

/**
 * The project as setup.py and setup.cfg describe it, where there is no `[project]`; undefined where they don't.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
export function setuptoolsProject(file: TomlTable, folder: ProjectFolder): SetupMetadata | undefined {
  if (file.has("project")) return undefined;
  const setup = readSetup(folder);
  return setup.isProject ? setupMetadata(setup, folder) : undefined;
}

function dynamicDependencies({ file, folder, project }: Context): {
  readonly main?: FoundRequirements;
  readonly extras: readonly FoundExtra[];
  readonly notes: readonly string[];
} {
  const fields = project?.dynamic ?? [];
  const isDynamic = { main: fields.includes("dependencies"), extras: fields.includes("optional-dependencies") };
  const table = file.tableAt("tool", "setuptools", "dynamic");
  const setup = setupDependencies(readSetup(folder), folder);
  const plugin = templateDependencies(file);
  const optional = table?.table("optional-dependencies");
  const own = table?.has("dependencies") ? inFiles(table.table("dependencies"), folder) : (plugin.main ?? setup.main);
  const named = optional?.keys().map((name) => ({
    name,
    source: optional.source(name),
    found: inFiles(optional.table(name), folder),
  }));
  return {
    main: isDynamic.main ? own : undefined,
    extras: isDynamic.extras ? (named ?? plugin.extras ?? setup.extras) : [],
    notes: isDynamic.extras && named === undefined ? setup.extraNotes : [],
  };
}

/** What the files of a `file` key ask for. */
function inFiles(table: TomlTable | undefined, folder: ProjectFolder): FoundRequirements {
  const named = textOrTexts(table, "file");
  return requirementsInFiles(
    named.map(({ value }) => value),
    table?.source("file") ?? "",
    folder,
  );
}

function readmesOf(table: TomlTable | undefined): Fact<string>[] | undefined {
  const named = table !== undefined && isTable(table.value("readme")) ? textOrTexts(table.table("readme"), "file") : [];
  return named.length > 0 ? named : undefined;
}

function scriptsOf(table: TomlTable | undefined, folder: ProjectFolder): DynamicMetadata["consoleScripts"] {
  const key = "entry-points";
  const named = table !== undefined && isTable(table.value(key)) ? textOrTexts(table.table(key), "file") : [];
  if (table === undefined || named.length === 0) return undefined;
  return entryPointScripts(fact(files(named.map(({ value }) => value)), table.source(key)), folder).consoleScripts;
}

function textInFile(table: TomlTable | undefined, key: string, folder: ProjectFolder): Fact<string> | undefined {
  const named = table !== undefined && isTable(table.value(key)) ? textOrTexts(table.table(key), "file") : [];
  const text = named
    .map(({ value }) => folder.read(value) ?? "")
    .join("\n")
    .trim();
  return named.length === 0 || text === "" ? undefined : fact(text, table?.source(key) ?? "");
}

/** Only what is known: an undefined value would take the place of another one. */
function stated(metadata: DynamicMetadata): DynamicMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}
