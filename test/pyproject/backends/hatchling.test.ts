import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "hatchling.build";
const wheel = (lines: string) => `[tool.hatch.build.targets.wheel]\n${lines}`;

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["only-include before packages", { tables: wheel('only-include = ["a"]\npackages = ["b"]') }, ["a"]],
    [
      "the key of wheels before that of all targets",
      { tables: `[tool.hatch.build]\npackages = ["a"]\n${wheel('packages = ["b"]')}` },
      ["b"],
    ],
    [
      "what is in a folder of sources",
      {
        tables: wheel('only-include = ["src"]\nsources = ["src"]'),
        files: ["src/a/__init__.py", "src/b/__init__.py", "src/c.py", "src/d.pyi"],
      },
      ["src/a", "src/b", "src/c.py"],
    ],
    [
      "what is in a folder of sources that is renamed to nothing",
      { tables: wheel('only-include = ["lib"]\nsources = { "lib" = "" }'), files: ["lib/a/__init__.py"] },
      ["lib/a"],
    ],
    [
      "a folder of sources that gets another name",
      { tables: wheel('only-include = ["lib"]\nsources = { "lib" = "orders" }'), files: ["lib/a/__init__.py"] },
      ["lib"],
    ],
    [
      "the folders of patterns",
      {
        tables: wheel('include = ["/app/**/*.py", "main.py", "static/**", "README.md", "*.json", "!app/x"]'),
        files: ["app/a.py", "main.py", "static/a.css", "README.md"],
      },
      ["app", "main.py"],
    ],
    [
      "everything of a pattern for all Python files",
      { tables: wheel('include = ["*.py"]'), files: ["app/__init__.py", "main.py", "setup.py"] },
      ["app", "main.py"],
    ],
    ["a pattern of what is not there yet", { tables: wheel('include = ["app"]') }, ["app"]],
    ["a package in src", { files: ["src/my_orders/__init__.py", "other/__init__.py"] }, ["src/my_orders"]],
    ["a module", { files: ["my_orders.py", "other/__init__.py"] }, ["my_orders.py"]],
    ["a package in a namespace", { files: ["company/my_orders/__init__.py", "other/__init__.py"] }, ["company"]],
    [
      "modules that are forced in",
      { tables: wheel('force-include = { "lib/a.py" = "a.py" }'), files: ["lib/a.py", "x-y/b.txt"] },
      ["lib/a.py"],
    ],
    [
      "what is forced in where there is nothing else",
      { tables: wheel('force-include = { "code" = "orders", "data" = "data" }'), files: ["code/a.py", "data/a.json"] },
      ["code"],
    ],
    [
      "the folders for development where there is nothing else",
      { tables: '[tool.hatch.build]\ndev-mode-dirs = ["lib"]', files: ["lib/a/__init__.py"] },
      ["lib/a"],
    ],
    ["hatch.toml", { files: { "hatch.toml": '[build.targets.wheel]\npackages = ["a"]' } }, ["a"]],
    [
      "a top-level table of hatch.toml in place of the one of pyproject.toml",
      {
        tables: '[tool.hatch.build]\npackages = ["a"]',
        files: { "hatch.toml": "[build]\n", "my_orders/__init__.py": "" },
      },
      ["my_orders"],
    ],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

test.each([
  [{ tables: wheel('force-include = { "lib/a.py" = "a.py" }'), files: ["lib/a.py"] }, "force-include"],
  [{ tables: wheel('include = ["app"]') }, "include"],
])("%j tells its key", (parts, key) => {
  const { packageRoots } = builtBy(backend, parts);
  expect(packageRoots.source).toBe(`pyproject.toml [tool.hatch.build.targets.wheel].${key}`);
});

