import { buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const local = { requires: ["setuptools"], system: 'backend-path = ["build_tools"]' };

test("a backend in the project is taken for the one that it requires", () => {
  expect(versionOf("own", { ...local, tables: "[tool.setuptools_scm]" })?.value).toBe("setuptools-scm");
});
test("setuptools is often required beside the backend that is wrapped", () => {
  const parts = { requires: ["setuptools", "hatchling"], tables: "[tool.hatch.build]\npackages = ['app']" };
  expect(rootsOf("own", parts)).toEqual(["app"]);
});
test.each([
  [
    "poetry-core",
    "[tool.poetry.requires-plugins]\npoetry-dynamic-versioning = '*'\n[tool.poetry-dynamic-versioning]\nenable = true",
    "poetry-dynamic-versioning",
  ],
  ["pdm-backend", '[tool.pdm.version]\nsource = "scm"', "pdm-scm"],
  ["flit_core", "", "flit:__version__"],
  ["maturin", "", "maturin:Cargo.toml"],
  ["scikit-build-core", '[tool.scikit-build]\nmetadata.version.provider = "a"', "scikit-build-core:a"],
  ["meson-python", "", "meson:meson.build"],
])("a backend in the project can wrap %s", (distribution, tables, version) => {
  expect(versionOf("own", { requires: [distribution], tables })?.value).toBe(version);
});
test("a backend that is not known has no methods of its own", () => {
  expect(versionOf("whey", { tables: "[tool.setuptools_scm]" })).toBeUndefined();
});

describe("the files of a backend in the project", () => {
  test.each([
    ["build_tools", ["build_tools/own.py"], ["build_tools"]],
    [".", ["own.py", "tox.ini"], ["own.py"]],
    [".", ["own/backend.py", "tox.ini"], ["own"]],
    ["src", ["src/own.py", "src/my_orders/__init__.py"], ["src/own.py"]],
    ["src", ["src/my_orders/__init__.py", "src/my_orders/own.py"], []],
  ])("with backend-path %j and %j are %j", (path, files, expected) => {
    const all = files.some((file) => file.includes("my_orders")) ? files : [...files, "my_orders/__init__.py"];
    expect(buildFilesOf("own", { system: `backend-path = ["${path}"]`, files: all })).toEqual(expected);
  });
  test("have what they read with them", () => {
    const files = {
      "tools/own/hooks.py": "from ._base import build\nfrom . import more",
      "tools/own/_base.py": "open('data/a.txt')",
      "tools/own/more.py": "import shared",
      "shared.py": "",
      "data/a.txt": "",
      "my_orders/__init__.py": "",
    };
    expect(buildFilesOf("own.hooks", { system: 'backend-path = ["tools"]', files })).toEqual([
      "tools",
      "data/a.txt",
      "shared.py",
    ]);
  });
});

test("a file in a folder that is read is not told", () => {
  const tables = '[tool.hatch.build]\npackages = ["app"]\nforce-include = { "data/a.json" = "a", "data" = "b" }';
  expect(buildFilesOf("hatchling.build", { tables, files: ["data/a.json"] })).toEqual(["data"]);
});

test("a backend in the project is told by the key of its path", () => {
  const { buildFiles } = builtBy("own", {
    system: 'backend-path = ["tools"]',
    files: ["tools/own.py", "my_orders.py"],
  });
  expect(buildFiles).toEqual([{ value: "tools", source: "pyproject.toml [build-system].backend-path" }]);
});
test("what other places look after is not told", () => {
  const tables =
    '[tool.hatch.build]\npackages = ["app"]\nforce-include = { "pyproject.toml" = "a", ".git/HEAD" = "b" }';
  expect(buildFilesOf("hatchling.build", { tables, files: ["pyproject.toml", ".git/HEAD"] })).toEqual([]);
});
