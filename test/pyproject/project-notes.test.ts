import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf, poetryFacts, uvFacts } from "./facts-of";

const build = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const today = new Date("2026-11-01");

/** The notes on a project that hatchling builds and uv manages. */
function notesOn(project: string, files: Record<string, string> = {}): readonly string[] {
  return uvFacts(`${build}[project]\nname = "orders"\nversion = "1"\n${project}`, files, { today }).notes;
}

const program = {
  "src/orders/__init__.py": "from orders.cli import main",
  "src/orders/cli.py": "def main(): ...",
  "src/orders/web/app.py": "def main(): ...",
};

describe("files that are named", () => {
  test("a readme that does not exist is told", () =>
    expect(notesOn('readme = "README.md"')).toEqual([
      "pyproject.toml [project].readme names README.md, which does not exist: the build will stop there; add the file or mend the key",
    ]));
  test("a readme that exists is not", () => expect(notesOn('readme = "README.md"', { "README.md": "" })).toEqual([]));
  test.each([
    [".gitmodules", "vendor/json"],
    ["../../.gitmodules", "services/orders/vendor/json"],
  ])("a file in a submodule of %s can be fetched", (path, submodule) => {
    const files = { [path]: `[submodule "json"]\n\tpath = ${submodule}\n\turl = https://example.com/json.git` };
    expect(notesOn('license-files = ["vendor/json/LICENSE"]', files)[0]).toContain("git submodule update --init");
  });
  test("a readme that is a folder is told", () =>
    expect(notesOn('readme = "docs"', { "docs/a.md": "" })).toEqual([
      expect.stringContaining("docs, which is no file"),
    ]));
  test("a readme is no pattern", () =>
    expect(notesOn('readme = "READ[ME].md"')).toEqual([expect.stringContaining("READ[ME].md, which does not exist")]));
  test("a pattern of license files may match nothing", () =>
    expect(notesOn('license-files = ["LICEN[CS]E*"]')).toEqual([]));
  test("hatchling goes on without a license file", () =>
    expect(notesOn('license-files = ["LICENSE.md"]')).toEqual([
      "pyproject.toml [project].license-files names LICENSE.md, which does not exist: hatchling leaves it out; add the file or mend the key",
    ]));
  test("setuptools goes on without the readme", () => {
    const toml =
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "orders"\nversion = "1"\nreadme = "README.md"';
    expect(uvFacts(toml, {}, { today }).notes[0]).toContain("setuptools leaves it out");
  });
});

describe("dependencies in groups alone", () => {
  const groups = '[dependency-groups]\nmain = ["flask"]\ndev = ["pytest"]\n';
  const notes = (toml: string, options = {}) => factsOf(toml, {}, { today, ...options }).notes;
  test("are told, since production installs none of them", () =>
    expect(notes(groups)).toEqual([expect.stringContaining('productionGroups: ["main"]')]));
  test.each<[string, string, object]>([
    ["one is for production", groups, { productionGroups: ["main"] }],
    ["the project has dependencies", `[project]\nname = "a"\nversion = "1"\ndependencies = ["flask"]\n${groups}`, {}],
    ["they are for development", '[dependency-groups]\ndev = ["pytest"]\n', {}],
  ])("are not where %s", (_where, toml, options) => expect(notes(toml, options)).toEqual([]));
});

describe("the version", () => {
  const notes = (project: string) => uvFacts(`${build}[project]\nname = "orders"\n${project}`, {}, { today }).notes;
  test("a project that says nothing of it is told", () =>
    expect(notes("")).toEqual([
      "pyproject.toml [project] has no version, and its dynamic does not name it: the build will stop there; add one of them",
    ]));
  test.each(["version = '1'", "dynamic = ['version']"])("one with %s is not", (line) =>
    expect(notes(line)).toEqual([]),
  );
  test("nor is one that is not built", () => expect(notes("[tool.uv]\npackage = false")).toEqual([]));
});

