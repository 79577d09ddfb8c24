/** How the value of a key is compared: what is wrong with the answer, or nothing where it is right. */
export type Rule = (expected: unknown, answer: unknown, expectation: Expectation) => string[];

/** The expected facts of a case. */
export type Expectation = Readonly<Record<string, unknown>>;

const minors = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"];
const frameworks = ["fastapi", "django", "flask", "streamlit", "celery"];
const compilers = ["gcc", "g++"];

/** Keys that are not facts. */
export const notCompared: ReadonlySet<string> = new Set(["source", "project", "notes", "packageManagerAlsoAcceptable"]);

/** The keys that are compared in another way than by their value, or as a set. */
export const rules: Readonly<Record<string, Rule>> = {
  packageManager: (expected, answer, { packageManagerAlsoAcceptable: others }) =>
    listOf(others).includes(String(answer)) ? [] : sameValue(expected, answer),
  requiresPython: (expected, answer) => (sameSet(clausesOf(expected), clausesOf(answer)) ? [] : told(expected, answer)),
  pythonMinorsAllowed: (expected, answer) => sets(only(minors, expected), only(minors, answer)),
  frameworks: (expected, answer) => sets(only(frameworks, expected), only(frameworks, answer)),
  devGroups: atLeastAndNotNeeded,
  devExtras: atLeastAndNotNeeded,
  systemPackages: packages,
  systemPackagesByExtra: (expected, answer) =>
    Object.entries(tableOf(expected)).flatMap(([name, each]) =>
      packages(each, tableOf(answer)[name]).map((text) => `${name}: ${text}`),
    ),
};

/** A text, a number or a truth value has to be the same; a list is a set. */
export function sameValue(expected: unknown, answer: unknown): string[] {
  if (Array.isArray(expected)) return Array.isArray(answer) ? sets(expected, answer) : told(expected, answer);
  return JSON.stringify(expected) === JSON.stringify(answer) ? [] : told(expected, answer);
}

function sets(expected: readonly unknown[], answer: readonly unknown[]): string[] {
  const missing = without(expected, answer);
  const tooMany = without(answer, expected);
  if (missing.length === 0 && tooMany.length === 0) return [];
  return [[...told(expected, answer), ...named("missing", missing), ...named("too many", tooMany)].join("; ")];
}

function atLeast(expected: readonly unknown[], answer: unknown): string[] {
  const missing = without(expected, listOf(answer));
  if (missing.length === 0) return [];
  return [[...told(expected, answer), ...named("missing", missing)].join("; ")];
}

/** Further names are ignored, unless the notes say that production needs them. */
function atLeastAndNotNeeded(expected: unknown, answer: unknown, { notes }: Expectation): string[] {
  const further = without(listOf(answer), listOf(expected));
  const needed = further.filter((name) => isNeeded(String(name), String(notes ?? "")));
  return [...atLeast(listOf(expected), answer), ...named("needed in production", needed)];
}

/** The notes are prose: a sentence that names it and production, without a "not". */
function isNeeded(name: string, notes: string): boolean {
  const has = (sentence: string, word: string) =>
    sentence.split(/[^\w-]+/).some((each) => each.toLowerCase() === word.toLowerCase());
  return notes
    .split(/[.;]\s/)
    .some((sentence) => has(sentence, name) && has(sentence, "production") && !has(sentence, "not"));
}

function packages(expected: unknown, answer: unknown): string[] {
  return Object.entries(tableOf(expected)).flatMap(([use, names]) => {
    const found = listOf(tableOf(answer)[use]).map(compiler);
    return atLeast(listOf(names).map(compiler), found).map((text) => `${use}: ${text}`);
  });
}

/** Any compiler counts as `build-essential`. */
function compiler(name: string): string {
  return compilers.includes(name) ? "build-essential" : name;
}

/** The order of clauses and the space between them mean nothing. */
function clausesOf(specifier: unknown): string[] {
  return String(specifier).replaceAll(/\s/g, "").split(",");
}

function told(expected: unknown, answer: unknown): string[] {
  return [`expected ${JSON.stringify(expected)}, got ${JSON.stringify(answer) ?? "nothing"}`];
}

function named(what: string, names: readonly unknown[]): string[] {
  return names.length === 0 ? [] : [`${what} ${names.join(", ")}`];
}

function sameSet(first: readonly unknown[], second: readonly unknown[]): boolean {
  return without(first, second).length === 0 && without(second, first).length === 0;
}

function without(names: readonly unknown[], others: readonly unknown[]): unknown[] {
  return names.filter((name) => !others.includes(name));
}

function only(known: readonly string[], names: unknown): string[] {
  return listOf(names).filter((name) => known.includes(name));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function tableOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
