import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultIndex } from "../../../src/knowledge/default-index";
import { uvFreshness } from "../../../src/lock/freshness/uv";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

interface Fixture {
  readonly fixture: string;
  readonly files: Record<string, string>;
  readonly lock: string;
}

/** The fixture, whether the lock file fits, and the replacements in its files. */
type Vector = readonly [fixture: string, isFresh: boolean, edits: readonly [path: string, from: string, to: string][]];

const lines = readFileSync(join(__dirname, "vectors", "uv.jsonl"), "utf8")
  .trim()
  .split("\n");
const rows: (Fixture | Vector)[] = lines.map((line) => JSON.parse(line));
const vectors = rows.filter((row): row is Vector => Array.isArray(row));
const fixtures = new Map(rows.flatMap((row) => ("fixture" in row ? [[row.fixture, row] as const] : [])));

// The check reads the folder alone.
const facts = factsOf('[project]\nname = "orders"\nversion = "1"\n');

const addresses = new Map([
  ["{index}", defaultIndex],
  ["{own}", "https://packages.example.com/simple"],
  ["{files}", "https://files.example.com"],
  ["{git}", "https://git.example.com/libraries"],
]);

function filled(text: string): string {
  return [...addresses].reduce((made, [key, address]) => made.replaceAll(key, address), text);
}

function freshness(files: Record<string, string>, lock: string, path = "uv.lock") {
  const named = Object.entries(files).map(([each, text]) => [each, filled(text)]);
  const folder = mapFolder(Object.fromEntries(named));
  return uvFreshness({ path, text: filled(lock), facts, folder });
}

function answerTo([fixture, , edits]: Vector) {
  const { files = {}, lock = "" } = fixtures.get(fixture) ?? {};
  const changed = { ...files };
  for (const [path, from, to] of edits) changed[path] = changed[path].replace(from, () => to);
  return freshness(changed, lock);
}

describe("uv lock --check", () => {
  const cases = vectors.map((vector, at) => ({
    vector,
    title: `${at} ${vector[0]} ${JSON.stringify(vector[2]).slice(0, 120)}`,
  }));

  test.each(cases)("$title", ({ vector }) => {
    const [, isFresh] = vector;

    expect(answerTo(vector).isFresh ?? isFresh).toBe(isFresh);
  });

  test("most are told", () => {
    const untold = vectors.filter((vector) => answerTo(vector).isFresh === undefined);

    expect(untold.length / vectors.length).toBeLessThan(0.05);
  });
});

/** A project without dependencies. */
const project = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.10"\n';

const head = 'version = 1\nrevision = 3\nrequires-python = ">=3.10"\n';

/** The lock file of a project with these requirements on record. */
function lockOf(requirements = "", more = "", own = 'name = "orders"\nversion = "1"\nsource = { virtual = "." }') {
  return `${head}${more}\n[[package]]\n${own}\n\n[package.metadata]\nrequires-dist = [${requirements}]\n`;
}

function asking(...dependencies: string[]) {
  return { "pyproject.toml": `${project}dependencies = ${JSON.stringify(dependencies)}\n` };
}

describe("the first difference in words", () => {
  const httpx = '{ name = "httpx", specifier = ">=0.27" }';

  test.each([
    [
      "another version",
      asking("httpx>=0.28"),
      lockOf(httpx),
      "has httpx >=0.27 on record, while pyproject.toml asks for httpx >=0.28",
    ],
    [
      "one more",
      asking("httpx>=0.27", "rich"),
      lockOf(httpx),
      "does not have rich on record, which pyproject.toml asks for",
    ],
    ["one less", asking(), lockOf(httpx), "has httpx >=0.27 on record, which pyproject.toml does not ask for"],
    [
      "another project",
      { "pyproject.toml": project.replace("orders", "invoices") },
      lockOf(),
      'is the lock file of another project: it has no package "invoices"',
    ],
    [
      "another Python",
      { "pyproject.toml": project.replace("3.10", "3.12") },
      lockOf(),
      "is made for Python >=3.10, while pyproject.toml asks for >=3.12",
    ],
    [
      "another version of the project",
      { "pyproject.toml": project.replace('"1"', '"2"') },
      lockOf(),
      "has orders 1 on record, while pyproject.toml has 2",
    ],
    [
      "a group",
      { "pyproject.toml": `${project}[dependency-groups]\ndev = ["ruff"]\n` },
      lockOf(),
      "does not have ruff on record, which pyproject.toml in the group dev asks for",
    ],
    [
      "an extra",
      { "pyproject.toml": `${project}[project.optional-dependencies]\nfast = []\n` },
      lockOf(),
      "does not have the extra fast on record, which pyproject.toml has",
    ],
  ])("%s", (_, files, lock, reason) => {
    expect(freshness(files, lock)).toEqual({ isFresh: false, reason });
  });
});