describe("scripts", () => {
  test.each(["orders.cli:main", "orders:main", "orders.web.app:main", "orders.web:main", "orders.cli:main [web]"])(
    "%s is a module of the project",
    (target) => expect(notesOn(`[project.scripts]\norders = "${target}"`, program)).toEqual([]),
  );
  test.each(["not a target!", "", "orders"])("%j is no reference", (target) =>
    expect(notesOn(`[project.scripts]\norders = "${target}"`, program)).toEqual([
      expect.stringContaining(`runs "${target}", which is no reference to a function`),
    ]),
  );
  test("a file that is not there is told", () => {
    const toml =
      '[tool.poetry]\nname = "orders"\nversion = "1"\n[tool.poetry.scripts]\nrun = { reference = "bin/run.sh", type = "file" }';
    expect(poetryFacts(toml, program, { today }).notes).toContainEqual(
      expect.stringContaining('runs "bin/run.sh", which does not exist'),
    );
  });
  test.each([
    ["def main(): ...", ["no nomain in src/orders/cli.py"]],
    ["from orders.all import nomain", []],
    ["from orders.all import *", []],
  ])("the function is looked for in %j", (text, found) => {
    const files = { ...program, "src/orders/cli.py": text };
    const notes = notesOn('[project.scripts]\norders = "orders.cli:nomain"', files);
    expect(notes).toEqual(found.map((part) => expect.stringContaining(part)));
  });
  test("a module that is not there is told", () =>
    expect(notesOn('[project.scripts]\norders = "orders.main:run"', program)).toEqual([
      "pyproject.toml [project.scripts].orders (orders) runs orders.main:run, and there is no module orders.main in src/orders; mend the script",
    ]));
  test("a package that is not built is told", () =>
    expect(notesOn('[project.scripts]\norders = "shop.cli:run"', program)[0]).toContain(
      "no package shop is among those that are built (src/orders)",
    ));
  test("a package that a dependency brings by its name is not missed", () =>
    expect(notesOn('dependencies = ["my-shop"]\n[project.scripts]\norders = "my_shop.cli:run"', program)).toEqual([]));
  test.each([
    ["company.orders.cli:main", 0],
    ["company.orders:main", 0],
    ["company.orders.web:main", 1],
    ["company.cli:main", 1],
  ])("of a package within a namespace %s is told %d times", (target, times) => {
    const toml = `[build-system]\nrequires = []\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "orders"\npackages = [{ include = "company/orders", from = "src" }]\n[tool.poetry.scripts]\norders = "${target}"`;
    const files = { "src/company/orders/__init__.py": "", "src/company/orders/cli.py": "" };
    expect(poetryFacts(toml, files, { today }).notes).toHaveLength(times);
  });
  test("a compiled module beside no Python files is not missed", () =>
    expect(
      notesOn('[project.scripts]\norders = "orders.native.core:run"', { ...program, "src/orders/native/core.c": "" }),
    ).toEqual([]));
  test("nothing is told before the first file is there", () =>
    expect(notesOn('[project.scripts]\norders = "orders.cli:main"')).toEqual([]));
});

test("commands of a project that is not installed are told", () => {
  const toml =
    '[project]\nname = "orders"\nversion = "1"\nscripts.orders = "orders:main"\ngui-scripts.desk = "orders:desk"';
  expect(uvFacts(toml, {}, { today }).notes).toEqual([
    expect.stringMatching(/^pyproject.toml \[project.scripts\].orders: there will be no command orders, desk, since/),
  ]);
});

describe("markers", () => {
  const excluded = "dependencies = [\"fastapi; python_version == '3.12'\", \"uvicorn; python_version == '3.12'\"]";
  test("dependencies that all exclude the chosen Python are told", () =>
    expect(notesOn(excluded)).toEqual([
      "pyproject.toml [project].dependencies: the markers of all 2 dependencies exclude Python 3.13 (such as python_version == '3.12'), so that nothing is installed; choose another Python with pythonVersion, or mend the markers",
    ]));
  test("the only dependency is told as such", () =>
    expect(notesOn("dependencies = [\"fastapi; python_version == '3.12'\"]")).toEqual([
      expect.stringContaining("the marker of the only dependency excludes Python 3.13 (such as"),
    ]));
  test.each([
    "tomli; python_version < '3.11'",
    "tomli; python_full_version <= '3.11.0a6' and os_name == 'posix'",
    "audioop-lts; python_version >= '3.14'",
    "pywin32; sys_platform == 'win32'",
  ])("%s is meant so", (requirement) => expect(notesOn(`dependencies = ["${requirement}"]`)).toEqual([]));
  test("a requirements file with one release's bounds is told", () => {
    const files = { "requirements.txt": "flask==3 ; python_version >= '3.11' and python_version < '3.12'" };
    const { notes } = factsOf("", files, { packageManager: PackageManager.PIP, today });
    expect(notes).toEqual([expect.stringMatching(/^requirements.txt: the marker of the only dependency excludes/)]);
  });
  test.each(['python_version < "3.12"', '"3.12" > python_version'])(
    "as is one of which every line has %s",
    (marker) => {
      const files = { "requirements.txt": `flask==3 ; ${marker}\nclick==8 ; ${marker}` };
      const { notes } = factsOf("", files, { packageManager: PackageManager.PIP, today });
      expect(notes).toEqual([expect.stringMatching(/^requirements.txt: the markers of all 2 dependencies exclude/)]);
    },
  );
  test("as is a list of pinned versions beside the project", () => {
    const toml = `[build-system]\nrequires = []\n[project]\nname = "orders"\nversion = "1"\ndependencies = ["flask"]`;
    const files = { "requirements.txt": "flask==3 ; python_version < '3.12'" };
    const { notes } = factsOf(toml, files, { packageManager: PackageManager.PIP, today });
    expect(notes).toContainEqual(
      expect.stringMatching(/^requirements.txt: the marker of the only dependency excludes/),
    );
  });
  test("one that holds is enough", () =>
    expect(notesOn('dependencies = ["fastapi; python_version == \'3.12\'", "uvicorn"]')).toEqual([]));
});

test.each([
  [
    '[[tool.uv.index]]\nname = "acme"\nurl = "https://me:secret@acme.example/simple"',
    [/\[tool\.uv\]\.index: .*index acme holds/],
  ],
  ['[[tool.uv.index]]\nname = "acme"\nurl = "https://acme.example/simple"', []],
])("a password in the address of an index is told: %j", (lines, patterns) => {
  const found = notesOn(lines).filter((note) => note.includes("password"));
  expect(found).toEqual(patterns.map((pattern) => expect.stringMatching(pattern)));
});
