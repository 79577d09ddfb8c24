import { valid } from "@renovatebot/pep440";

/** The build number of a wheel: of two wheels that fit alike the one with the greater is taken. */
export interface WheelBuild {
  readonly number: number;
  /** What follows the number. */
  readonly suffix: string;
}

/** What the name of a wheel says. */
export interface WheelFileName {
  /** The name of the distribution as it is written. */
  readonly distribution: string;
  readonly version: string;
  /** Undefined where it has none. */
  readonly build?: WheelBuild;
  /** The compressed set of tags, for example `py2.py3-none-any`. */
  readonly tags: string;
}

const parts = /^([\p{L}\p{N}_.]+)-([^-]+)(?:-(\d+)([^-]*))?-([^-]+-[^-]+-[^-]+)\.whl$/u;

/**
 * Parses the name of a wheel; undefined where it is none.
 *
 * @param file the name without a path; as part of an address it may have the `+` of a local version as `%2B`
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
export function parseWheelFileName(file: string): WheelFileName | undefined {
  const [, distribution, writtenVersion, number, suffix, tags] = parts.exec(file) ?? [];
  if (distribution === undefined || distribution.includes("__")) return undefined;
  const version = writtenVersion.replace(/%2B/i, "+");
  if (valid(version) === null || !isTagSet(tags)) return undefined;
  return { distribution, version, build: number === undefined ? undefined : { number: Number(number), suffix }, tags };
}

/** Has every part of the set a text, and those of the first are names of interpreters? */
function isTagSet(tags: string): boolean {
  const [pythons, ...others] = tags.split("-").map((part) => part.split("."));
  const isIdentifier = (text: string) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text);
  return pythons.every(isIdentifier) && !others.flat().includes("");
}

/** The compressed set of tags in the name of a wheel, which is not looked at else. */
export function tagsIn(file: string): string | undefined {
  if (!file.endsWith(".whl")) return undefined;
  const platform = file.lastIndexOf("-");
  const abi = file.lastIndexOf("-", platform - 1);
  const python = file.lastIndexOf("-", abi - 1);
  return python > 0 && abi > python ? file.slice(python + 1, -".whl".length) : undefined;
}

/** Orders builds: below zero where the first is older; a wheel without one is older than those that have one. */
export function compareBuilds(one: WheelBuild | undefined, other: WheelBuild | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  if (one.number !== other.number) return one.number - other.number;
  return Number(one.suffix > other.suffix) - Number(one.suffix < other.suffix);
}
