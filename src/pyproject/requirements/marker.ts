import { satisfies, valid, validRange } from "@renovatebot/pep440";
import type { PythonVersion } from "../../values/python-version";
import { newestRelease } from "../python/newest-release";
import { normalizedName } from "./distribution-name";
import {
  type Marker,
  type MarkerComparison,
  type MarkerOperand,
  type MarkerVariable,
  parseMarker,
} from "./parse-marker";

export { parseMarker } from "./parse-marker";

/** Where a requirement would be installed: CPython on Linux. */
export interface MarkerEnvironment {
  readonly python: PythonVersion;
  /** The processor; where it is left out, a marker holds that does for one of the two. */
  readonly machine?: "x86_64" | "aarch64";
  /** The extras that are asked for. */
  readonly extras?: readonly string[];
}

/** What is known of the variables: a text, several, or undefined where a build can't know it. */
type Values = { readonly [V in MarkerVariable]: string | readonly string[] | undefined };

const versionVariables: ReadonlySet<MarkerVariable> = new Set([
  "python_version",
  "python_full_version",
  "implementation_version",
]);

/**
 * Does the marker hold in this environment? A comparison with what can't be known, such as the release of the kernel,
 * holds, since it can't be ruled out.
 *
 * @param where the key in which the marker stands
 * @throws where it is no marker
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export function markerHolds(marker: string, environment: MarkerEnvironment, where = "environment marker"): boolean {
  const parsed = parseMarker(marker, where);
  const machines = environment.machine === undefined ? ["x86_64", "aarch64"] : [environment.machine];
  // A tool asks once for each extra, and once with none where none is asked for.
  const extras = environment.extras?.length ? environment.extras.map(normalizedName) : [""];
  return machines.some((machine) =>
    extras.some((extra) => holds(parsed, valuesOf(environment, machine, extra, extras))),
  );
}

function valuesOf({ python }: MarkerEnvironment, machine: string, extra: string, extras: readonly string[]): Values {
  const full = newestRelease(python);
  return {
    os_name: "posix",
    sys_platform: "linux",
    platform_machine: machine,
    platform_python_implementation: "CPython",
    platform_release: undefined,
    platform_system: "Linux",
    platform_version: undefined,
    python_version: python.minor,
    python_full_version: full,
    implementation_name: "cpython",
    implementation_version: full,
    extra,
    extras: extras.filter((each) => each !== ""),
    dependency_groups: undefined,
  };
}

function holds(marker: Marker, values: Values): boolean {
  if (marker.kind === "comparison") return comparisonHolds(marker, values);
  const { kind, parts } = marker;
  return kind === "and" ? parts.every((part) => holds(part, values)) : parts.some((part) => holds(part, values));
}

function comparisonHolds(comparison: MarkerComparison, values: Values): boolean {
  const { left, operator, right } = comparison;
  const isVersion = [left, right].some((side) => side.kind === "variable" && versionVariables.has(side.name));
  const isExtra = [left, right].some((side) => side.kind === "variable" && /^extras?$/.test(side.name));
  const sideValue = (side: MarkerOperand) => {
    if (side.kind === "variable") return values[side.name];
    return isExtra ? normalizedName(side.text) : side.text;
  };
  const [first, second] = [sideValue(left), sideValue(right)];
  if (typeof first !== "string" || second === undefined) return true;
  if (typeof second !== "string") return operator === "not in" ? !second.includes(first) : second.includes(first);
  if (isVersion && isComparable(first, operator, second)) {
    return satisfies(first, `${operator}${second}`, { prereleases: true });
  }
  return textCompares[operator](first, second);
}

function isComparable(version: string, operator: string, bound: string): boolean {
  return !operator.endsWith("in") && valid(version) !== null && validRange(`${operator}${bound}`);
}

/** How texts compare; that one is compatible with the other can't be said of texts, so it holds. */
const textCompares: {
  readonly [O in MarkerComparison["operator"]]: (left: string, right: string) => boolean;
} = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  ">=": (left, right) => left >= right,
  ">": (left, right) => left > right,
  "~=": () => true,
  "===": (left, right) => left === right,
  in: (left, right) => right.includes(left),
  "not in": (left, right) => !right.includes(left),
};
