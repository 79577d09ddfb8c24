import { isDevelopmentName } from "../../knowledge/development-groups";
import type { ProjectFolder } from "../files/project-folder";
import { normalizedName } from "../requirements/distribution-name";

/** A requirements file, and what its name says beside that it is one. */
interface NamedFile {
  readonly path: string;
  /** For example `dev` of `requirements-dev.txt` and `requirements/dev.txt`; empty for `requirements.txt`. */
  readonly name: string;
}

/** What a file with the dependencies of the program is called, where there is no `requirements.txt`. */
const mainNames = ["", "production", "prod", "base", "main", "common", "default", "runtime"];

/** What a file for the developer's own machine is called, beside the names of groups. */
const localNames: ReadonlySet<string> = new Set(["developer", "local"]);

/**
 * The requirements file by which pip installs what the program needs: `requirements.txt`, one in the folder
 * `requirements` that is named for production, or the only one that is not named for development.
 */
export function mainRequirementsFile(folder: ProjectFolder): string | undefined {
  const files = requirementsFiles(folder);
  for (const name of mainNames) {
    const found = files.find((file) => normalizedName(file.name) === name);
    if (found !== undefined) return found.path;
  }
  const others = files.filter((file) => !isForDevelopment(file));
  return others.length === 1 ? others[0].path : undefined;
}

/** The requirements files that are not named for development, of which none is named for production either. */
export function undecidedFiles(folder: ProjectFolder): readonly string[] {
  return mainRequirementsFile(folder) === undefined
    ? requirementsFiles(folder)
        .filter((file) => !isForDevelopment(file))
        .map(({ path }) => path)
    : [];
}

/** The requirements files that are named for development, by the names that are left of theirs. */
export function developmentFiles(folder: ProjectFolder): ReadonlyMap<string, string> {
  const files = requirementsFiles(folder).filter(isForDevelopment);
  return new Map(files.reverse().map(({ name, path }) => [name, path]));
}

function isForDevelopment({ name }: NamedFile): boolean {
  return isDevelopmentName(normalizedName(name)) || localNames.has(normalizedName(name));
}

/** All of them, those with versions of everything (`.txt`) before what they are made of (`.in`). */
function requirementsFiles(folder: ProjectFolder): NamedFile[] {
  const beside = folder.list("").flatMap((file) => named(file, file, true));
  const inside = folder.list("requirements").flatMap((file) => named(`requirements/${file}`, file, false));
  const all = [...beside, ...inside];
  const order = [".txt", ".in"];
  return order.flatMap((end) => all.filter(({ path }) => path.endsWith(end)));
}

function named(path: string, file: string, hasWord: boolean): NamedFile[] {
  const [, stem] = /^(.*)\.(?:txt|in)$/.exec(file) ?? [];
  if (stem === undefined) return [];
  const name = stem.replace(/^requirements?(?:[-_.]|$)|(?:^|[-_.])requirements?$/, "");
  return name === stem && hasWord ? [] : [{ path, name }];
}
