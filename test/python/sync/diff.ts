import { DIFF_DELETE, DIFF_INSERT, diffLinesRaw } from "jest-diff";
import type { PythonContainerOptions } from "../../../src";
import { containerBeside } from "../../container-project";
import { synthesized, withoutChecksum } from "../../project-folder";

/** Texts by their path, as people write them. */
export type Files = Readonly<Record<string, string>>;

/** The lines that differ, by the generated file: `-` and the old one, `+` and the new one. */
export type LineDiff = Record<string, string[]>;

/** What is edited, the files before and after, and what that changes. */
export type Row = [edit: string, before: Files, after: Files, diff: LineDiff];

/** What an edit changes in ALL files that are generated, and in what synth tells, by the name `log`. */
export function diffOf(before: Files, after: Files, options: PythonContainerOptions = {}): LineDiff {
  const old = generatedBeside(before, options);
  const now = generatedBeside(after, options);
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const diffs = paths.map((path) => [path, lineDiff(linesOf(old[path]), linesOf(now[path]))] as const);
  return Object.fromEntries(diffs.filter(([, lines]) => lines.length > 0));
}

function lineDiff(old: string[], now: string[]): string[] {
  return diffLinesRaw(old, now).flatMap(({ 0: operation, 1: line }) =>
    operation === DIFF_DELETE ? [`-${line}`] : operation === DIFF_INSERT ? [`+${line}`] : [],
  );
}

function linesOf(text = ""): string[] {
  return text === "" ? [] : withoutChecksum(text).split("\n");
}

function generatedBeside(files: Files, options: PythonContainerOptions): Record<string, string> {
  const { project } = containerBeside({ ...files }, options);
  const told: string[] = [];
  // Without the way to the page of a rule.
  for (const level of ["warn", "info"] as const)
    jest
      .spyOn(project.logger, level)
      .mockImplementation((text) => told.push(`${level}: ${String(text).split("\n")[0]}`));
  const written = Object.entries(synthesized(project)).filter(([path]) => !(path in files));
  return { ...Object.fromEntries(written), log: told.sort().reverse().join("\n") };
}

/** The files with another text at one place of pyproject.toml. */
export function changed(files: Files, place: string, text: string): Files {
  const old = files["pyproject.toml"];
  if (old.split(place).length !== 2) throw new Error(`not once in pyproject.toml: ${place}`);
  return { ...files, "pyproject.toml": old.replace(place, () => text) };
}

/** The files with more at the end of pyproject.toml. */
export function longer(files: Files, ...lines: string[]): Files {
  return { ...files, "pyproject.toml": `${files["pyproject.toml"]}\n${lines.join("\n")}\n` };
}
