import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { MarkerComparison, MarkerVariable } from "../../../pyproject/requirements/parse-marker";
import { type Condition, comparisonsOf, type Environment } from "./condition";
import { isInRange, type PythonRange, releaseOf } from "./python-range";

/** No condition that anybody writes needs more, and the comparison of two could take minutes. */
const mostEnvironments = 50_000;

/** The environments that these conditions tell apart; undefined where there are too many. */
export function environmentsOf(conditions: readonly Condition[], range: PythonRange): Environment[] | undefined {
  const comparisons = conditions.flatMap(comparisonsOf);
  const texts = new Map<MarkerVariable, Set<string>>();
  for (const comparison of comparisons) {
    const { variable, text } = sidesOf(comparison);
    if (variable === undefined) continue;
    const known = texts.get(variable) ?? new Set<string>();
    texts.set(variable, known);
    // A part of the text is in it too.
    const more = comparison.operator.endsWith("in") ? [...text.split(/[\s,|]+/), text.slice(0, -1)] : [];
    for (const each of [text, ...more]) known.add(each);
  }
  const pythons = pythonsOf(
    [...(texts.get("python_version") ?? []), ...(texts.get("python_full_version") ?? [])],
    range,
  );
  const extras = [...new Set([...(texts.get("extra") ?? []), ...(texts.get("extras") ?? [])].map(normalizedName))];
  const others = [...texts].filter(([name]) => !/^(?:extras?|python_(?:full_)?version)$/.test(name));
  const count = others.reduce(
    (product, [, values]) => product * (values.size + 1),
    pythons.length * 2 ** extras.length,
  );
  if (count > mostEnvironments) return undefined;
  const found = pythons.map((python): Environment => ({ python, extras: new Set(), values: new Map() }));
  const withExtras = extras.reduce(
    (all, extra) => all.flatMap((each) => [each, { ...each, extras: new Set([...each.extras, extra]) }]),
    found,
  );
  const all = others.reduce(
    (made, [name, values]) =>
      made.flatMap((each) =>
        // The last stands for every value of which nothing is said.
        [...values, "\u{10ffff}other"].map((value) => ({ ...each, values: new Map([...each.values, [name, value]]) })),
      ),
    withExtras,
  );
  return all.filter(isPossible);
}

/** Only Windows is of the kind nt. Uv knows so, and leaves out what can't be. */
function isPossible({ values }: Environment): boolean {
  const [kind, platform] = [values.get("os_name"), values.get("sys_platform")];
  if (kind === "nt") return !["linux", "darwin"].includes(platform ?? "");
  return kind !== "posix" || platform !== "win32";
}

function sidesOf({ left, right }: MarkerComparison): { readonly variable?: MarkerVariable; readonly text: string } {
  const variable = [left, right].find((side) => side.kind === "variable")?.name;
  const text = [left, right].find((side) => side.kind === "text")?.text ?? "";
  return { variable, text };
}

/** The versions in the range that are told apart by these: each with its neighbours, and those of its minor release. */
function pythonsOf(bounds: readonly string[], range: PythonRange): string[] {
  const releases = bounds.flatMap((bound) => bound.split(/[\s,|]+/)).map(releaseOf);
  const around = releases.flatMap(([major = 3, minor = 0, patch = 0]) => [
    [major, minor, patch],
    [major, minor, patch + 1],
    before(major, minor, patch),
    [major, minor, 99],
    [major, minor + 1, 0],
  ]);
  const ends = [range.lower, range.upper].flatMap((end) => (end === undefined ? [] : [end.version]));
  const within = ends.flatMap(([major = 3, minor = 0, patch = 0]) => [
    [major, minor, patch],
    [major, minor, patch + 1],
    before(major, minor, patch),
  ]);
  const all = [...around, ...within, ...(ends.length === 0 ? [[3, 0, 0]] : [])];
  return [...new Set(all.filter((each) => isInRange(range, each)).map((each) => each.join(".")))];
}

function before(major: number, minor: number, patch: number): number[] {
  if (patch > 0) return [major, minor, patch - 1];
  return minor > 0 ? [major, minor - 1, 99] : [major - 1, 99, 99];
}
