import { readFileSync } from "node:fs";
import { join } from "node:path";
import { poetryFreshness } from "../../../src/lock/freshness/poetry";
import { pythonJson } from "../../../src/lock/freshness/python-json";
import { parseTomlWithIntegers } from "../../../src/pyproject/files/parse-toml";
import { mapFolder, poetryFacts } from "../../pyproject/facts-of";

interface Recorded {
  readonly project: string;
  readonly pyproject: string;
  readonly lock: string;
  readonly cases: readonly { readonly edits: readonly [string, string][]; readonly fresh: boolean }[];
}

const recorded: readonly Recorded[] = JSON.parse(readFileSync(join(__dirname, "vectors/poetry.json"), "utf8"));
const facts = poetryFacts('[tool.poetry]\nname = "orders"\n');

function freshnessOf(pyproject: string, lock: string) {
  return poetryFreshness({
    path: "poetry.lock",
    text: lock,
    facts,
    folder: mapFolder({ "pyproject.toml": pyproject }),
  });
}

function edited(text: string, edits: readonly [string, string][]): string {
  return edits.reduce((all, [old, made]) => (old === "" ? all + made : all.replace(old, () => made)), text);
}

const cases = recorded.flatMap(({ project, pyproject, lock, cases }) =>
  cases.map(({ edits, fresh }) => ({ project, edits, fresh, lock, text: edited(pyproject, edits) })),
);

test.each(cases)("$project after $edits: is it fresh? $fresh", ({ text, lock, fresh }) => {
  expect(freshnessOf(text, lock).isFresh).toBe(fresh);
});

test("there are a hundred edits and more", () => {
  expect(cases.filter(({ edits }) => edits.length > 0).length).toBeGreaterThanOrEqual(100);
});

const classic = '[tool.poetry.dependencies]\npython = "^3.9"\n';

test("a stale lock file is told from what it was made for", () => {
  const lock = `[metadata]\nlock-version = "2.1"\ncontent-hash = "${"0".repeat(64)}"\n`;
  expect(freshnessOf(classic, lock)).toEqual({
    isFresh: false,
    reason: "was made for other dependencies than those in pyproject.toml",
  });
});

test("a lock file without a hash is stale", () => {
  expect(freshnessOf(classic, '[metadata]\nlock-version = "2.1"\n').isFresh).toBe(false);
});

test("of what poetry can't hash nothing is told", () => {
  const lock = '[metadata]\nlock-version = "2.1"\ncontent-hash = "0"\n';
  expect(freshnessOf(`${classic}six = { version = "*", since = 2024-01-01 }\n`, lock)).toEqual({});
});

// Each as Python 3.11 writes it.
test.each([
  ["1", "1"],
  ["1.0", "1.0"],
  ["-0.0", "-0.0"],
  ["0.0001", "0.0001"],
  ["0.00001", "1e-05"],
  ["1e15", "1000000000000000.0"],
  ["1e16", "1e+16"],
  ["1.5e300", "1.5e+300"],
  ["inf", "Infinity"],
  ["nan", "NaN"],
  ["12345678901234567", "12345678901234567"],
  ["true", "true"],
  ['"é\\u007f/\\t\\u0001"', '"\\u00e9\\u007f/\\t\\u0001"'],
  ['"\\U0001F600"', '"\\ud83d\\ude00"'],
  ["[1, []]", "[1, []]"],
  ["{ b = 1, a = {} }", '{"a": {}, "b": 1}'],
  ['{ "\\U0001F600" = 1, "\\uFF5E" = 2 }', '{"\\uff5e": 2, "\\ud83d\\ude00": 1}'],
])("%s in TOML is %s in Python's JSON", (toml, json) => {
  expect(pythonJson(parseTomlWithIntegers(`key = ${toml}`, "pyproject.toml").value("key"))).toBe(json);
});
