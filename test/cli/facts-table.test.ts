import { factsJson } from "../../src/cli/facts-json";
import { factsTable } from "../../src/cli/facts-table";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { uvFacts } from "../pyproject/facts-of";

const facts = (toml: string, changed: Partial<ProjectFacts> = {}) =>
  factsJson({ ...uvFacts(`[project]\n${toml}`), ...changed }, "trixie");
const table = (toml: string, changed: Partial<ProjectFacts> = {}) => factsTable(facts(toml, changed)).split("\n");
const row = (lines: readonly string[], label: string) => lines.find((line) => line.startsWith(`${label} `));

const names = Array.from({ length: 30 }, (_, at) => `dependency-${at}`);
const long = `dependencies = ${JSON.stringify(names)}`;

test("each fact has its value and its source in columns", () => {
  const lines = table('name = "orders"\nversion = "1.0"');
  const at = lines[0].indexOf("value");
  expect([row(lines, "name")?.indexOf("orders"), row(lines, "version")?.indexOf("1.0")]).toEqual([at, at]);
  expect(row(lines, "version")?.slice(lines[0].indexOf("source"))).toBe("pyproject.toml [project].version");
});
test("no line is longer than 100 characters", () => {
  const lines = table(long, { notes: [names.join(" ")] });
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});
test("a list is wrapped below its first line, in its column", () => {
  const lines = table(long);
  const at = lines[0].indexOf("value");
  const first = lines.findIndex((line) => line.startsWith("main dependencies"));
  expect([lines[first].slice(at, at + 13), lines[first + 1].slice(0, at).trim()]).toEqual(["dependency-0,", ""]);
  expect(lines[first + 1].slice(at)).toMatch(/^dependency-\d+, /);
});
test("every dependency is there", () => {
  expect(names.filter((name) => !factsTable(facts(long)).includes(name))).toEqual([]);
});
test("a longer value keeps its line, and its source stands below", () => {
  const description = "x".repeat(90);
  const lines = table(`description = "${description}"`);
  const first = lines.findIndex((line) => line.startsWith("description "));
  expect(lines.slice(first, first + 2)).toEqual([
    expect.stringMatching(new RegExp(`^description +${description}$`)),
    expect.stringMatching(/^ +pyproject\.toml \[project\]\.description$/),
  ]);
});
test("a longer source is broken within a key", () => {
  const lines = factsTable({
    ...facts(""),
    license: "MIT",
    sources: { license: `a.toml [tool.${"x".repeat(30)}].other` },
  });
  expect(lines).toMatch(/^license +MIT +a\.toml\n +\[tool\.x+\]\.\n +other\n/m);
});
test("a text of several lines stays one", () => {
  expect(row(table('description = """one\n\ttwo"""'), "description")).toMatch(/^description +one two +pyproject/);
});

test("what is not said is a hyphen", () => {
  expect([row(table(""), "version")?.trim(), row(table(""), "extras")?.trim()]).toEqual([
    expect.stringMatching(/^version +-$/),
    expect.stringMatching(/^extras +-$/),
  ]);
});
test("truth is yes or no", () => expect(row(table(""), "installs the project")).toMatch(/ no /));
test("a missing lock file is told", () => expect(row(table(""), "lock file")).toContain("uv.lock (missing)"));
test("system packages have a line for each use", () => {
  const packages = { build: ["gcc", "libpq-dev"], runtime: ["libpq5"] };
  const text = factsTable({ ...facts(""), systemPackages: packages, systemPackagesByExtra: { ldap: packages } });
  expect(text.match(/(?:ldap, )?to (?:build|run): .*/g)).toEqual([
    "to build: gcc, libpq-dev",
    "to run: libpq5",
    "ldap, to build: gcc, libpq-dev",
    "ldap, to run: libpq5",
  ]);
});

test("notes stand at the end", () => {
  expect(table("", { notes: ["first", "second"] }).slice(-5)).toEqual(["", "Notes", "- first", "- second", ""]);
});
test("without notes there is nothing of them", () => {
  expect(table("", { notes: [] }).join("\n")).not.toContain("Notes");
});
test("there are no colour codes", () => expect(table(long).join("\n")).not.toContain("\u001b"));
test("a character that a terminal would obey is shown", () => {
  expect(row(table('description = "\\u001b[31mred"'), "description")).toContain("\\u001b[31mred");
});
