import { Mistake, shown } from "../../values/mistake";
import type { PythonVersion } from "../../values/python-version";
import { type Fact, fact } from "../fact";
import type { PythonFacts } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { Specifier } from "../requirements/specifier";
import { choosePython } from "./choose-python";
import { endOfSupport } from "./python-support";
import { findPythonVersionFile, parsePythonVersionFile } from "./python-version-file";

/** The Python versions that fit the project, and the one that is chosen. */
export function pythonFacts(
  specifiers: readonly Fact<Specifier>[],
  folder: ProjectFolder,
  above: readonly string[],
  option: PythonVersion | undefined,
  today: Date,
): PythonFacts & { readonly notes: readonly string[] } {
  const [wider, narrower] = specifiers;
  if (narrower !== undefined) {
    // Each alone first: a contradiction within one of them is no matter of both.
    for (const specifier of specifiers) choosePython({ specifiers: [specifier] });
    checkSubset(narrower, wider);
  }
  const file = findPythonVersionFile(folder, above);
  const wished = option !== undefined ? fact(option, "option pythonVersion") : file && parsePythonVersionFile(file);
  const { allowed, chosen, notes } = choosePython({ wished, specifiers });
  // The narrower specifier says it all, as it is a subset.
  const effective = narrower ?? wider;
  return {
    pythonVersionFile: file,
    requiresPython: effective && fact(effective.value.toString(), effective.source),
    allowedPythons: allowed,
    python: chosen,
    notes: [...notes, endOfSupport(chosen, today)].filter((note) => note !== undefined),
  };
}

/** Poetry wants its own Python constraint to be a subset of the project's. */
function checkSubset(narrower: Fact<Specifier>, wider: Fact<Specifier>): void {
  const outside = probes([narrower.value, wider.value]).find(
    (version) => narrower.value.allows(version) && !wider.value.allows(version),
  );
  if (outside === undefined) return;
  throw new Mistake({
    where: `${narrower.source} and ${wider.source}`,
    what: `${shown(narrower.value.toString())} allows ${outside}, which ${shown(wider.value.toString())} does not`,
    allowed: "poetry's python is a subset of requires-python",
    fix: `remove ${narrower.source}, or write ${shown(wider.value.toString())} there`,
  });
}

/** Versions among which two specifiers differ if they differ at all: what they name, its neighbours, and every minor. */
function probes(specifiers: readonly Specifier[]): string[] {
  const named = specifiers.flatMap((specifier) => specifier.versions());
  const neighbours = named.flatMap((version) => {
    const [major, minor = 0, patch = 0] = (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? "3").split(".").map(Number);
    const patches = [patch - 1, patch, patch + 1].filter((each) => each >= 0);
    return patches.map((each) => `${major}.${minor}.${each}`);
  });
  const minors = Array.from({ length: 40 }, (_, minor) => [`3.${minor}.0`, `3.${minor}.99`]).flat();
  return [...minors, ...neighbours, "2.7.18", "4.0.0", "4.1.0", "5.0.0"];
}
