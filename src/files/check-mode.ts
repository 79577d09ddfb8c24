import type { Component, FileBase, Project } from "projen";
import { addReport, type CheckedParts, type CheckReport, type Difference, reportFolder } from "../drift/check-report";
import { Mistake } from "../values/mistake";
import { driftBelow } from "./drift";
import { fileDifference } from "./file-difference";
import { foundAt } from "./found-entry";
import type { GuardedFile } from "./guarded-file";
import type { LostFile } from "./lost-file";
import type { Obstacle } from "./obstacle";
import { pathFromRoot } from "./path-from-root";

/** What the guard knows at its last look. */
export interface LastView {
  /** The component that looks; others that this module knows nothing of may come after it. */
  readonly last: Component;
  /** What would stop a synth. */
  readonly obstacles: readonly Obstacle[];
  /** What projen would remove. */
  readonly removed: readonly LostFile[];
  readonly guardedOf: (file: FileBase) => GuardedFile | undefined;
  /** What speaks against lock files. */
  readonly locks: readonly string[];
  /** What the parts of the project have for the check; it is asked when all files were looked at. */
  readonly parts: readonly (() => CheckedParts)[];
}

/** Whether this synth reports what it would write, in place of writing it. */
export function isChecking(): boolean {
  return reportFolder() !== undefined;
}

/** What ends the synth of a project in check mode, before projen writes or removes anything. */
class Checked extends Error {}

/** Has the synth of a project return where a check ends it: the projenrc file may have other root projects. */
export function returnWhereChecked(project: Project): void {
  const synth = project.synth.bind(project);
  project.synth = () => {
    try {
      synth();
    } catch (error) {
      if (!(error instanceof Checked)) throw error;
    }
  };
}

/** Reports what a synth would change, and ends it before projen writes or removes anything. */
export function endCheck(root: Project, view: LastView): void {
  const folder = reportFolder();
  if (folder === undefined) return;
  addReport(folder, checkReport(root, view));
  throw new Checked();
}

/** What a synth would change, and what tools can look at. */
export function checkReport(root: Project, view: LastView): CheckReport {
  const { last, obstacles, removed, guardedOf, locks, parts } = view;
  const { components } = root;
  for (const each of components.slice(components.indexOf(last) + 1)) each.preSynthesize();
  const inTheWay = new Map(
    obstacles.map(({ path, reason, diff = [] }) => [path, { path, what: reason, diff, isRefused: true }]),
  );
  const compare = (file: FileBase): Difference | undefined => {
    const guarded = guardedOf(file);
    if (guarded?.isLeft) return undefined;
    const obstacle = inTheWay.get(pathFromRoot(file.project, file.path));
    return obstacle === undefined ? fileDifference(file, guarded !== undefined) : undefined;
  };
  const gone = removed.flatMap((each) => {
    const isThere = foundAt(each.absolutePath).kind !== "nothing" && !inTheWay.has(each.path);
    return isThere ? { path: each.path, what: "is no longer generated and would be removed", diff: [] } : [];
  });
  const differences = [...inTheWay.values(), ...driftBelow(root, compare), ...gone];
  const all = parts.map((each) => each());
  return {
    root: root.outdir,
    differences: differences.sort((one, other) => (one.path < other.path ? -1 : 1)),
    locks,
    dockerfiles: all.flatMap(({ dockerfiles = [] }) => dockerfiles),
    composeFiles: all.flatMap(({ composeFiles = [] }) => composeFiles),
    bakeFiles: all.flatMap(({ bakeFiles = [] }) => bakeFiles),
    devContainers: all.flatMap(({ devContainers = [] }) => devContainers),
  };
}

/** Has a mistake told as the one sentence that it is: Node would show a line of a source file and frames around it. */
function reportMistakes(folder: string): void {
  process.on("uncaughtException", (error) => {
    const stoppedBy = error instanceof Mistake ? error.message : (error.stack ?? String(error));
    addReport(folder, { stoppedBy });
    process.exit(1);
  });
}

// A mistake may come before there is any component.
const folder = reportFolder();
if (folder !== undefined) reportMistakes(folder);