describe("the version", () => {
  test.each<[BuiltProject, string, string]>([
    [{ tables: '[tool.hatch.version]\npath = "a.py"' }, "hatch:file", "pyproject.toml [tool.hatch.version].path"],
    [{ tables: '[tool.hatch.version]\nsource = "regex"' }, "hatch:file", "pyproject.toml [tool.hatch.version].source"],
    [{ tables: '[tool.hatch.version]\nsource = "code"' }, "hatch:code", "pyproject.toml [tool.hatch.version].source"],
    [{ tables: '[tool.hatch.version]\nsource = "env"' }, "hatch:env", "pyproject.toml [tool.hatch.version].source"],
    [{ tables: '[tool.hatch.version]\nsource = "vcs"' }, "hatch-vcs", "pyproject.toml [tool.hatch.version].source"],
    [
      { tables: '[tool.hatch.version]\nsource = "uv-dynamic-versioning"' },
      "uv-dynamic-versioning",
      "pyproject.toml [tool.hatch.version].source",
    ],
    [
      { tables: '[tool.hatch.version]\nsource = "nodejs"' },
      "hatch-nodejs-version",
      "pyproject.toml [tool.hatch.version].source",
    ],
    [
      { tables: '[tool.hatch.version]\nsource = "regex_commit"' },
      "hatch-regex-commit",
      "pyproject.toml [tool.hatch.version].source",
    ],
    [{ files: { "hatch.toml": '[version]\nsource = "vcs"' } }, "hatch-vcs", "hatch.toml [version].source"],
  ])("of %j is found by %s", (parts, value, source) => {
    expect(versionOf(backend, parts)).toEqual({ value, source });
  });
  test("is not known without a table", () => expect(versionOf(backend, {})).toBeUndefined());
});

describe("metadata of hooks", () => {
  const dynamic = (field: string, tables: string, files: Record<string, string> = {}) =>
    builtBy(backend, { project: `version = "1"\ndynamic = ["${field}"]`, tables, files });
  const hook = (name: string, lines: string) => `[tool.hatch.metadata.hooks.${name}]\n${lines}`;

  test("the readme is made of files", () => {
    const fragments = 'fragments = [{ path = "README.md" }, { text = "more" }, { path = "CHANGES.md" }]';
    expect(dynamic("readme", hook("fancy-pypi-readme", fragments)).readmeFiles).toEqual([
      { value: "README.md", source: "pyproject.toml [tool.hatch.metadata.hooks.fancy-pypi-readme.fragments[0]].path" },
      { value: "CHANGES.md", source: "pyproject.toml [tool.hatch.metadata.hooks.fancy-pypi-readme.fragments[2]].path" },
    ]);
  });
  test("the readme is as it is given where it is not dynamic", () => {
    const fragments = hook("fancy-pypi-readme", 'fragments = [{ path = "CHANGES.md" }]');
    const facts = builtBy(backend, {
      project: 'version = "1"\nreadme = "README.md"\ndynamic = ["urls"]',
      tables: fragments,
    });
    expect(facts.readmeFiles.map(({ value }) => value)).toEqual(["README.md"]);
  });

  const requirements = { "a.txt": "# all\nflask>=3  # web\n-r b.txt\n\nceler\\\ny==5 --hash=sha256:0\n", "b.txt": "b" };
  test("dependencies are in files", () => {
    const { dependencies } = dynamic("dependencies", hook("requirements_txt", 'files = ["a.txt"]'), requirements);
    expect(dependencies.map(({ value, source }) => [value.name, value.specifier, source])).toEqual([
      ["flask", ">=3", "a.txt:2"],
      ["celery", "==5", "a.txt:5"],
    ]);
  });
  test.each([
    ['filename = "a.txt"', "a.txt"],
    ["", "requirements.txt"],
  ])("the hook with %j reads %s", (lines, file) => {
    const facts = dynamic("dependencies", hook("requirements_txt", lines), { [file]: "flask" });
    expect(facts.dependencies.map(({ source }) => source)).toEqual([`${file}:1`]);
  });
  test("extras are in files", () => {
    const tables = hook("requirements_txt", 'optional-dependencies.web = ["a.txt", "b.txt"]');
    const [{ value, source }] = dynamic("optional-dependencies", tables, requirements).extras;
    expect([value.name, value.requirements.map(({ name }) => name), source]).toEqual([
      "web",
      ["flask", "celery", "b"],
      "pyproject.toml [tool.hatch.metadata.hooks.requirements_txt.optional-dependencies].web",
    ]);
  });
  test("dependencies can be templates of their versions", () => {
    const lines = 'dependencies = ["a[x]=={{ version }}", "b>=1,<{{ major }}.0", "{{ env.C }}"]';
    const { dependencies } = dynamic("dependencies", hook("uv-dynamic-versioning", lines));
    expect(dependencies.map(({ value }) => [value.name, value.specifier])).toEqual([
      ["a", ""],
      ["b", ">=1"],
    ]);
  });
  test("extras can be templates", () => {
    const lines = 'optional-dependencies = { web = ["a=={{ version }}"] }';
    const { extras } = dynamic("optional-dependencies", hook("uv-dynamic-versioning", lines));
    expect(extras.map(({ value }) => [value.name, value.requirements[0].name])).toEqual([["web", "a"]]);
  });
});

