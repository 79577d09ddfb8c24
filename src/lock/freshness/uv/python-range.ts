/** One end of a range of Python versions; undefined where it has none. */
interface End {
  readonly version: readonly number[];
  readonly isIncluded: boolean;
}

/** The Python versions from the lowest to the highest that is allowed. */
export interface PythonRange {
  readonly lower?: End;
  readonly upper?: End;
}

/**
 * The range of Python versions that all of these specifiers allow, without the holes in it, as uv compares ranges;
 * undefined where there is no such version.
 */
export function pythonRange(specifiers: readonly string[]): PythonRange | undefined {
  const clauses = specifiers.flatMap((each) => each.split(",")).map((each) => each.trim());
  const allowed = clauses
    .filter((each) => each !== "")
    .reduce<readonly PythonRange[]>(
      (ranges, clause) => ranges.flatMap((one) => rangesOf(clause).flatMap((other) => intersection(one, other) ?? [])),
      [{}],
    );
  const ordered = [...allowed].sort((a, b) => compareLower(a.lower, b.lower));
  const highest = [...allowed].sort((a, b) => compareUpper(a.upper, b.upper)).at(-1);
  return highest && { lower: ordered[0].lower, upper: highest.upper };
}

/** Are the ends the same? */
export function isSameRange(one: PythonRange, other: PythonRange): boolean {
  return compareLower(one.lower, other.lower) === 0 && compareUpper(one.upper, other.upper) === 0;
}

/** Is the version in the range? */
export function isInRange({ lower, upper }: PythonRange, version: readonly number[]): boolean {
  const point = { version, isIncluded: true };
  return compareLower(lower, point) <= 0 && compareUpper(point, upper) <= 0;
}

/** The numbers of a version, without what follows the release. */
export function releaseOf(version: string): number[] {
  const [, release = ""] = /^\s*v?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(version) ?? [];
  return release.split(".").map(Number);
}

/** Compares releases; a missing number counts as zero. */
export function compareReleases(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rangesOf(clause: string): PythonRange[] {
  const [, operator = "", text = ""] = /^(===|[<>=!~]=|[<>])?\s*(.*)$/.exec(clause) ?? [];
  const version = releaseOf(text);
  const from = { version, isIncluded: true };
  const isPrefix = text.endsWith(".*");
  const prefix = operator === "~=" ? version.slice(0, -1) : version;
  const next = { version: [...prefix.slice(0, -1), (prefix.at(-1) ?? 0) + 1], isIncluded: false };
  const series = { lower: from, upper: isPrefix || operator === "~=" ? next : from };
  if (operator === ">=") return [{ lower: from }];
  if (operator === ">") return [{ lower: { version, isIncluded: false } }];
  if (operator === "<=") return [{ upper: from }];
  if (operator === "<") return [{ upper: { version, isIncluded: false } }];
  if (operator !== "!=") return [series];
  const above = { version: series.upper.version, isIncluded: !series.upper.isIncluded };
  return [{ upper: { version, isIncluded: false } }, { lower: above }];
}

function intersection(one: PythonRange, other: PythonRange): PythonRange | undefined {
  const lower = compareLower(one.lower, other.lower) >= 0 ? one.lower : other.lower;
  const upper = compareUpper(one.upper, other.upper) <= 0 ? one.upper : other.upper;
  if (lower === undefined || upper === undefined) return { lower, upper };
  const order = compareReleases(lower.version, upper.version);
  const isEmpty = order > 0 || (order === 0 && !(lower.isIncluded && upper.isIncluded));
  return isEmpty ? undefined : { lower, upper };
}

/** No end is lowest; an excluded version begins above itself. */
function compareLower(one: End | undefined, other: End | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return compareReleases(one.version, other.version) || Number(other.isIncluded) - Number(one.isIncluded);
}

/** No end is highest; an excluded version ends below itself. */
function compareUpper(one: End | undefined, other: End | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return compareReleases(one.version, other.version) || Number(one.isIncluded) - Number(other.isIncluded);
}
