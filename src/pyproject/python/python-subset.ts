import { Mistake, shown } from "../../values/mistake";
import type { Fact } from "../fact";
import type { Specifier } from "../requirements/specifier";
import { choosePython } from "./choose-python";
import { neighbours } from "./narrowing-specifiers";
import { outerReleases } from "./newest-release";

/**
 * Refuses two specifiers of which the one is to be a subset of the other and is not, as poetry does with its own Python
 * constraint and the project's.
 *
 * @throws where one of them allows nothing, or the narrower one what the wider one does not
 */
export function checkSubset(narrower: Fact<Specifier>, wider: Fact<Specifier>): void {
  // Each alone first: a contradiction within one of them is no matter of both.
  for (const specifier of [wider, narrower]) choosePython({ specifiers: [specifier] });
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
  const minors = Array.from({ length: 40 }, (_, minor) => outerReleases(`3.${minor}`)).flat();
  return [...minors, ...neighbours(specifiers), "2.7.18", "4.0.0", "4.1.0", "5.0.0"];
}
