import { posix } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { indexOptions, type PackagePlaces } from "./index-options";
import { type PipLine, type PipOption, parsePipLine } from "./pip-options";
import { isArchive, parsePipRequirement } from "./pip-requirement";
import { originOf, type Requirement } from "./requirement";
import { requirementsLines } from "./requirements-lines";

/** What a requirements file asks for, together with the files that it includes. */
export interface RequirementsFile extends PackagePlaces {
  /** Its path, relative to the project's folder. */
  readonly path: string;
  /** The requirements, each with its file and line as the source. */
  readonly requirements: readonly Fact<Requirement>[];
  /** The requirements of which it allows several versions. */
  readonly unpinned: readonly Fact<Requirement>[];
  /** The further files that it includes, each with the line that does. */
  readonly includes: readonly Fact<string>[];
  /** The files of constraints, which narrow versions down and ask for nothing. */
  readonly constraints: readonly Fact<string>[];
}

/** One line, where it stands. */
interface PlacedLine extends PipLine {
  readonly where: string;
}

interface Lines {
  readonly lines: PlacedLine[];
  readonly includes: Map<string, Fact<string>>;
  readonly constraints: Map<string, Fact<string>>;
  readonly notes: string[];
}

/**
 * Reads a requirements file as pip does. Variables such as `${TOKEN}` stay as they are: a build has values for them.
 *
 * @param path relative to the project's folder, which is also the folder in which pip is run
 * @throws where pip would refuse a line: the mistake names the file and the line
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirementsFile(folder: ProjectFolder, path: string): RequirementsFile {
  const found: Lines = { lines: [], includes: new Map(), constraints: new Map(), notes: [] };
  const text = folder.read(path);
  if (text === undefined) found.notes.push(`there is no requirements file ${path}`);
  else collect(folder, text, [path], false, found);
  const asked = found.lines.flatMap((line) => {
    const requirement = requirementOf(line, folder, found.notes);
    return requirement === undefined ? [] : [{ ...line, requirement: fact(requirement, line.where) }];
  });
  const requirements = asked.map(({ requirement }) => requirement);
  const unpinned = requirements.filter(({ value }) => !isPinned(value));
  const places = indexOptions(found.lines.filter(({ requirement }) => requirement === undefined));
  return {
    path,
    requirements,
    ...places,
    unpinned,
    includes: [...found.includes.values()],
    constraints: [...found.constraints.values()],
    notes: [...found.notes, ...places.notes, ...unhashableNotes(asked)],
  };
}

/**
 * Where one line has hashes pip wants them of all.
 *
 * @see https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode
 */
function unhashableNotes(
  asked: readonly (Pick<PipLine, "options"> & { readonly requirement: Fact<Requirement> })[],
): string[] {
  if (!asked.some(hasHash)) return [];
  const without = asked.flatMap(({ requirement: { value, source } }) => {
    const origin = originOf(value);
    const isFolder = origin === "path" && !isArchive(value.url ?? "");
    return origin === "git" || isFolder ? [`${source} (${value.name})`] : [];
  });
  return without.length === 0
    ? []
    : [
        `pip refuses what comes from git or a folder beside lines with hashes, since it has none: ${without.join(", ")}; move it to a file of its own`,
      ];
}

function hasHash({ options }: Pick<PipLine, "options">): boolean {
  return options.some(({ name }) => name === "--hash");
}

/** @param within the file with those that include it, outermost first */
function collect(folder: ProjectFolder, text: string, within: readonly string[], isConstraint: boolean, found: Lines) {
  for (const { number, text: line } of requirementsLines(text)) {
    const where = `${within[within.length - 1]}:${number}`;
    const parsed = parsePipLine(line, where);
    const included = parsed.requirement === undefined ? parsed.options.find(isInclude) : undefined;
    if (included !== undefined) include(folder, included, where, within, found);
    else if (!isConstraint || parsed.requirement === undefined) found.lines.push({ ...parsed, where });
  }
}

function isInclude({ name }: PipOption): boolean {
  return name === "--requirement" || name === "--constraint";
}

function include(folder: ProjectFolder, option: PipOption, where: string, within: readonly string[], found: Lines) {
  if (/^[a-z]+:\/\/|\$\{/i.test(option.value)) {
    found.notes.push(`${where} includes ${shown(option.value)}, which is not read here`);
    return;
  }
  const path = posix.join(posix.dirname(within[within.length - 1]), option.value);
  const isConstraint = option.name === "--constraint";
  const text = folder.read(path);
  if (text === undefined) {
    found.notes.push(`${where} includes ${shown(option.value)}, and there is no such file`);
    return;
  }
  if (within.includes(path)) {
    const chain = [...within.slice(within.indexOf(path)), path].join(" → ");
    throw new Mistake({ where, what: `includes itself: ${chain}`, fix: "remove one of these lines" });
  }
  const files = isConstraint ? found.constraints : found.includes;
  if (files.has(path)) return;
  files.set(path, fact(path, `${where} ${option.name}`));
  collect(folder, text, [...within, path], isConstraint, found);
}

function requirementOf(line: PlacedLine, folder: ProjectFolder, notes: string[]): Requirement | undefined {
  const { requirement: written, where } = line;
  if (written === undefined) return undefined;
  try {
    const requirement = parsePipRequirement(written, folder, where);
    const isMissing = requirement.url !== undefined && isMissingPath(requirement, requirement.url, folder);
    if (isMissing) notes.push(`${where} asks for ${shown(written)}, and there is no such file or folder`);
    return requirement;
  } catch (error) {
    if (!(error instanceof Mistake) || !/\$\{[A-Z0-9_]+\}/.test(written)) throw error;
    notes.push(`${where}: ${shown(written)} depends on a variable of the environment, and is not read`);
    return undefined;
  }
}

function isMissingPath(requirement: Requirement, path: string, folder: ProjectFolder): boolean {
  if (originOf(requirement) !== "path" || /^file:|\$\{/i.test(path)) return false;
  const place = posix.normalize(path).replace(/\/$/, "");
  return place !== "." && !folder.exists(place);
}

/** Is there one version of it? What comes from a folder or an archive has no other one. */
function isPinned(requirement: Requirement): boolean {
  const origin = originOf(requirement);
  if (origin === "git") return /@[0-9a-f]{40}(?:#|$)/.test(requirement.url ?? "");
  return origin !== "index" || /^===?[^,*]+$/.test(requirement.specifier);
}
