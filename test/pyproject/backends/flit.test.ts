import type { Fact } from "../../../src/pyproject/fact";
import type { Extra, ProjectFacts } from "../../../src/pyproject/facts";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { factsOf } from "../facts-of";
import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "flit_core.buildapi";
const named = (module: string) => `[tool.flit.module]\nname = "${module}"`;

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["the name of the project", { files: ["my_orders/__init__.py", "other/__init__.py"] }, ["my_orders"]],
    ["a package in src", { files: ["src/my_orders/a.py"] }, ["src/my_orders"]],
    ["a module", { tables: named("orders"), files: ["orders.py"] }, ["orders.py"]],
    ["a module in src", { tables: named("orders"), files: ["src/orders.py"] }, ["src/orders.py"]],
    ["a namespace", { tables: named("company.orders"), files: ["src/company/orders/__init__.py"] }, ["src/company"]],
    ["a module in a namespace", { tables: named("company.orders"), files: ["company/orders.py"] }, ["company"]],
    ["a module that is not there yet", { tables: named("orders"), files: ["other/__init__.py"] }, ["orders"]],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

test.each([
  [{ tables: named("orders"), files: ["orders.py"] }, "pyproject.toml [tool.flit.module].name"],
  [{ files: ["my_orders/__init__.py"] }, "the name of the project, found at my_orders"],
])("%j tells its source", (parts, source) => expect(builtBy(backend, parts).packageRoots.source).toBe(source));
test("an older table names the module too", () => {
  const parts = { tables: '[tool.flit.metadata]\nmodule = "orders"', files: ["orders.py", "other.py"] };
  expect(rootsOf(backend, parts)).toEqual(["orders.py"]);
});

describe("the older table without [project]", () => {
  const facts = (more: string) =>
    factsOf(
      `[build-system]\nrequires = ["flit_core >=2"]\nbuild-backend = "${backend}"\n[tool.flit.metadata]\nmodule = "orders"\n${more}`,
      { "orders/__init__.py": '"""Takes orders."""' },
      { packageManager: PackageManager.PIP },
    );
  const names = (extra: Fact<Extra>) => [extra.value.name, extra.value.requirements.map(({ name }) => name)];

  test.each<[string, string, (facts: ProjectFacts) => unknown, unknown]>([
    ["the name of the module", "", ({ name }) => name?.value.written, "orders"],
    ["another name", 'dist-name = "my-orders"', ({ name }) => name?.value.written, "my-orders"],
    ["the description", "", ({ description }) => description?.value, "Takes orders."],
    ["the version", "", ({ dynamicVersion }) => dynamicVersion?.value, "flit:__version__"],
    ["Python", 'requires-python = ">=3.9"', ({ requiresPython }) => requiresPython?.value, ">=3.9"],
    [
      "dependencies",
      'requires = ["attrs"]',
      ({ dependencies }) => dependencies.map(({ value }) => value.name),
      ["attrs"],
    ],
    ["the readme", 'description-file = "a.rst"', ({ readmeFiles }) => readmeFiles.map(({ value }) => value), ["a.rst"]],
    ["the license", 'license = "MIT"', ({ license }) => license?.value, "MIT"],
    [
      "the home page",
      'home-page = "https://a.example.com"',
      ({ homepage }) => homepage?.value,
      "https://a.example.com",
    ],
    [
      "scripts",
      '[tool.flit.scripts]\ntake = "orders:take"',
      ({ consoleScripts }) => consoleScripts.map(({ value }) => value),
      [{ name: "take", target: "orders:take" }],
    ],
    [
      "extras",
      'dev-requires = ["pytest"]\n[tool.flit.metadata.requires-extra]\nweb = ["flask"]',
      ({ extras }) => extras.map(names),
      [
        ["web", ["flask"]],
        ["dev", ["pytest"]],
      ],
    ],
  ])("tells %s", (_, lines, of, expected) => expect(of(facts(lines))).toEqual(expected));
  test("tells nothing beside [project]", () =>
    expect(facts('requires = ["attrs"]\n[project]\nname = "orders"\nversion = "1"').dependencies).toEqual([]));
});

test.each<[string, BuiltProject, string, string]>([
  [backend, { files: ["my_orders/__init__.py"] }, "flit:__version__", "my_orders/__init__.py"],
  [backend, { files: ["my_orders.py"] }, "flit:__version__", "my_orders.py"],
  [backend, { tables: named("orders") }, "flit:__version__", "pyproject.toml [tool.flit.module].name"],
  ["flit_scm:buildapi", {}, "flit-scm", "pyproject.toml [build-system].build-backend"],
])("the version of %s with %j is found by %s", (name, parts, value, source) => {
  expect(versionOf(name, parts)).toEqual({ value, source });
});

describe("the description", () => {
  const description = (source: string, field = "description") =>
    builtBy(backend, {
      project: `version = "1"\ndynamic = ["${field}"]`,
      files: { "my_orders/__init__.py": source },
    }).description;

  test("is the first line of the docstring", () => {
    expect(description('# a\n"""\nTakes orders.\n\nMore.\n"""\nimport os')).toEqual({
      value: "Takes orders.",
      source: "my_orders/__init__.py",
    });
  });
  test.each(["", "import os\n'''no docstring'''", '""""""', "x = 'a'"])("is missing with %j", (source) => {
    expect(description(source)).toBeUndefined();
  });
  test("is not asked for where it is not dynamic", () => {
    expect(description('"""Takes orders."""', "urls")).toBeUndefined();
  });
});

test("external data is read", () => {
  const tables = '[tool.flit.external-data]\ndirectory = "data"';
  expect(buildFilesOf(backend, { tables, files: ["data/share/a.txt", "my_orders.py"] })).toEqual(["data"]);
});
