import { existsSync } from "node:fs";
import { join } from "node:path";

/** What a tool says of one file. */
export interface FileVerdict {
  readonly findings?: readonly string[];
  /** Why it could not look at the file. */
  readonly notChecked?: string;
}

/** What a tool says of several files, all together. */
export interface ToolVerdict {
  readonly tool: string;
  /** The files that it looked at. */
  readonly checked: readonly string[];
  /** What it finds, each with the file. */
  readonly findings: readonly string[];
  /** What it could not look at, with the reason: no finding, since it says nothing about the files. */
  readonly notChecked: readonly string[];
}

/**
 * Has a tool look at files; those that are not there the report tells of already.
 *
 * @param absence why the tool can't be asked at all; undefined where it can
 */
export function checkedBy<F extends { readonly path: string }>(
  tool: string,
  root: string,
  all: readonly F[],
  absence: () => string | undefined,
  look: (file: F) => FileVerdict,
): ToolVerdict {
  const files = all.filter(({ path }) => existsSync(join(root, path)));
  const absent = files.length === 0 ? undefined : absence();
  if (absent !== undefined) return { tool, checked: [], findings: [], notChecked: [absent] };
  const looked = files.map((file) => ({ path: file.path, ...look(file) }));
  return {
    tool,
    checked: looked.flatMap(({ path, notChecked }) => (notChecked === undefined ? path : [])),
    findings: looked.flatMap(({ path, findings = [] }) => findings.map((each) => `${path}: ${each}`)),
    notChecked: looked.flatMap(({ path, notChecked }) => (notChecked === undefined ? [] : `${path}: ${notChecked}`)),
  };
}
