import { createHash } from "node:crypto";
import { posix } from "node:path";
import { parseTomlWithIntegers } from "../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../pyproject/files/project-folder";
import { isTable, type TomlTable } from "../../pyproject/files/toml-table";
import { matchingPaths } from "../../pyproject/managers/matching-folders";
import { pythonJson } from "./python-json";

/**
 * The hash that pdm takes of a project; undefined where it can't be told, for example of one that is written for another
 * manager.
 *
 * Older versions of pdm took it of less, or in another way: what they wrote is made again by the one that the images have.
 *
 * @param place the folder of the project, relative to the one of the facts; empty for that
 * @see https://github.com/pdm-project/pdm/blob/main/src/pdm/project/project_file.py
 */
export function pdmHash(folder: ProjectFolder, place: string): string | undefined {
  const own = ownHash(folder, place);
  const workspace = own?.file.tableAt("tool", "pdm", "workspace");
  if (own === undefined || workspace === undefined || workspace.keys().length === 0) return own?.hash;
  const patterns = workspace.texts("members")?.value ?? [];
  const paths = new Set(patterns.flatMap((pattern) => matchingPaths(folder, place, pattern)));
  const members = [...paths]
    .filter((path) => folder.exists(posix.join(path, "pyproject.toml")))
    .map((path) => ({ path, name: posix.relative(place, path) || "." }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = members.map(({ path, name }) => {
    const hash = ownHash(folder, path)?.hash;
    return hash === undefined ? undefined : `\0${name}\0${hash}`;
  });
  return parts.includes(undefined) ? undefined : sha256(own.hash + parts.join(""));
}

/** The hash of one project, and its file. */
function ownHash(folder: ProjectFolder, place: string): { file: TomlTable; hash: string } | undefined {
  const manifest = posix.join(place, "pyproject.toml");
  const text = folder.read(manifest);
  const file = text === undefined ? undefined : parseTomlWithIntegers(text, manifest);
  const hash = file && hashOf(file);
  return file && hash !== undefined ? { file, hash } : undefined;
}

function hashOf(file: TomlTable): string | undefined {
  const project = file.table("project");
  // Of a project of poetry or flit pdm takes the hash of what it makes of their tables.
  if (project === undefined) return undefined;
  const settings = file.tableAt("tool", "pdm");
  const groups = allGroups(file, settings);
  if (groups === undefined) return undefined;
  const json = pythonJson({
    sources: settings?.value("source") ?? [],
    dependencies: project.value("dependencies") ?? [],
    "dev-dependencies": groups,
    "optional-dependencies": project.value("optional-dependencies") ?? {},
    "requires-python": project.value("requires-python") ?? "",
    resolution: settings?.value("resolution") ?? {},
  });
  return json === undefined ? undefined : sha256(json);
}

/** The groups of both tables; undefined where two of the standard table have the same name, which pdm refuses. */
function allGroups(file: TomlTable, settings: TomlTable | undefined): unknown {
  const groups = new Map<string, unknown[]>();
  for (const [name, entries] of entriesOf(file.value("dependency-groups"))) {
    if (groups.has(pdmName(name))) return undefined;
    groups.set(pdmName(name), entries);
  }
  for (const [name, entries] of entriesOf(settings?.value("dev-dependencies"))) {
    groups.set(pdmName(name), [...(groups.get(pdmName(name)) ?? []), ...entries]);
  }
  return Object.fromEntries(groups);
}

function entriesOf(table: unknown): [string, unknown[]][] {
  if (!isTable(table)) return [];
  return Object.entries(table).flatMap(([name, entries]) => (Array.isArray(entries) ? [[name, entries]] : []));
}

/** A name as pdm compares it. */
function pdmName(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
