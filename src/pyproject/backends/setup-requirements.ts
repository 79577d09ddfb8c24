import { posix } from "node:path";
import { shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { normalizedName } from "../requirements/distribution-name";
import { isProjectItself } from "../requirements/project-itself";
import { extrasOf, parseRequirement, type Requirement } from "../requirements/requirement";
import { readRequirementsFile } from "../requirements/requirements-file";
import { requirementsLines } from "../requirements/requirements-lines";
import { itemsOf, type PythonValue } from "./python-source/value";

/** Requirements that were found, and what could not be. */
export interface FoundRequirements {
  readonly requirements: readonly Fact<Requirement>[];
  /** The requirements files that were read. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/** No requirements, and nothing to tell of them. */
export const noRequirements: FoundRequirements = { requirements: [], files: [], notes: [] };

/**
 * The requirements that `install_requires` or an extra asks for: a list, a text of lines, or what is made of a
 * requirements file.
 *
 * @throws where one of them is no requirement
 * @see https://setuptools.pypa.io/en/latest/userguide/dependency_management.html
 */
export function requirementsOf({ value, source }: Fact<PythonValue>, folder: ProjectFolder): FoundRequirements {
  return joinedRequirements(itemsOf(value).map((item) => requirementsOfItem(fact(item, source), folder)));
}

/** The requirements in files: those that a pip install would read from them. */
export function requirementsInFiles(
  paths: readonly string[],
  source: string,
  folder: ProjectFolder,
): FoundRequirements {
  return joinedRequirements(paths.map((path) => requirementsInFile(path, source, folder)));
}

function requirementsOfItem({ value, source }: Fact<PythonValue>, folder: ProjectFolder): FoundRequirements {
  if (value.kind === "list") return requirementsOf(fact(value, source), folder);
  if (value.kind === "files") return requirementsInFiles(value.paths, source, folder);
  if (value.kind === "plain" && value.plain === null) return noRequirements;
  if (value.kind !== "text") {
    const name = value.kind === "unknown" ? nameIn(value.code) : undefined;
    return { ...noRequirements, requirements: name ? [fact(name, source)] : [], notes: [unreadNote(value, source)] };
  }
  const lines = requirementsLines(value.text);
  return { ...noRequirements, requirements: lines.map(({ text }) => fact(parseRequirement(text, source), source)) };
}

/** The name and the extras in a text that is put together, such as `f"numpy[fast]=={version}"`. */
function nameIn(code: string): Requirement | undefined {
  const [, name, extras = ""] =
    /^[a-z]?["']([A-Za-z0-9][\w.-]*)\s*(?:\[([\w\s.,-]*)\])?\s*(?:[<>=!~]=?|@)/.exec(code) ?? [];
  if (name === undefined) return undefined;
  return { name: normalizedName(name), extras: extrasOf(extras.split(",")), specifier: "", written: code };
}

function requirementsInFile(path: string, source: string, folder: ProjectFolder): FoundRequirements {
  // A program can also take them out of a table of pyproject.toml, or out of a lock file.
  if (!/\.(?:txt|in|pip)$|^[^.]*$/i.test(posix.basename(path))) {
    return {
      ...noRequirements,
      notes: [`${source} takes them from ${path} in a way that is known only by running it`],
    };
  }
  const file = readRequirementsFile(folder, path);
  const requirements = file.requirements.filter(({ value }) => !isProjectItself(value));
  return { requirements, files: [path, ...file.includes.map(({ value }) => value)], notes: file.notes };
}

/** All of them together. */
export function joinedRequirements(all: readonly FoundRequirements[]): FoundRequirements {
  return {
    requirements: all.flatMap(({ requirements }) => requirements),
    files: [...new Set(all.flatMap(({ files }) => files))],
    notes: [...new Set(all.flatMap(({ notes }) => notes))],
  };
}

/** What is told of a value that only running the program would tell. */
export function unreadNote(value: PythonValue, source: string): string {
  const code = value.kind === "unknown" ? value.code.replaceAll(/\s+/g, " ") || "a long expression" : `a ${value.kind}`;
  const short = code.length > 60 ? `${code.slice(0, 60)}…` : code;
  return `${source} has ${shown(short)}, which is known only by running it`;
}
