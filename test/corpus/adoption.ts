import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LogLevel } from "projen";
import { parse } from "yaml";
import { ExistingFiles, ExistingPythonProject } from "../../src";
import { Mistake } from "../../src/values/mistake";
import { ignoreFileOf, missingSources } from "./build-sources";
import { lostLines, lostPaths, mergedTexts } from "./lost";
import { changedPaths, type TreeState, treeState } from "./tree-state";

/** A repository, and the folder of the Python project in it. */
export interface Repository {
  /** Its root on disk: a copy, into which files are written. */
  readonly root: string;
  /** The project's folder from there; empty where it is the root. */
  readonly folder: string;
  /** Whether all its files are there, so that what a build names must be among them. */
  readonly isWhole: boolean;
}

/** What came of adopting a repository. */
export interface Adoption {
  /** Why it was refused, other than for files that are there. */
  readonly refused?: string;
  /** Whether files that are there were first to be kept as backups. */
  readonly hadFiles: boolean;
  /** What is not as it has to be. */
  readonly wrong: readonly string[];
  /** What the synth that wrote the files told. */
  readonly told: readonly string[];
  /** Paths that are new or changed. */
  readonly written: readonly string[];
  /** Processor time of the first synth that wrote the files or refused: the machine may do something else as well. */
  readonly milliseconds: number;
}

/** Adopts it as somebody would who has read nothing: without options, and with backups where that is refused. */
export function adopt(repository: Repository): Adoption {
  const before = treeState(repository.root);
  const texts = mergedTexts(repository);
  const first = attempt(repository);
  const hadFiles = first.refused?.startsWith("files that are there already") ?? false;
  const touched = first.refused === undefined ? [] : changedPaths(before, treeState(repository.root));
  const wrong = touched.map((path) => `${path} changed though the synth was refused`);
  const last = hadFiles ? attempt(repository, ExistingFiles.BACKUP) : first;
  if (last.refused !== undefined) return { ...last, hadFiles, written: [], wrong };
  const after = treeState(repository.root);
  const written = changedPaths(before, after);
  return {
    ...last,
    hadFiles,
    written,
    wrong: [
      ...wrong,
      ...lostPaths(repository, before, after),
      ...lostLines(repository, texts),
      ...wrongIn(repository, after),
    ],
  };
}

function wrongIn(repository: Repository, after: TreeState): string[] {
  const again = attempt(repository);
  const moved = changedPaths(after, treeState(repository.root)).map((path) => `${path} changed at the second synth`);
  return [
    ...wrongFiles(repository),
    ...moved,
    ...(again.refused === undefined ? [] : [`the second synth refuses: ${again.refused}`]),
  ];
}

/** One synth, from the construction on. */
function attempt(repository: Repository, existingFiles?: ExistingFiles) {
  const told: string[] = [];
  const print = console.error;
  console.error = (text: string) => told.push(text);
  const start = process.cpuUsage();
  let refused: string | undefined;
  try {
    synthesize(repository, existingFiles);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    refused = error.message;
  } finally {
    console.error = print;
  }
  const used = process.cpuUsage(start);
  return { refused, told, milliseconds: Math.round((used.user + used.system) / 1000) };
}

function synthesize({ root, folder }: Repository, existingFiles?: ExistingFiles): void {
  const logging = { level: LogLevel.WARN };
  new ExistingPythonProject({ outdir: join(root, folder), existingFiles, logging }).synth();
}

function wrongFiles({ root, folder, isWhole }: Repository): string[] {
  const project = join(root, folder);
  const { services } = parse(readFileSync(join(project, "compose.yaml"), "utf8"));
  const builds: { context: string; dockerfile: string }[] = Object.values<{ build?: never }>(services).flatMap(
    ({ build }) => build ?? [],
  );
  if (builds.length === 0) return ["compose.yaml: no service is built"];
  return builds.flatMap(({ context, dockerfile }) => {
    const from = join(project, context);
    const file = join(from, dockerfile);
    if (!existsSync(file)) return [`compose.yaml: ${context}/${dockerfile} is not there`];
    const files = { context: from, dockerfile: readFileSync(file, "utf8"), dockerignore: ignoreFileOf(from, file) };
    return isWhole ? missingSources(files) : [];
  });
}
