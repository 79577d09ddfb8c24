import type { Fact } from "../../pyproject/fact";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { Requirement } from "../../pyproject/requirements/requirement";
import { type RequirementsFile, readRequirementsFile } from "../../pyproject/requirements/requirements-file";
import type { LockContext } from "../lock";

/** A line of a requirements file, and what it is for. */
export interface RequirementsEntry extends Fact<Requirement> {
  /** The group of which it is, normalised; undefined for production. */
  readonly group?: string;
}

/** Who reads the lock file and who tells whether it is fresh ask the same. */
const known = new WeakMap<LockContext, readonly RequirementsFile[]>();

/** The requirements files by which production is installed, each with what it includes. */
export function productionFiles(context: LockContext): readonly RequirementsFile[] {
  const files = known.get(context) ?? readProductionFiles(context);
  known.set(context, files);
  return files;
}

function readProductionFiles({ facts, folder }: LockContext): RequirementsFile[] {
  const files: RequirementsFile[] = [];
  const read = new Set<string>();
  for (const { value: path } of facts.requirementsFiles) {
    if (read.has(path)) continue;
    const file = readRequirementsFile(folder, path);
    files.push(file);
    for (const each of [path, ...[...file.includes, ...file.constraints].map(({ value }) => value)]) read.add(each);
  }
  return files;
}

/**
 * The lines of the files that groups are, without those of the files for production, which they may include.
 *
 * @param main the paths of the files for production
 */
export function groupEntries({ facts, folder }: LockContext, main: ReadonlySet<string>): RequirementsEntry[] {
  return facts.groups.flatMap(({ value: { name, requirementsFiles: [path] = [] } }) => {
    if (path === undefined) return [];
    const { requirements } = readRequirementsFile(folder, path);
    const group = normalizedName(name);
    return requirements.flatMap((each) => (main.has(placeOf(each.source).path) ? [] : [{ ...each, group }]));
  });
}

/** The file and the number of the line. */
export function placeOf(source: string): { readonly path: string; readonly line: number } {
  const colon = source.lastIndexOf(":");
  return { path: source.slice(0, colon), line: Number(source.slice(colon + 1)) };
}

/** The version of `==1.0`; undefined where several are allowed. */
export function pinnedVersion(specifier: string): string | undefined {
  return /^===?\s*([^,*\s|]+)$/.exec(specifier)?.[1];
}
