import { closureOf } from "../../../src/lock/closure";
import { readPoetryLock } from "../../../src/lock/formats/poetry";
import { UnknownFormat } from "../../../src/lock/unknown-format";
import { normalizedName } from "../../../src/pyproject/requirements/distribution-name";
import { PythonVersion } from "../../../src/values/python-version";
import { mapFolder, poetryFacts } from "../../pyproject/facts-of";

const project = `[tool.poetry]
name = "orders"
[tool.poetry.dependencies]
python = ">=3.9"
Alpha = { version = "^1.0", extras = ["fast"] }
driver = { version = "*", optional = true }
[tool.poetry.extras]
database = ["driver"]
[tool.poetry.group.dev.dependencies]
tester = "*"
`;

function lockOf(packages: string, version: string, pyproject = project, metadata = "") {
  const text = `${packages}\n[metadata]\nlock-version = "${version}"\npython-versions = ">=3.9"\n${metadata}`;
  return readPoetryLock({ path: "poetry.lock", text, facts: poetryFacts(pyproject), folder: mapFolder({}) });
}

function entry(name: string, version: string, more = "", pythons = "*"): string {
  return `[[package]]\nname = "${name}"\nversion = "${version}"\noptional = false\npython-versions = "${pythons}"\n${more}\n`;
}

function installed(
  lock: ReturnType<typeof lockOf>,
  asked: { extras?: string[]; groups?: string[]; python?: string; machine?: "x86_64" | "aarch64" } = {},
): string[] {
  const { extras = [], groups = [], python = "3.12", machine = "x86_64" } = asked;
  const found = closureOf(lock, { extras, groups }, { python: PythonVersion.of(python), machine });
  return found.map(({ package: each }) => `${each.name} ${each.version}`).sort();
}

describe("format 2.1", () => {
  const lock = lockOf(
    [
      entry("Alpha", "1.1", 'groups = ["main"]'),
      entry("arm", "1", 'groups = ["main"]\nmarkers = "platform_machine == \'aarch64\'"'),
      entry("driver", "3", 'groups = ["main"]\nmarkers = "extra == \\"database\\""'),
      entry("tester", "8", 'groups = ["dev"]'),
      entry("both", "1", 'groups = ["main", "dev"]\nmarkers = { main = "python_version < \\"3.10\\"" }'),
    ].join(""),
    "2.1",
  );

  test.each<[string, Parameters<typeof installed>[1], string[]]>([
    ["the group main", {}, ["alpha 1.1"]],
    ["a marker", { machine: "aarch64" }, ["alpha 1.1", "arm 1"]],
    ["an extra", { extras: ["database"] }, ["alpha 1.1", "driver 3"]],
    ["a group that has no marker of its own", { groups: ["dev"] }, ["alpha 1.1", "both 1", "tester 8"]],
    ["a marker of a group", { python: "3.9" }, ["alpha 1.1", "both 1"]],
  ])("installs by %s", (_, asked, expected) => {
    expect(installed(lock, asked)).toEqual(expected);
  });
});

describe("format 2.0", () => {
  const alpha = entry(
    "alpha",
    "1.1",
    `[package.dependencies]
beta = [
  { version = "<2", markers = "python_version < \\"3.10\\"" },
  { version = ">=2", markers = "python_version >= \\"3.10\\"" },
]
speedup = { version = "*", optional = true, markers = "extra == \\"fast\\"" }
slow = { version = "*", optional = true, markers = "extra == \\"slow\\"" }
[package.extras]
fast = ["speedup (>=1)"]
slow = ["slow"]`,
  );
  const others = ["speedup", "slow", "tester"].map((name) => entry(name, "1")).join("");
  const lock = lockOf(alpha + entry("beta", "1.9") + entry("beta", "2.5") + others + entry("driver", "3"), "2.0");

  test.each<[string, Parameters<typeof installed>[1], string[]]>([
    ["what is asked for, with extras", {}, ["alpha 1.1", "beta 2.5", "speedup 1"]],
    ["the version that the marker means", { python: "3.9" }, ["alpha 1.1", "beta 1.9", "speedup 1"]],
    ["an extra", { extras: ["database"] }, ["alpha 1.1", "beta 2.5", "driver 3", "speedup 1"]],
    ["a group", { groups: ["dev"] }, ["alpha 1.1", "beta 2.5", "speedup 1", "tester 1"]],
  ])("installs %s", (_, asked, expected) => {
    expect(installed(lock, asked)).toEqual(expected);
  });

  const needsShared = (constraint: string) => `[package.dependencies]\nshared = "${constraint}"`;

  test.each([
    ["3.9", "shared 1"],
    ["3.12", "shared 2"],
  ])("takes the newest version that is made for Python %s", (python, expected) => {
    const two = entry("shared", "1", "", ">=3.8") + entry("shared", "2", "", ">=3.10");
    const made = lockOf(entry("alpha", "1.1", needsShared(">=1")) + two, "2.0");
    expect(installed(made, { python })).toContain(expected);
  });

  test("takes a version that an extra allows too, even where nobody asks for it", () => {
    const two = entry("shared", "1") + entry("shared", "2");
    const packages = entry("alpha", "1.1", needsShared(">=1")) + entry("driver", "3", needsShared("<2")) + two;
    expect(installed(lockOf(packages, "2.0"))).toEqual(["alpha 1.1", "shared 1"]);
  });
});

