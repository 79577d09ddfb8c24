import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix, relative } from "node:path";
import { type Adoption, adopt, type Repository } from "./adoption";
import { projectFolders } from "./project-folders";
import { changedPaths, treeState } from "./tree-state";
import { findCases, unpackCase } from "./unpack";

/** A repository that is laid out before its projects are adopted. */
interface Candidate {
  readonly name: string;
  /** Lays it out in an empty folder, and tells in which folders its projects lie. */
  readonly layOut: (target: string) => readonly Omit<Repository, "root">[];
  /** Where the same files stand, for what is to be there again; a case of the corpus has one project. */
  readonly original?: string;
}

interface Outcome {
  /** The repository's name, and the project's folder in it. */
  readonly place: string;
  readonly adoption: Adoption;
  readonly isWhole: boolean;
}

/** Adopts the projects of copies of repositories, and prints what came of each, what is wrong and why it was refused. */
function adoptAll(words: readonly string[]): boolean {
  process.env.PROJEN_DISABLE_POST = "true";
  const tells = words.includes("--told");
  const sum: Record<string, number> = {};
  for (const candidate of words.filter((word) => !word.startsWith("--")).flatMap(candidatesIn)) {
    for (const { place, adoption, isWhole } of adoptionsOf(candidate)) {
      const outcome = outcomeOf(adoption, isWhole);
      sum[outcome] = (sum[outcome] ?? 0) + 1;
      console.log(`${place}: ${outcome}, ${adoption.milliseconds} ms`);
      const lines = [...(tells ? adoption.told : []), ...adoption.wrong, adoption.refused ?? []].flat();
      for (const line of lines) console.log(line.replace(/^/gm, "  "));
    }
  }
  for (const [outcome, count] of Object.entries(sum)) console.log(`${outcome}: ${count}`);
  return Object.keys(sum).length > 0 && sum.wrong === undefined && sum.refused === undefined;
}

/** A folder is a repository, or a case of the corpus; or it holds some of these. */
function candidatesIn(folder: string): Candidate[] {
  if (isRepository(folder)) return [repository(folder)];
  const cases = findCases(folder).map(corpusCase);
  if (cases.length > 0) return cases;
  const names = readdirSync(folder).sort();
  return names
    .map((name) => join(folder, name))
    .filter(isRepository)
    .map(repository);
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

/** A case of the corpus: its tree is known in part. */
function corpusCase(folder: string): Candidate {
  return {
    name: basename(folder),
    layOut: (target) => [{ folder: relative(target, unpackCase(folder, target).project), isWhole: false }],
  };
}

/** A repository with all its files. */
function repository(folder: string): Candidate {
  return {
    name: basename(folder),
    original: folder,
    layOut: (target) => {
      cpSync(folder, target, { recursive: true, verbatimSymlinks: true });
      return projectFolders(target).map((each) => ({ folder: each, isWhole: true }));
    },
  };
}

function* adoptionsOf({ name, layOut, original }: Candidate): Generator<Outcome> {
  const root = mkdtempSync(join(tmpdir(), "projen-python-container.adopted."));
  try {
    const projects = layOut(root);
    const before = treeState(root);
    for (const project of projects) {
      yield {
        place: posix.join(name, project.folder),
        adoption: adopt({ ...project, root }),
        isWhole: project.isWhole,
      };
      if (original !== undefined) restore(changedPaths(before, treeState(root)), original, root);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What was written for one project must not be there for the next. */
function restore(paths: readonly string[], original: string, root: string): void {
  for (const path of paths) {
    rmSync(join(root, path), { recursive: true, force: true });
    if (lstatSync(join(original, path), { throwIfNoEntry: false }) === undefined) continue;
    cpSync(join(original, path), join(root, path), { recursive: true, verbatimSymlinks: true });
  }
}

/** Of a tree that is known in part, what is refused may be what is not there. */
function outcomeOf({ refused, wrong, hadFiles }: Adoption, isWhole: boolean): string {
  if (wrong.length > 0) return "wrong";
  if (refused !== undefined) return isWhole ? "refused" : "refused in part of a tree";
  return hadFiles ? "fits with backups" : "fits";
}

process.exitCode = adoptAll(process.argv.slice(2)) ? 0 : 1;
