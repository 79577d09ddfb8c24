import type { PythonVersion } from "../../values/python-version";
import { newestRelease } from "../python/newest-release";
import { normalizedName } from "./distribution-name";
import type { MarkerVariable } from "./parse-marker";

/** Where a requirement would be installed: CPython on Linux. */
export interface MarkerEnvironment {
  readonly python: PythonVersion;
  /** The processor; where it is left out, a marker holds that does for one of the two. */
  readonly machine?: "x86_64" | "aarch64";
  /** The extras that are asked for: an extra is equal to one of them, or else to none. A set, normalised, may grow. */
  readonly extras?: readonly string[] | ReadonlySet<string>;
  /** The dependency groups that are asked for, as a standard lock file compares them; what of them holds is else unknown. */
  readonly groups?: readonly string[];
}

/** What is known of a variable: a text, several, or undefined where a build can't know it. */
export type MarkerValue = string | ReadonlySet<string> | undefined;

/** What is known of the variables. */
export type MarkerValues = { readonly [V in MarkerVariable]: MarkerValue };

/** No extra is the empty one. */
const noExtra: ReadonlySet<string> = new Set([""]);

const knownValues = new WeakMap<MarkerEnvironment, readonly MarkerValues[]>();

/** The values of the variables, for each processor that it may be. */
export function valuesIn(environment: MarkerEnvironment): readonly MarkerValues[] {
  const known = knownValues.get(environment);
  if (known !== undefined) return known;
  const machines = environment.machine === undefined ? ["x86_64", "aarch64"] : [environment.machine];
  const values = machines.map((machine) => valuesOf(environment, machine));
  knownValues.set(environment, values);
  return values;
}

function valuesOf({ python, extras = [], groups }: MarkerEnvironment, machine: string): MarkerValues {
  const full = newestRelease(python);
  const asked = isList(extras) ? new Set(extras.map(normalizedName)) : extras;
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
    get extra() {
      return asked.size === 0 ? noExtra : asked;
    },
    extras: asked,
    dependency_groups: groups && new Set(groups.map(normalizedName)),
  };
}

function isList(extras: readonly string[] | ReadonlySet<string>): extras is readonly string[] {
  return Array.isArray(extras);
}
