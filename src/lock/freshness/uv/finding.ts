import type { TomlTable } from "../../../pyproject/files/toml-table";
import type { PythonRange } from "./python-range";
import { firstDifference } from "./uv-difference";
import type { UvRequirement } from "./uv-requirement";

/** What does not fit, as the rest of a sentence that begins with the lock file; or that something can't be told. */
export type Finding = string | "untold";

/** A place in a file, in words. */
export function inFile(file: TomlTable, place?: string): string {
  return place === undefined ? file.file : `${file.file} in ${place}`;
}

/** What differs between the requirements that are recorded and those that are asked for. */
export function* requirementsDifference(
  recorded: readonly UvRequirement[],
  stated: readonly UvRequirement[],
  pythons: PythonRange,
  place: string,
): Generator<Finding> {
  const difference = firstDifference(recorded, stated, pythons);
  if (difference === undefined) return;
  const { recorded: had, stated: asked, isOfWords } = difference;
  if (isOfWords) yield "untold";
  else if (had === undefined) yield `does not have ${asked?.words} on record, which ${place} asks for`;
  else if (asked === undefined) yield `has ${had.words} on record, which ${place} does not ask for`;
  else yield `has ${had.words} on record, while ${place} asks for ${asked.words}`;
}
