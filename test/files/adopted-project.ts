import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LogLevel, Project } from "projen";
import {
  ComposeFile,
  DevContainer,
  DevContainerSource,
  Dockerfile,
  Dockerignore,
  ExistingFiles,
  FileGuard,
  PythonContainer,
  StageBase,
} from "../../src";
import { folderWith } from "../project-folder";

/** The files of ours in a project with a container. */
export const OUR_FILES = ["Dockerfile", "compose.yaml", ".dockerignore", ".devcontainer/devcontainer.json"];

/** A hand-written Dockerfile. */
export const HAND_WRITTEN = 'FROM python:3.11\nCOPY . .\nCMD ["python", "-m", "orders"]\n';

/** A line that people add to a generated file. */
export const OWN_LINE = "# ours, keep it\n";

/** How a project is synthesized in a folder. */
export type Synth = (folder: string) => void;

/** What a synth is told besides. */
export interface SynthOptions {
  readonly existing?: ExistingFiles;
  readonly left?: string[];
  readonly fileName?: string;
}

/** The four files in a bare project, which is quick. */
export function bareSynth(tag: string, options: SynthOptions = {}): Synth {
  return (folder) =>
    synthesize(folder, options, (project) => {
      new Dockerfile(project, { fileName: options.fileName }).addStage("app", StageBase.image(`python:${tag}`));
      new Dockerignore(project).addPatterns(tag);
      new ComposeFile(project).addService("app", { image: `python:${tag}` });
      new DevContainer(project, { source: DevContainerSource.image(`python:${tag}`) });
    });
}

/** The files of a Python project beside the pyproject.toml in the folder. */
export function containerSynth(pythonVersion: string): Synth {
  return (folder) => synthesize(folder, {}, (project) => new PythonContainer(project, { pythonVersion }));
}

function synthesize(folder: string, options: SynthOptions, add: (project: Project) => void): void {
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name: "orders", outdir: folder, logging: { level: LogLevel.OFF } });
  const guard = FileGuard.of(project);
  guard.decide(project, options.existing ?? ExistingFiles.BACKUP);
  guard.leave(project, ...(options.left ?? []));
  add(project);
  project.synth();
}

/**
 * A folder in which people have worked: a Dockerfile by hand, a line of theirs in a generated compose.yaml, a changed
 * file that is no longer generated, and an older .dockerignore as it was generated.
 */
export function workedIn(before: Synth, files: Record<string, string> = {}): string {
  const folder = folderWith({ "README.md": "# Orders\n", ...files });
  before(folder);
  edit(join(folder, "compose.yaml"), (text) => text + OWN_LINE);
  edit(join(folder, "Dockerfile"), (text) => text + OWN_LINE);
  cpSync(join(folder, "Dockerfile"), join(folder, "Containerfile"));
  edit(join(folder, "Dockerfile"), () => HAND_WRITTEN);
  edit(join(folder, ".projen/files.json"), (text) => text.replace('"files": [', '"files": ["Containerfile",'));
  return folder;
}

/** Changes a file as an editor does. */
export function edit(path: string, change: (text: string) => string): void {
  chmodSync(path, 0o644);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** Every path below the folder, with what is there: permissions and bytes, or where a link leads. */
export function treeOf(folder: string, above = ""): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const name of readdirSync(join(folder, above)).sort()) {
    const path = join(above, name);
    const stats = lstatSync(join(folder, path));
    if (stats.isDirectory()) Object.assign(tree, { [path]: "folder" }, treeOf(folder, path));
    else if (stats.isSymbolicLink()) tree[path] = `-> ${readlinkSync(join(folder, path))}`;
    else tree[path] = `${(stats.mode & 0o777).toString(8)} ${readFileSync(join(folder, path), "latin1")}`;
  }
  return tree;
}

/** Runs as somebody whom permissions bind. */
export function asPlainUser(folder: string, run: () => void): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    execFileSync("chown", ["-R", "1234", folder]);
    process.seteuid?.(1234);
  }
  try {
    run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Paths of temporary files in a tree. */
export function temporaryIn(tree: Record<string, string>): string[] {
  return Object.keys(tree).filter((path) => path.includes(".projen-"));
}