describe("what the build reads", () => {
  const everything = [
    "hatch_build.py",
    "build/hook.py",
    "VERSION",
    "package.json",
    "data/a.json",
    "a.txt",
    "hatch.toml",
  ];
  const files = [...everything, "my_orders/__init__.py"].filter((path) => path !== "hatch.toml");
  test.each<[string, BuiltProject, string[]]>([
    ["hatch.toml", { files: ["hatch.toml"] }, ["hatch.toml"]],
    ["nothing that no table names", { files }, []],
    ["its build script", { tables: "[tool.hatch.build.hooks.custom]", files }, ["hatch_build.py"]],
    ["a script for wheels", { tables: wheel('hooks.custom = { path = "build/hook.py" }'), files }, ["build/hook.py"]],
    ["no script that is off", { tables: "[tool.hatch.build.hooks.custom]\nenable-by-default = false", files }, []],
    [
      "what CMake builds by a hook",
      { tables: wheel("hooks.scikit-build = { cmake.source-dir = 'native' }"), files: ["native/CMakeLists.txt"] },
      ["native/CMakeLists.txt"],
    ],
    [
      "nothing where CMake is off",
      { tables: wheel("hooks.scikit-build = { wheel.cmake = false }"), files: ["CMakeLists.txt"] },
      [],
    ],
    [
      "a function of the project that builds assets",
      { tables: wheel("hooks.jupyter-builder = { build-function = 'build.hook.run' }"), files },
      ["build/hook.py"],
    ],
    [
      "nothing for such a function of a dependency",
      { tables: wheel("hooks.jupyter-builder = { build-function = 'builder.npm' }"), files },
      [],
    ],
    ["a script for metadata", { tables: "[tool.hatch.metadata.hooks.custom]", files }, ["hatch_build.py"]],
    [
      "what is included beside the packages",
      { tables: wheel('include = ["/my_orders", "data/**/*.json", "!a.txt"]'), files },
      ["data"],
    ],
    [
      "what is forced in",
      { tables: wheel('force-include = { "data/a.json" = "my_orders/a.json" }'), files },
      ["data/a.json"],
    ],
    ["shared data", { tables: wheel('shared-data = { "data" = "share" }'), files }, ["data"]],
    [
      "the file of the version",
      { project: 'dynamic = ["version"]', tables: '[tool.hatch.version]\npath = "VERSION"', files },
      ["VERSION"],
    ],
    [
      "no file of the version within the packages",
      { project: 'dynamic = ["version"]', tables: '[tool.hatch.version]\npath = "my_orders/__init__.py"', files },
      [],
    ],
    [
      "package.json",
      { project: 'dynamic = ["version"]', tables: '[tool.hatch.version]\nsource = "nodejs"', files },
      ["package.json"],
    ],
    [
      "requirements files",
      {
        project: 'version = "1"\ndynamic = ["dependencies"]',
        tables: '[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["a.txt"]',
        files,
      },
      ["a.txt"],
    ],
  ])("%s", (_, parts, expected) => expect(buildFilesOf(backend, parts)).toEqual(expected));
});

