import { mistakeOf } from "../../findings/report";
import { defaultPythonMinor, pythonReleases } from "../../knowledge/python-releases";
import { Mistake, shown } from "../../values/mistake";
import { PythonVersion } from "../../values/python-version";
import { type Fact, fact, sourcesOf } from "../fact";
import type { Specifier } from "../requirements/specifier";
import { newestPatch, newestRelease } from "./newest-release";

/** What can decide which Python it is. */
export interface PythonWishes {
  /** The version that an option or `.python-version` asks for. */
  readonly wished?: Fact<PythonVersion>;
  readonly specifiers: readonly Fact<Specifier>[];
}

/** A choice of Python. */
export interface PythonChoice {
  readonly allowed: Fact<readonly PythonVersion[]>;
  readonly chosen: Fact<PythonVersion>;
  readonly notes: readonly string[];
}

const minors = pythonReleases.map(({ minor }) => minor);
const known = `CPython ${minors[0]} to ${minors[minors.length - 1]} can be chosen`;

/**
 * Chooses the Python version: what is wished; else the default release where the specifiers allow it; else the newest
 * release that they allow.
 *
 * @throws where the specifiers allow nothing, or not what is wished
 */
export function choosePython({ wished, specifiers }: PythonWishes): PythonChoice {
  const source = specifiers.length === 0 ? "the default, as nothing asks for a version" : sourcesOf(specifiers);
  const releases = minors.filter((minor) => allows(specifiers, minor)).map((minor) => PythonVersion.of(minor));
  const allowed = releases.length > 0 ? releases : pinned(specifiers);
  // A wish may also be for a release that is newer than the table.
  const fits = wished !== undefined && allows(specifiers, wished.value);
  if (allowed.length === 0 && !fits) throw nothingAllowed(specifiers);
  const byDefault = allowed.find(({ minor }) => minor === defaultPythonMinor) ?? allowed[allowed.length - 1];
  const chosen =
    wished === undefined ? fact(byDefault, source) : fact(granted(wished, specifiers, allowed), wished.source);
  const pins = wished === undefined && chosen.value.patch !== undefined;
  const notes = pins
    ? [`${textOf(specifiers)} allows no minor release of Python as a whole: ${byDefault} is pinned`]
    : [];
  return { allowed: fact(allowed, source), chosen, notes };
}

/** The newest patch release that is allowed of each minor release. */
function pinned(specifiers: readonly Fact<Specifier>[]): PythonVersion[] {
  return minors.flatMap((minor) => newestOf(minor, specifiers) ?? []);
}

function newestOf(minor: string, specifiers: readonly Fact<Specifier>[]): PythonVersion | undefined {
  for (let patch = newestPatch; patch >= 0; patch -= 1) {
    if (allows(specifiers, `${minor}.${patch}`)) return PythonVersion.of(`${minor}.${patch}`);
  }
  return undefined;
}

function allows(specifiers: readonly Fact<Specifier>[], version: PythonVersion | string): boolean {
  const release = newestRelease(PythonVersion.of(version.toString()));
  return specifiers.every(({ value }) => value.allows(release));
}

/** The wished version, with a patch where only that is allowed. */
function granted(
  wished: Fact<PythonVersion>,
  specifiers: readonly Fact<Specifier>[],
  allowed: readonly PythonVersion[],
): PythonVersion {
  const version = wished.value;
  if (allows(specifiers, version)) return version;
  const patch = version.patch === undefined ? newestOf(version.minor, specifiers) : undefined;
  if (patch !== undefined && allowed.some((each) => each.compare(patch) === 0)) return patch;
  throw mistakeOf({
    rule: "PythonOutsideRange",
    where: wished.source,
    what: `Python ${version} does not fit ${textOf(specifiers)}`,
    allowed: `allowed is ${allowed.join(", ")}${patch === undefined ? "" : `, and of ${version} up to ${patch}`}`,
    fix: "choose one of these, or widen the specifier",
  });
}

function nothingAllowed(specifiers: readonly Fact<Specifier>[]): Mistake {
  return new Mistake({
    where: sourcesOf(specifiers),
    what: `${specifiers.map(({ value }) => shown(value.toString())).join(" and ")} ${specifiers.length > 1 ? "allow" : "allows"} no version of Python`,
    allowed: known,
    fix: `write a specifier that allows one of them, e.g. ">=${defaultPythonMinor}", or set pythonVersion (on the command line --python) to one that it allows`,
  });
}

function textOf(specifiers: readonly Fact<Specifier>[]): string {
  return specifiers.map(({ value, source }) => `${source} ${shown(value.toString())}`).join(" and ");
}
