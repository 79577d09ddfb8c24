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