describe("hooks of the project itself", () => {
  const own = ["my_orders/__init__.py", "requirements/base.txt", "core/hatch.py", "core/main.go", "tools/__init__.py"];
  const filesWith = (script: string) => ({
    ...Object.fromEntries(own.map((path) => [path, ""])),
    "hatch_build.py": script,
  });
  const built = (script: string, tables = "[tool.hatch.metadata.hooks.custom]") =>
    buildFilesOf(backend, { tables, files: filesWith(script) });
  const read = "def load(name):\n  return open(os.path.join(os.path.dirname(__file__), 'requirements', name))\n";
  test.each([
    [
      `class Hook:\n  def update(self, metadata):\n    metadata['dependencies'] = load('base.txt')\n${read}`,
      ["requirements/base.txt"],
    ],
    ["from core import hatch", ["core"]],
    ["import tools", ["tools"]],
    ["def walk(self):\n  os.listdir('core')", ["core"]],
    ["import os", []],
  ])("%j reads %j", (script, expected) => expect(built(script)).toEqual(["hatch_build.py", ...expected]));
  test("may set the version", () => {
    expect(versionOf(backend, { tables: "[tool.hatch.metadata.hooks.custom]" })?.value).toBe("hatch:custom");
  });
  test.each([
    ["import subprocess\nsubprocess.run(['go'])", 1],
    ["# no subprocess", 0],
  ])("what %j starts is not known: %p", (script, count) => {
    const tables = "[tool.hatch.build.hooks.custom]";
    const notes = builtBy(backend, { tables, files: filesWith(script) }).notes.filter((note) =>
      note.includes("starts other"),
    );
    expect(notes).toHaveLength(count);
  });
});

describe("what a build requires", () => {
  const requires = (tables: string, project?: string) =>
    builtBy(backend, { tables, project, requires: ["hatchling"] }).buildRequires.map(({ value }) => value.name);
  const project = 'version = "1"\ndependencies = ["numpy"]\noptional-dependencies.fast = ["cython"]';
  test.each([
    ["[tool.hatch.build]\ndependencies = ['a']", ["a"]],
    [wheel("dependencies = ['a']"), ["a"]],
    ["[tool.hatch.build.hooks.x]\ndependencies = ['a']", ["a"]],
    ["[tool.hatch.build.targets.wheel.hooks.x]\ndependencies = ['a']", ["a"]],
    ["[tool.hatch.build.hooks.x]\ndependencies = ['a']\nenable-by-default = false", []],
    ["[tool.hatch.build.hooks.x]\nrequire-runtime-dependencies = true", ["numpy"]],
    ["[tool.hatch.build.hooks.x]\nrequire-runtime-features = ['fast']", ["cython"]],
    ["", []],
  ])("with %j is %j too", (tables, expected) => expect(requires(tables, project)).toEqual(["hatchling", ...expected]));
});

test.each([
  ["", "force-include = { 'missing' = 'a' }", 1],
  ["", "force-include = { '../missing' = 'a' }", 1],
  ["", "force-include = { 'a.txt' = 'a' }", 0],
  ["[tool.hatch.build.hooks.x]", "force-include = { 'missing' = 'a' }", 0],
])("with %j and %j so many missing files are told: %p", (hooks, lines, count) => {
  const { notes } = builtBy(backend, {
    tables: `${hooks}\n${wheel(lines)}`,
    files: ["my_orders/__init__.py", "a.txt"],
  });
  expect(notes.filter((note) => note.includes("which does not exist"))).toHaveLength(count);
});
test("extras that nothing could read are told", () => {
  const { notes } = builtBy(backend, { project: 'version = "1"\ndynamic = ["optional-dependencies"]' });
  expect(notes).toContainEqual(expect.stringContaining("[project].dynamic names the optional dependencies"));
});

describe("the hook of hatch-jupyter-builder", () => {
  const files = ["my_orders/__init__.py", "package.json", "yarn.lock", "js/a.ts"];
  const tables = "[tool.hatch.build.hooks.jupyter-builder]\nbuild-function = 'hatch_jupyter_builder.npm_builder'\n";
  const more = "skip-if-exists = ['static/a.js']\nbuild-kwargs = { source_dir = 'js' }";
  test("reads the sources", () => {
    expect(buildFilesOf(backend, { tables: tables + more, files })).toEqual(["package.json", "yarn.lock", "js"]);
  });
  test.each([
    [files, 1],
    [[...files, "static/a.js"], 0],
  ])("needs Node.js with %j: %p", (all, count) => {
    const { notes } = builtBy(backend, { tables: tables + more, files: all });
    expect(notes.filter((note) => note.includes("Node.js"))).toHaveLength(count);
  });
});
