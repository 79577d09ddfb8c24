/** What `find_packages` looks for. */
export interface PackageSearch {
  /** The folders in which packages are looked for, relative to the project's. */
  readonly where: readonly string[];
  /** Patterns of names with dots. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Do folders without `__init__.py` count? */
  readonly namespaces: boolean;
}

/** What is known of a value of a Python program that was not run. */
export type PythonValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "plain"; readonly plain: number | boolean | null }
  | List
  | Dict
  /** Packages that are found on disk. */
  | { readonly kind: "packages"; readonly search: PackageSearch }
  /** Whatever a program makes of the content of these files. */
  | { readonly kind: "files"; readonly paths: readonly string[] }
  | Unknown;

/** A list, a tuple or a set. */
export interface List {
  readonly kind: "list";
  readonly items: readonly PythonValue[];
  readonly weight: number;
}

/** A dictionary. */
export interface Dict {
  readonly kind: "dict";
  readonly entries: ReadonlyMap<string, PythonValue>;
  /** What stands for the entries that are not known. */
  readonly rest?: Unknown;
  readonly weight: number;
}

/** How many characters or values are looked at: a program can double a list until no memory is left. */
const limits = { characters: 50_000, values: 2_000 };

/** A value that only running the program would tell. */
export interface Unknown {
  readonly kind: "unknown";
  /** The source of it. */
  readonly code: string;
}

/** A text; one that is too long is not known. */
export function text(value: string): PythonValue {
  return value.length > limits.characters ? unknown("a long text") : { kind: "text", text: value };
}

/** A list, a tuple or a set; one that is too long is not known. */
export function list(items: readonly PythonValue[]): PythonValue {
  const weight = weightOf(items);
  return weight > limits.values ? unknown("a long list") : { kind: "list", items, weight };
}

/** A dictionary; one that is too long is not known. */
export function dict(entries: ReadonlyMap<string, PythonValue>, rest?: Unknown): PythonValue {
  const weight = weightOf([...entries.values()]);
  return weight > limits.values ? unknown("a long dictionary") : { kind: "dict", entries, rest, weight };
}

const requirementStart = /^\s*[A-Za-z0-9][\w.-]*\s*(?:\[[\w\s.,-]*\])?\s*[<>=!~]=/;

function weightOf(values: readonly PythonValue[]): number {
  return values.reduce((sum, value) => sum + (value.kind === "list" || value.kind === "dict" ? value.weight : 1), 1);
}

/** A number, a truth value or None. */
export function plain(value: number | boolean | null): PythonValue {
  return { kind: "plain", plain: value };
}

/** A value that is not known. */
export function unknown(code: string): Unknown {
  return { kind: "unknown", code };
}

/** What a program makes of these files. */
export function files(paths: readonly string[]): PythonValue {
  return { kind: "files", paths: [...new Set(paths)] };
}

/** The files from whose content the values are made. */
export function filesIn(values: readonly (PythonValue | undefined)[]): string[] {
  return values.flatMap((value) => {
    if (value?.kind === "files") return value.paths;
    if (value?.kind === "list") return filesIn(value.items);
    return value?.kind === "dict" ? filesIn([...value.entries.values()]) : [];
  });
}

/**
 * What comes of values by an operation that is not known: something of their files, or nothing that is known. A text that
 * begins a requirement, such as `flask>=`, goes on with a version, wherever that is from.
 */
export function derived(values: readonly (PythonValue | undefined)[], code: string): PythonValue {
  const [first] = values;
  if (first?.kind === "text" && requirementStart.test(first.text)) return unknown(code);
  const paths = filesIn(values);
  return paths.length > 0 ? files(paths) : unknown(code);
}

/** Does the value count as true? undefined where it is not known. */
export function truth(value: PythonValue): boolean | undefined {
  if (value.kind === "text") return value.text !== "";
  if (value.kind === "plain") return Boolean(value.plain);
  if (value.kind === "list") return value.items.length > 0;
  if (value.kind === "dict") return value.entries.size > 0 || (value.rest === undefined ? false : undefined);
  return undefined;
}

/** Are they the same, as far as that is known? */
export function isSame(a: PythonValue, b: PythonValue): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

function keyOf(value: PythonValue): string {
  return JSON.stringify(comparable(value));
}

function comparable(value: PythonValue): unknown {
  if (value.kind === "list") return [value.kind, value.items.map(comparable)];
  if (value.kind !== "dict") return value;
  return [value.kind, [...value.entries].map(([key, each]) => [key, comparable(each)]), value.rest];
}

/** The sum of two values; what is not known stays in its place in a list. */
export function added(a: PythonValue, b: PythonValue, code: string): PythonValue {
  if (a.kind === "text" && b.kind === "text") return text(a.text + b.text);
  if (a.kind === "list" || b.kind === "list") return list([...itemsOf(a), ...itemsOf(b)]);
  if (a.kind === "packages" || b.kind === "packages") return list([a, b]);
  return derived([a, b], code);
}

/** The values in a list; a value that is none stands for its own items. */
export function itemsOf(value: PythonValue): readonly PythonValue[] {
  return value.kind === "list" ? value.items : [value];
}

/**
 * What is known where a condition decides between two values: what both have in common, and that the rest is not known.
 * A file that is read or not, for a text that is empty without it, counts as read.
 */
export function joined(a: PythonValue, b: PythonValue, code: string): PythonValue {
  if (isSame(a, b)) return a;
  if (a.kind === "dict" && b.kind === "dict") return joinedDicts(a, b, code);
  const [one, other] = [itemsOf(a), itemsOf(b)];
  const isOfFiles = [...one, ...other].every(({ kind }) => kind === "files");
  if (isOfFiles && isSameSet(filesIn(one), filesIn(other))) return files(filesIn(one));
  if (a.kind === "list" || b.kind === "list") {
    const others = new Set(other.map(keyOf));
    return list([...one.filter((item) => others.has(keyOf(item))), unknown(code)]);
  }
  const read = [a, b].filter(({ kind }) => kind === "files");
  const isElseConstant = [a, b].some(({ kind }) => kind === "text" || kind === "plain");
  return read.length === 1 && isElseConstant ? read[0] : unknown(code);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && [...a, ...b].every((each) => a.includes(each) && b.includes(each));
}

function joinedDicts(a: Dict, b: Dict, code: string): PythonValue {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  const entries = [...keys].map((key) => {
    const [one, other] = [a.entries.get(key), b.entries.get(key)];
    return [key, one && other ? joined(one, other, code) : unknown(code)] as const;
  });
  return dict(new Map(entries), a.rest ?? b.rest);
}
