import { versionFits } from "./compare-versions";
import { normalizedName } from "./distribution-name";
import { type MarkerEnvironment, type MarkerValue, type MarkerValues, valuesIn } from "./marker-environment";
import {
  type Marker,
  type MarkerComparison,
  type MarkerOperand,
  type MarkerOperator,
  type MarkerVariable,
  parseMarker,
} from "./parse-marker";

export type { MarkerEnvironment } from "./marker-environment";
export { parseMarker } from "./parse-marker";

/** The variables that are compared as versions where the other side is one. */
const versionVariables: ReadonlySet<string> = new Set([
  "python_version",
  "python_full_version",
  "implementation_version",
] satisfies MarkerVariable[]);

/**
 * Does the marker hold in this environment? A comparison with what can't be known, such as the release of the kernel,
 * holds, since it can't be ruled out.
 *
 * @param where the key in which the marker stands
 * @param fix what to do where it is none
 * @throws where it is no marker
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export function markerHolds(
  marker: string,
  environment: MarkerEnvironment,
  where = "environment marker",
  fix?: string,
): boolean {
  const parsed = knownMarker(marker, where, fix);
  return valuesIn(environment).some((values) => holds(parsed, values));
}

/** The markers that were parsed: those of a lock file are few, and each stands there a hundred times. */
const markers = new Map<string, Marker>();

const mostMarkers = 5_000;

function knownMarker(text: string, where: string, fix?: string): Marker {
  const known = markers.get(text);
  if (known !== undefined) return known;
  const parsed = parseMarker(text, where, fix);
  if (markers.size >= mostMarkers) markers.clear();
  markers.set(text, parsed);
  return parsed;
}

function holds(marker: Marker, values: MarkerValues): boolean {
  if (marker.kind === "comparison") return comparisonHolds(marker, values);
  const { kind, parts } = marker;
  return kind === "and" ? parts.every((part) => holds(part, values)) : parts.some((part) => holds(part, values));
}

function comparisonHolds({ left, operator, right }: MarkerComparison, values: MarkerValues): boolean {
  const variable = left.kind === "variable" ? left.name : right.kind === "variable" ? right.name : undefined;
  const [first, second] = [sideValue(left, values), sideValue(right, values)];
  if (first === undefined || second === undefined) return true;
  if (typeof first === "string" && typeof second === "string") {
    const asVersion = variable !== undefined && versionVariables.has(variable);
    return (asVersion ? versionFits(first, operator, second) : undefined) ?? textCompares[operator](first, second);
  }
  const [text, among] = typeof first === "string" ? [first, second] : [second, first];
  if (typeof text !== "string" || typeof among === "string") return true;
  const isAmong = among.has(normalizedName(text));
  if (variable === "extra") return operator === "!=" || operator === "not in" ? !isAmong : isAmong;
  return setCompares[operator](isAmong);
}

function sideValue(side: MarkerOperand, values: MarkerValues): MarkerValue {
  return side.kind === "variable" ? values[side.name] : side.text;
}

/** How texts compare. They have no order, and where nothing is defined, as of `~=`, it can't be ruled out. */
const textCompares: {
  readonly [O in MarkerOperator]: (left: string, right: string) => boolean;
} = {
  "<": () => false,
  "<=": (left, right) => left === right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  ">=": (left, right) => left === right,
  ">": () => false,
  "~=": () => true,
  "===": (left, right) => left === right,
  in: (left, right) => right.includes(left),
  "not in": (left, right) => !right.includes(left),
};

/** How a name compares with the set of `extras` or `dependency_groups`: it may be in it, and never is the set. */
const setCompares: { readonly [O in MarkerOperator]: (isAmong: boolean) => boolean } = {
  "<": () => false,
  "<=": () => false,
  "==": () => false,
  "!=": () => true,
  ">=": () => false,
  ">": () => false,
  "~=": () => true,
  "===": () => false,
  in: (isAmong) => isAmong,
  "not in": (isAmong) => !isAmong,
};