describe("what may come from the computer tells nothing", () => {
  test.each([
    ["a day of its settings", asking(), lockOf("", '[options]\nexclude-newer = "2026-01-01T00:00:00Z"\n')],
    ["a way to choose versions", asking(), lockOf("", '[options]\nresolution-mode = "lowest"\n')],
    [
      "an index",
      { "pyproject.toml": `${project}[[tool.uv.index]]\nname = "own"\nurl = "{own}"\n` },
      `${lockOf()}\n[[package]]\nname = "six"\nversion = "1"\nsource = { registry = "https://mirror.example.com" }\n`,
    ],
    ["its Python", { "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n' }, lockOf()],
  ])("%s", (_, files, lock) => {
    expect(freshness(files, lock)).toEqual({});
  });
});

describe("what only a build or a newer uv would tell", () => {
  test.each([
    ["dynamic dependencies", { "pyproject.toml": `${project}dynamic = ["dependencies"]\n` }, lockOf()],
    ["tables of poetry", { "pyproject.toml": `${project}[tool.poetry]\nname = "orders"\n` }, lockOf()],
    ["two requirements that mean one", asking("six>=1", "six<2"), lockOf('{ name = "six", specifier = ">=1,<2" }')],
    [
      "a bound that the other one makes superfluous",
      asking("six>=1,>=0.5"),
      lockOf('{ name = "six", specifier = ">=1" }'),
    ],
    [
      "an archive, which may have been replaced",
      asking("six @ libs/six-1.tar.gz"),
      `${lockOf('{ name = "six", path = "libs/six-1.tar.gz" }')}\n[[package]]\nname = "six"\nsource = { path = "libs/six-1.tar.gz" }\n`,
    ],
    ["no pyproject.toml", {}, lockOf()],
    [
      "an index of other settings",
      { "pyproject.toml": `${asking("six")["pyproject.toml"]}[tool.uv.sources]\nsix = { index = "mirror" }\n` },
      lockOf('{ name = "six", index = "https://mirror.example.com" }'),
    ],
    [
      "a project of another workspace",
      { "pyproject.toml": `${asking("six")["pyproject.toml"]}[tool.uv.sources]\nsix = { workspace = true }\n` },
      lockOf('{ name = "six", editable = "six" }'),
    ],
    ["a requirement that is none", asking("six ~ 1"), lockOf()],
  ])("%s tells nothing", (_, files, lock) => {
    expect(freshness(files, lock)).toEqual({});
  });
});

describe("the lock file of a workspace, seen from a member", () => {
  const root = `${project.replace("orders", "shop")}[tool.uv.workspace]\nmembers = ["orders"]\n`;
  const members = '[manifest]\nmembers = ["orders", "shop"]\n';
  const lock = `${lockOf("", members, 'name = "orders"\nversion = "1"\nsource = { virtual = "orders" }')}
[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\n`;

  test("fits", () => {
    const files = { "../pyproject.toml": root, "pyproject.toml": project, "../orders/pyproject.toml": project };

    expect(freshness(files, lock, "../uv.lock")).toEqual({ isFresh: true });
  });

  test("is not its own where the root does not name it", () => {
    const files = { "../pyproject.toml": project.replace("orders", "shop"), "pyproject.toml": project };

    expect(freshness(files, lock, "../uv.lock")).toEqual({});
  });
});

describe("older revisions", () => {
  const older = lockOf().replace("revision = 3\n", "");

  test.each([
    ["extras", "[project.optional-dependencies]\nfast = []\n"],
    ["empty groups", "[dependency-groups]\ndev = []\n"],
    ["default groups", "[tool.uv]\ndefault-groups = []\n"],
  ])("don't record %s", (_, more) => {
    expect(freshness({ "pyproject.toml": project + more }, older)).toEqual({ isFresh: true });
  });
});

describe("the settings of groups, which the fifth revision records", () => {
  const groups = `${project}[dependency-groups]\ndev = []\ndoc = []\n\n[tool.uv]\ndefault-groups = ["Doc"]\n
[tool.uv.dependency-groups]\ndoc = { requires-python = ">=3.12" }\n`;
  const lock = (settings: string) =>
    `${lockOf().replace("revision = 3", "revision = 5").replace("\n\n[package.metadata]", `\n${settings}\n\n[package.metadata]`)}
[package.metadata.requires-dev]\ndev = []\ndoc = []\n`;

  test.each([
    ["fit", 'default-groups = ["doc"]\ngroup-requires-python = { doc = ">=3.12" }', true],
    ["differ in the default ones", 'group-requires-python = { doc = ">=3.12" }', false],
    ["differ in Python", 'default-groups = ["doc"]\ngroup-requires-python = { doc = ">=3.11" }', false],
  ])("%s", (_, settings, isFresh) => {
    expect(freshness({ "pyproject.toml": groups }, lock(settings)).isFresh).toBe(isFresh);
  });
});

test("what holds on no platform does not count", () => {
  const files = asking(
    "six; sys_platform == 'linux' or os_name == 'java' or (os_name == 'nt' and sys_platform == 'darwin')",
  );
  const lock = lockOf(`{ name = "six", marker = "sys_platform == 'linux' or os_name == 'java'" }`);

  expect(freshness(files, lock)).toEqual({ isFresh: true });
});

test("the user and the password in an address don't count", () => {
  const files = asking("six @ https://me:secret@files.example.com/six-1.tar.gz");

  expect(freshness(files, lockOf('{ name = "six", url = "https://files.example.com/six-1.tar.gz" }'))).toEqual({
    isFresh: true,
  });
});
