import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "pdm.backend";
const build = (lines: string) => `[tool.pdm.build]\n${lines}`;

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["all packages", { files: ["a/__init__.py", "b/__init__.py", "tests/__init__.py", "c/d.py"] }, ["a", "b"]],
    [
      "packages with test in their names",
      { files: ["a/__init__.py", "load_test/__init__.py", "test/__init__.py"] },
      ["a", "load_test", "test"],
    ],
    ["types alone", { files: ["src/a-stubs/__init__.pyi", "src/b/c.pyi"] }, ["src/a-stubs"]],
    [
      "all but what sources alone have",
      {
        tables: build('source-includes = ["extra"]'),
        files: ["a/__init__.py", "extra/__init__.py", "tests/__init__.py"],
      },
      ["a", "tests"],
    ],
    ["what is in src", { files: ["src/a/__init__.py", "b/__init__.py"] }, ["src/a"]],
    [
      "what is in package-dir",
      { tables: build('package-dir = "lib"'), files: ["lib/a/__init__.py", "src/b/__init__.py"] },
      ["lib/a"],
    ],
    [
      "modules where there are no packages",
      { files: ["main.py", "pdm_build.py", "noxfile.py", "c/d.py"] },
      ["main.py"],
    ],
    [
      "what includes names",
      { tables: build('includes = ["a/", "main.py", "data/*.json"]'), files: ["a/x.py", "main.py", "data/a.json"] },
      ["a", "main.py"],
    ],
    ["patterns", { tables: build('includes = ["a/**/*.py", "*.py"]'), files: ["a/x.py", "main.py"] }, ["a", "main.py"]],
    [
      "all of src where that is included",
      { tables: build('includes = ["src/"]'), files: ["src/a/__init__.py", "src/b/__init__.py"] },
      ["src/a", "src/b"],
    ],
    [
      "the top where src is there and includes point elsewhere",
      { tables: build('includes = ["*"]'), files: ["a/__init__.py", "src/b/__init__.py"] },
      ["a"],
    ],
    [
      "nothing that is excluded",
      { tables: build('excludes = ["b"]'), files: ["a/__init__.py", "b/__init__.py"] },
      ["a"],
    ],
    [
      "keys of older versions",
      { tables: '[tool.pdm]\nincludes = ["a"]\nbuild = "build.py"', files: ["a/x.py", "b/__init__.py"] },
      ["a"],
    ],
    ["the name where there is nothing", { files: ["my_orders/a.py"] }, ["my_orders"]],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

test.each([
  [
    { tables: build('package-dir = "lib"'), files: ["lib/a/__init__.py"] },
    "pyproject.toml [tool.pdm.build].package-dir",
  ],
  [{ tables: build('includes = ["src/a"]'), files: [] }, "pyproject.toml [tool.pdm.build].includes"],
  [{ files: ["src/a/__init__.py"] }, "pdm-backend: what is in src"],
])("%j tells its source", (parts, source) => expect(builtBy(backend, parts).packageRoots.source).toBe(source));
test("what is included need not be there yet", () => {
  expect(rootsOf(backend, { tables: build('includes = ["src/a", "b.py", "c.txt"]') })).toEqual(["src/a", "b.py"]);
});

test.each([
  ['source = "scm"', "pdm-scm", "source"],
  ['source = "file"\npath = "a.py"', "pdm:file", "source"],
  ['source = "call"\ngetter = "a:b"', "pdm:call", "source"],
  ['path = "a.py"', "pdm:file", "path"],
  ['from = "a.py"', "pdm:file", "from"],
  ["use_scm = true", "pdm-scm", "use_scm"],
])("a version with %j is found by %s", (lines, value, key) => {
  const found = versionOf(backend, { tables: `[tool.pdm.version]\n${lines}` });
  expect(found).toEqual({ value, source: `pyproject.toml [tool.pdm.version].${key}` });
});
test("a version without a table is not known", () => expect(versionOf(backend, {})).toBeUndefined());

describe("what the build reads", () => {
  const files = [
    "my_orders/__init__.py",
    "pdm_build.py",
    "hook.py",
    "setup.py",
    "about.py",
    "share/a.txt",
    "tools/v.py",
  ];
  const none = 'custom-hook = "none.py"';
  test.each<[string, string, string[]]>([
    ["its hook", "", ["pdm_build.py"]],
    ["another hook", build('custom-hook = "hook.py"'), ["hook.py"]],
    ["setup.py where setuptools is run", build(`${none}\nrun-setuptools = true`), ["setup.py"]],
    ["the file of the version", `${build(none)}\n[tool.pdm.version]\npath = "about.py"`, ["about.py"]],
    ["the module of the version", `${build(none)}\n[tool.pdm.version]\ngetter = "tools.v:find()"`, ["tools/v.py"]],
    [
      "data of wheels",
      build(`${none}\nwheel-data = { data = [{ path = "share/**/*" }, "hook.py"] }`),
      ["share", "hook.py"],
    ],
    [
      "data that is included beside the packages",
      build(`${none}\nincludes = ["my_orders", "share/**/*.txt", "**/*.md"]`),
      ["share"],
    ],
  ])("%s", (_, tables, expected) => expect(buildFilesOf(backend, { tables, files })).toEqual(expected));

  test("the script of older versions", () => {
    const tables = '[tool.pdm]\nbuild = "hook.py"';
    expect(buildFilesOf("pdm.pep517.api", { tables, files: ["my_orders/__init__.py", "hook.py"] })).toEqual([
      "hook.py",
    ]);
  });
});
