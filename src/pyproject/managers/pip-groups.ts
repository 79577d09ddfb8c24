import { isDevelopmentName } from "../../knowledge/development-groups";
import { isDevelopmentTool } from "../../knowledge/development-tools";
import { Mistake } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { DependencyGroup } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { readDependencyGroups } from "../requirements/dependency-groups";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { type RequirementsFile, readRequirementsFile } from "../requirements/requirements-file";
import { developmentFiles } from "./pip-files";

/** The groups of a project that pip installs. */
export interface PipGroups {
  readonly groups: readonly Fact<DependencyGroup>[];
  /** The requirements files from which some of them are. */
  readonly files: readonly RequirementsFile[];
  readonly notes: readonly string[];
}

/**
 * The groups of `[dependency-groups]`, and the requirements files for development as groups of the names in theirs. pip
 * installs neither unasked.
 *
 * @param main the file with the dependencies of the program, which others include
 * @param expand what a requirement stands for: that of the project itself for its extras
 * @see https://pip.pypa.io/en/stable/user_guide/#dependency-groups
 */
export function readPipGroups(
  file: TomlTable,
  folder: ProjectFolder,
  main: RequirementsFile | undefined,
  expand: (requirement: Requirement) => readonly Requirement[],
): PipGroups {
  const listed = readDependencyGroups(file).map((group) => groupFact(group.name, group.requirements, group.source));
  const names = new Set(listed.map(({ value }) => normalizedName(value.name)));
  const mainFiles = new Set(main === undefined ? [] : [main.path, ...main.includes.map(({ value }) => value)]);
  const read = [...developmentFiles(folder)]
    .filter(([name, path]) => !names.has(normalizedName(name)) && !mainFiles.has(path))
    .map(([name, path]) => ({ name, path, ...readable(folder, path) }));
  const groups = read.flatMap(({ name, path, found }) => {
    const own = found?.requirements.filter(({ source }) => !mainFiles.has(source.replace(/:\d+$/, ""))) ?? [];
    return found === undefined
      ? []
      : [
          groupFact(
            name,
            own.flatMap(({ value }) => expand(value)),
            path,
            filesOf(found),
          ),
        ];
  });
  return {
    groups: [...listed, ...groups],
    files: read.flatMap(({ found }) => found ?? []),
    notes: read.flatMap(({ notes }) => notes),
  };
}

function groupFact(
  name: string,
  requirements: readonly Requirement[],
  source: string,
  requirementsFiles?: readonly string[],
): Fact<DependencyGroup> {
  const isNamed = isDevelopmentName(normalizedName(name)) || requirementsFiles !== undefined;
  const isDevelopment = isNamed || requirements.some((requirement) => isDevelopmentTool(requirement.name));
  return fact({ name, requirements, isDevelopment, isDefault: false, isProduction: false, requirementsFiles }, source);
}

/** A file, with those that it includes. */
function filesOf({ path, includes, constraints }: RequirementsFile): string[] {
  return [path, ...includes.map(({ value }) => value), ...constraints.map(({ value }) => value)];
}

/** A file that no build needs must not stop one. */
export function readable(
  folder: ProjectFolder,
  path: string,
): { readonly found?: RequirementsFile; readonly notes: readonly string[] } {
  try {
    const found = readRequirementsFile(folder, path);
    return { found, notes: found.notes };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { notes: [`${error.message} (${path} is left out)`] };
  }
}
