import { type Fact, fact } from "../fact";
import type { Metadata, ProjectUrl } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { ProjectTable } from "../metadata/project-table";
import { spdxExpression } from "../metadata/spdx";
import { distributionName } from "../requirements/distribution-name";
import { entryPointScripts, scriptFiles, unreadItems } from "./entry-points";
import { filesIn, itemsOf, type PythonValue } from "./python-source/value";
import type { SetupKeywords } from "./setup-cfg";
import { extraFacts, type FoundExtra, setupExtras } from "./setup-extras";
import type { SetupProject } from "./setup-keywords";
import {
  type FoundRequirements,
  joinedRequirements,
  noRequirements,
  requirementsOf,
  unreadNote,
} from "./setup-requirements";

const buildSettings: ReadonlySet<string> = new Set(["pyproject.toml", "setup.cfg", "setup.py"]);

/** The metadata in setup.py and setup.cfg, and what of it could not be read. */
export interface SetupMetadata extends ProjectTable {
  readonly notes: readonly string[];
}

/**
 * What setup.py and setup.cfg say of the project.
 *
 * @see https://setuptools.pypa.io/en/latest/references/keywords.html
 */
export function setupMetadata(setup: SetupProject, folder: ProjectFolder): SetupMetadata {
  const { keywords } = setup;
  const name = textOf(keywords, "name");
  const version = textOf(keywords, "version");
  const { main, extras, extraNotes } = setupDependencies(setup, folder);
  const found = [main, ...extras.map((extra) => extra.found)];
  const entryPoints = keywords.get("entry_points");
  const scripts = entryPoints && entryPointScripts(entryPoints, folder);
  const files = keywords.get("scripts");
  const unread = [...(scripts?.unread ?? []), ...(files ? unreadItems(files) : [])];
  const unreadScripts = unread.map(({ value, source }) => unreadNote(value, source));
  return {
    name: name && fact(distributionName(name.value), name.source),
    version,
    hasDynamicVersion: version === undefined && isVersionFoundOut(keywords),
    description: textOf(keywords, "description"),
    license: licenseOf(keywords),
    urls: urlsOf(keywords),
    readmeFiles: readmesOf(keywords),
    licenseFiles: licenseFilesOf(keywords),
    consoleScripts: [...(scripts?.consoleScripts ?? []), ...(files ? scriptFiles(files) : [])],
    guiScripts: scripts?.guiScripts ?? [],
    hasUnreadScripts: unread.length > 0,
    dependencies: main.requirements,
    extras: extraFacts(extras, name?.value),
    requiresPython: textOf(keywords, "python_requires"),
    dynamic: [],
    notes: [
      ...new Set([...found.flatMap(({ notes }) => notes), ...extraNotes, ...unreadNotes(setup), ...unreadScripts]),
    ],
  };
}

/** The dependencies and the extras in setup.py and setup.cfg. */
export interface SetupDependencies {
  readonly main: FoundRequirements;
  readonly extras: readonly FoundExtra[];
  /** What of `extras_require` as a whole could not be read. */
  readonly extraNotes: readonly string[];
}

/** The dependencies and the extras in setup.py and setup.cfg. */
export function setupDependencies({ keywords }: SetupProject, folder: ProjectFolder): SetupDependencies {
  const listed = keywords.get("install_requires");
  const own = listed === undefined ? noRequirements : requirementsOf(listed, folder);
  const optional = setupExtras(keywords.get("extras_require"), folder);
  return { main: joinedRequirements([own, optional.main]), extras: optional.extras, extraNotes: optional.notes };
}

/** Of the other keywords these would be worth knowing. */
function unreadNotes({ keywords, rest }: SetupProject): string[] {
  const notes = ["name", "entry_points", "python_requires"].flatMap((name) => {
    const found = keywords.get(name);
    return found?.value.kind === "unknown" ? [unreadNote(found.value, found.source)] : [];
  });
  const more = rest === undefined ? [] : [unreadNote({ kind: "unknown", code: `**${rest}` }, "setup.py setup()")];
  return [...notes, ...more];
}

function textOf(keywords: SetupKeywords, name: string): Fact<string> | undefined {
  const found = keywords.get(name);
  return found?.value.kind === "text" ? fact(found.value.text.trim(), found.source) : undefined;
}

/** A version that is no literal, or that a plugin of setuptools is asked for. */
function isVersionFoundOut(keywords: SetupKeywords): boolean {
  return ["version", "use_scm_version", "pbr", "setuptools_git_versioning", "version_config"].some((name) =>
    keywords.has(name),
  );
}

function licenseOf(keywords: SetupKeywords): Metadata["license"] {
  const text = textOf(keywords, "license_expression") ?? textOf(keywords, "license");
  const expression = text && spdxExpression(text.value);
  return expression === undefined ? undefined : fact(expression, text?.source ?? "");
}

function urlsOf(keywords: SetupKeywords): Fact<ProjectUrl>[] {
  const single = { url: "Homepage", download_url: "Download" };
  const stated = Object.entries(single).flatMap(([keyword, label]) => {
    const url = textOf(keywords, keyword);
    return url === undefined ? [] : [fact({ label, url: url.value }, url.source)];
  });
  const table = keywords.get("project_urls");
  const entries = table?.value.kind === "dict" ? [...table.value.entries] : [];
  const listed = entries.flatMap(([label, url]) =>
    url.kind === "text" ? [fact({ label, url: url.text }, table?.source ?? "")] : [],
  );
  return [...stated, ...listed];
}

/** The files from which the long description is made; code that reads them may also ask such a file for the version. */
function readmesOf(keywords: SetupKeywords): Fact<string>[] {
  const found = keywords.get("long_description");
  const files = found === undefined ? [] : filesIn([found.value]);
  return files.filter((path) => !buildSettings.has(path)).map((path) => fact(path, found?.source ?? ""));
}

function licenseFilesOf(keywords: SetupKeywords): Fact<string>[] {
  return ["license_file", "license_files"].flatMap((name) => {
    const found = keywords.get(name);
    const items: readonly PythonValue[] = found === undefined ? [] : itemsOf(found.value);
    return items.flatMap((item) =>
      item.kind === "text" && found !== undefined ? [fact(item.text, found.source)] : [],
    );
  });
}
