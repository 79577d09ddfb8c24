import type { PythonVersion } from "../../values/python-version";
import { type Fact, fact, sourcesOf } from "../fact";
import type { PythonFacts } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { type Note, notesOf } from "../note";
import { Specifier } from "../requirements/specifier";
import { choosePython } from "./choose-python";
import { narrowingSpecifiers } from "./narrowing-specifiers";
import { supportNote } from "./python-support";
import { findPythonVersionFile, parsePythonVersionFile } from "./python-version-file";

/**
 * The Python versions that fit the project, and the one that is chosen.
 *
 * @param stated the specifiers that all have to hold
 * @param above the folders above in which `.python-version` is looked for
 * @param option what the user chose
 */
export function pythonFacts(
  stated: readonly Fact<Specifier>[],
  folder: ProjectFolder,
  above: readonly string[],
  option: PythonVersion | undefined,
  today: Date,
): PythonFacts & { readonly notes: readonly Note[] } {
  const file = findPythonVersionFile(folder, above);
  const { version, specifier, note } = (option === undefined && file && parsePythonVersionFile(file)) || {};
  const specifiers = narrowingSpecifiers([...stated, ...(specifier === undefined ? [] : [specifier])]);
  // Each alone first: a contradiction within one of them is no matter of all.
  if (specifiers.length > 1) for (const specifier of specifiers) choosePython({ specifiers: [specifier] });
  const wished = option === undefined ? version : fact(option, "option pythonVersion");
  const { allowed, chosen, notes } = choosePython({ wished, specifiers });
  return {
    pythonVersionFile: file,
    requiresPython: effective(specifiers),
    allowedPythons: allowed,
    python: chosen,
    notes: [
      ...notesOf("ProjectUnclear", [...(note === undefined ? [] : [note]), ...notes]),
      ...notesOf("PythonUnsupported", supportNote(chosen, today)),
    ],
  };
}

function effective(specifiers: readonly Fact<Specifier>[]): Fact<string> | undefined {
  if (specifiers.length === 0) return undefined;
  return fact(Specifier.ofAll(specifiers.map(({ value }) => value)).toString(), sourcesOf(specifiers));
}