test("the files are told apart", () => {
  const files =
    'files = [{ file = "alpha-1.1.tar.gz", hash = "x" }, { file = "alpha-1.1-py3-none-any.whl", hash = "x" }]';
  const [alpha] = lockOf(entry("alpha", "1.1", files), "2.1").packages;
  expect([alpha.sdists, alpha.wheels]).toEqual([
    [{ name: "alpha-1.1.tar.gz" }],
    [{ name: "alpha-1.1-py3-none-any.whl" }],
  ]);
});

test("in format 1.1 each version has its own of the files that stand together", () => {
  const files =
    '[metadata.files]\nalpha = [{ file = "alpha-1.1.tar.gz", hash = "x" }, { file = "alpha-1.2.tar.gz", hash = "x" }]';
  const { packages } = lockOf(entry("alpha", "1.1") + entry("alpha", "1.2"), "1.1", project, files);
  expect(packages.map(({ sdists }) => sdists.map(({ name }) => name))).toEqual([
    ["alpha-1.1.tar.gz"],
    ["alpha-1.2.tar.gz"],
  ]);
});

test.each([
  ["legacy", "index"],
  ["git", "git"],
  ["url", "url"],
  ["file", "path"],
  ["directory", "project"],
])("a source of type %s is of kind %s", (type, kind) => {
  const source = `[package.source]\ntype = "${type}"\nurl = "place"`;
  expect(lockOf(entry("alpha", "1.1", source), "2.1").packages[0].source).toEqual({ kind, location: "place" });
});

test("it is made for the Python versions that it tells", () => {
  expect(lockOf("", "2.1").pythons?.map(String)).toEqual([">=3.9"]);
});

test("its format has the manager's name", () => {
  expect(lockOf("", "2.0").format).toBe("poetry 2.0");
});

test("a newer minor format is read, as poetry does", () => {
  expect(lockOf(entry("alpha", "1", 'groups = ["main"]'), "2.9").packages.map(({ name }) => name)).toEqual(["alpha"]);
});

test("a newer format is named", () => {
  expect(() => lockOf("", "3.0")).toThrow(UnknownFormat);
});

test.each([
  ['[[package]]\nname = "alpha"\n', /\[alpha\]: has no version; every package has a version; run poetry lock/],
  ["[[package]]\nname = 1\n", /\[a package\]: has the number 1 as name; it is text/],
  [entry("alpha", "1", 'files = ["alpha.whl"]'), /\[alpha\]: has an array as files; it is an array of tables/],
  [entry("alpha", "1", "[package.dependencies]\nbeta = 1"), /beta.*it is a version constraint/],
  [entry("alpha", "1", '[package.source]\ntype = "ftp"'), /type.*it is one of legacy, git/],
])("damage is told: %s", (packages, message) => {
  expect(() => lockOf(packages, "2.1")).toThrow(message);
});

test("names are normalised", () => {
  expect(lockOf(entry("Al_Pha", "1"), "2.1").packages[0].name).toBe(normalizedName("Al_Pha"));
});

test.each([
  ["a-1.0-py3-none-any.whl", 1, 0],
  ["zipball", 0, 1],
])("the file %s at an address", (file, wheels, sdists) => {
  const source = '[package.source]\ntype = "url"\nurl = "https://example.com/a/zipball"';
  const [found] = lockOf(entry("a", "1.0", `files = [{ file = "${file}", hash = "1" }]\n${source}`), "2.1").packages;
  expect([found.wheels.length, found.sdists.length]).toEqual([wheels, sdists]);
});
