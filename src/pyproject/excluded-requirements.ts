import type { Fact } from "./fact";
import type { ProjectFacts } from "./facts";
import { markerHolds, parseMarker } from "./requirements/marker";
import type { Marker, MarkerOperand, MarkerOperator } from "./requirements/parse-marker";
import type { Requirement } from "./requirements/requirement";

type Facts = Pick<ProjectFacts, "dependencies" | "pinnedRequirements" | "python">;
type List = readonly Fact<Requirement>[];

/**
 * An installer takes a list of which no marker holds, installs nothing of it and reports success. A project means it so
 * where only older releases need something, such as a backport; a file that was locked for one release does not.
 */
export function excludedRequirements({ dependencies, pinnedRequirements = [], python }: Facts): string[] {
  const isExcluded = ({ value: { marker } }: Fact<Requirement>) =>
    marker !== undefined && !markerHolds(marker, { python: python.value });
  return [dependencies, pinnedRequirements]
    .filter((list) => list.length > 0 && list.every(isExcluded) && !isMeantSo(list))
    .map((list) => {
      const [{ value, source }] = list;
      const markers =
        list.length === 1
          ? "the marker of the only dependency excludes"
          : `the markers of all ${list.length} dependencies exclude`;
      return `${source.replace(/:\d+$/, "")}: ${markers} Python ${python.value} (such as ${value.marker}), so that nothing is installed; choose another Python with pythonVersion, or mend the markers`;
    });
}

/** Where no line asks for Python another system is meant, and the project itself may name backports alone. */
function isMeantSo(list: List): boolean {
  const operators = list.flatMap(({ value: { marker } }) => (marker === undefined ? [] : pythonOperators(marker)));
  const isFile = list.some(({ source }) => /:\d+$/.test(source));
  return operators.length === 0 || (!isFile && !operators.some((operator) => operator.startsWith("==")));
}

/** How the marker compares the version of Python. */
function pythonOperators(text: string): MarkerOperator[] {
  const operatorsIn = (marker: Marker): MarkerOperator[] => {
    if (marker.kind !== "comparison") return marker.parts.flatMap(operatorsIn);
    return [marker.left, marker.right].some(isPython) ? [marker.operator] : [];
  };
  return operatorsIn(parseMarker(text, "environment marker"));
}

function isPython(side: MarkerOperand): boolean {
  return side.kind === "variable" && /^python_(?:full_)?version$/.test(side.name);
}
