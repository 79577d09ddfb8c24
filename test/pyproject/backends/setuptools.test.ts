import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "setuptools.build_meta";
const table = (lines: string) => `[tool.setuptools]\n${lines}`;

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    [
      "packages with folders of their own",
      { tables: table('packages = ["orders", "orders.api"]\npackage-dir = { "orders" = "lib/code" }') },
      ["lib/code"],
    ],
    [
      "a package whose parent lies elsewhere",
      { tables: table('packages = ["company.orders"]\npackage-dir = { "company.orders" = "src" }') },
      ["src"],
    ],
    [
      "the project's folder as a package",
      { tables: table('packages = ["orders"]\npackage-dir = { "orders" = "." }') },
      ["."],
    ],
    [
      "the package of modules with dots",
      { tables: table('py-modules = ["app.a.b", "app.c", "run"]') },
      ["app", "run.py"],
    ],
    [
      "tests in a folder of sources by their plain name alone",
      {
        tables: table('packages.find = { where = ["src"] }'),
        files: ["src/orders_tests/__init__.py", "src/tests/__init__.py"],
      },
      ["src/orders_tests"],
    ],
    ["packages and modules", { tables: table('packages = ["app"]\npy-modules = ["main"]') }, ["app", "main.py"]],
    [
      "namespaces in a folder of sources",
      {
        tables: table('packages.find = { where = ["src"] }'),
        files: ["src/company/orders/__init__.py", "src/shared/__init__.py", "src/schema/a.json"],
      },
      ["src/company", "src/shared"],
    ],
    [
      "no namespaces where they are off",
      {
        tables: table('packages.find = { where = ["src"], namespaces = false }'),
        files: ["src/company/orders/__init__.py", "src/shared/__init__.py"],
      },
      ["src/shared"],
    ],
    [
      "a namespace beside packages where it is named",
      {
        tables: table('packages.find = { include = ["company*", "orders*"] }'),
        files: ["company/a/__init__.py", "orders/__init__.py", "other/a.py"],
      },
      ["company", "orders"],
    ],
    [
      "nothing of the repository where namespaces are all there is",
      { tables: table("packages.find = {}"), files: ["company/a/__init__.py", "docs/conf.py"] },
      ["company"],
    ],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

describe("package roots of setup.py and setup.cfg", () => {
  test.each<[Record<string, string>, string[]]>([
    [{ "setup.py": "setup(packages=['app', 'app.api'], py_modules=['main'])" }, ["app", "main.py"]],
    [{ "setup.py": "setup(package_dir={'': 'lib'}, packages=['app'])" }, ["lib/app"]],
    [{ "setup.py": "setup(packages=find_packages())", "a/__init__.py": "", "b/c.py": "" }, ["a"]],
    [
      {
        "setup.cfg": "[options]\npackages = find_namespace:\n[options.packages.find]\nwhere = code",
        "code/a/b/c.py": "",
      },
      ["code/a"],
    ],
    [{ "setup.cfg": "[options]\npackages = find:", "a/__init__.py": "", "tests/__init__.py": "" }, ["a"]],
  ])("%j", (files, roots) => expect(rootsOf(backend, { files })).toEqual(roots));

  test("come after those of [tool.setuptools]", () => {
    const parts = { tables: table('packages = ["app"]'), files: { "setup.py": "setup(packages=['other'])" } };
    expect(rootsOf(backend, parts)).toEqual(["app"]);
  });
  test("tell their keyword", () => {
    const { packageRoots } = builtBy(backend, { files: { "setup.py": "setup(packages=['app'])" } });
    expect(packageRoots.source).toBe("setup.py setup(packages)");
  });
});

describe("automatic discovery", () => {
  test.each([
    [
      ["src/a/__init__.py", "src/b/c/d.py", "src/main.py", "tools/x.py"],
      ["src/a", "src/b", "src/main.py"],
    ],
    [["src/_version.py", "src/__init__.py"], ["src/_version.py"]],
    [["orders/__init__.py", "docs/conf.py", "utils/a.py", "python/b.py", "_c/d.py"], ["orders"]],
    [["orders.py", "setup.py", "conftest.py", "manage.py", "_x.py"], ["orders.py"]],
  ])("of %j finds %j", (files, roots) => {
    const { packageRoots } = builtBy(backend, { name: "other", files });
    expect([packageRoots.value, packageRoots.source]).toEqual([roots, expect.stringMatching(/^setuptools: /)]);
  });

  test("uses the folder of package-dir in place of src", () => {
    const tables = table('package-dir = { "" = "lib" }');
    expect(rootsOf(backend, { tables, files: ["lib/a/__init__.py", "src/b/__init__.py"] })).toEqual(["lib/a"]);
  });
  test("uses the packages that have folders", () => {
    const tables = table('package-dir = { "orders" = "code" }');
    expect(rootsOf(backend, { tables, files: ["code/__init__.py", "src/b/__init__.py"] })).toEqual(["code"]);
  });
  test("refuses several packages at the top, so that the name decides", () => {
    expect(rootsOf(backend, { files: ["my_orders/__init__.py", "data/a.csv"] })).toEqual(["my_orders"]);
  });
  test.each([
    [{ tables: table('packages = ["a"]\npy-modules = ["b"]') }, "packages"],
    [{ tables: table('py-modules = ["b"]') }, "py-modules"],
    [{ tables: table("packages.find = {}"), files: ["a/__init__.py"] }, "packages"],
  ])("%j tells its key", (parts, key) => {
    expect(builtBy(backend, parts).packageRoots.source).toBe(`pyproject.toml [tool.setuptools].${key}`);
  });
  test("tells what it found", () => {
    const facts = builtBy(backend, { name: "other", files: ["src/a/__init__.py"] });
    expect(facts.packageRoots.source).toBe("setuptools: what is in src");
  });
});

describe("the version", () => {
  test.each<[BuiltProject, string, string]>([
    [
      { tables: '[tool.setuptools.dynamic]\nversion = { attr = "a.b" }' },
      "setuptools:attr",
      "pyproject.toml [tool.setuptools.dynamic].version",
    ],
    [
      { tables: '[tool.setuptools.dynamic]\nversion = { file = "VERSION" }\n[tool.setuptools_scm]' },
      "setuptools:file",
      "pyproject.toml [tool.setuptools.dynamic].version",
    ],
    [{ tables: "[tool.setuptools_scm]" }, "setuptools-scm", "pyproject.toml [tool.setuptools_scm]"],
    [{ requires: ["setuptools_scm[toml]>=8"] }, "setuptools-scm", "pyproject.toml [build-system].requires"],
    [{ files: { "setup.py": "setup(use_scm_version=True)" } }, "setuptools-scm", "setup.py setup(use_scm_version)"],
    [
      { files: { "setup.py": "import setuptools_scm\nsetup(version=setuptools_scm.get_version())" } },
      "setuptools-scm",
      "setup.py",
    ],
    [
      { tables: "[tool.setuptools-git-versioning]\nenabled = true", requires: ["setuptools-git-versioning"] },
      "setuptools-git-versioning",
      "pyproject.toml [tool.setuptools-git-versioning]",
    ],
    [
      { tables: "[tool.setuptools-git-versioning]\nenabled = false\n[tool.versioneer]" },
      "versioneer",
      "pyproject.toml [tool.versioneer]",
    ],
    [{ files: { "setup.cfg": "[versioneer]\nVCS = git" } }, "versioneer", "setup.cfg [versioneer]"],
    [{ files: { "setup.py": "setup(version=versioneer.get_version())" } }, "versioneer", "setup.py"],
    [{ files: { "setup.py": "setup(setup_requires=['pbr'], pbr=True)" } }, "pbr", "setup.py setup(pbr)"],
    [{ tables: "[tool.versioningit]" }, "versioningit", "pyproject.toml [tool.versioningit]"],
    [{ files: { "setup.cfg": "[metadata]\nversion = attr: a.b" } }, "setuptools:attr", "setup.cfg [metadata].version"],
    [{ files: { "setup.cfg": "[metadata]\nversion = file: V" } }, "setuptools:file", "setup.cfg [metadata].version"],
    [{ files: { "setup.cfg": "[metadata]\nversion = 1.0" } }, "setuptools:setup.cfg", "setup.cfg [metadata].version"],
    [
      { files: { "setup.py": "# use_scm_version\nsetup(version=found())" } },
      "setuptools:setup.py",
      "setup.py setup(version)",
    ],
    [
      { requires: ["setuptools-scm"], files: { "setup.py": "setup(version=found())" } },
      "setuptools:setup.py",
      "setup.py setup(version)",
    ],
    [
      { tables: "[tool.setuptools_scm]", files: { "setup.py": "setup(version='1')" } },
      "setuptools:setup.py",
      "setup.py setup(version)",
    ],
    [{ requires: ["setuptools-scm"] }, "setuptools-scm", "pyproject.toml [build-system].requires"],
  ])("of %j is found by %s", (parts, value, source) => {
    expect(versionOf(backend, parts)).toEqual({ value, source });
  });
  test("is not known without any sign", () => expect(versionOf(backend, {})).toBeUndefined());
  test("is not asked for where it is given", () => {
    expect(builtBy(backend, { tables: "[tool.setuptools_scm]" }).dynamicVersion).toBeUndefined();
  });
});

describe("what the build reads", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["its own files", { files: ["setup.py", "setup.cfg", "MANIFEST.in"] }, ["setup.py", "setup.cfg", "MANIFEST.in"]],
    ["nothing that is not there", { tables: '[tool.setuptools.dynamic]\nversion = { file = "VERSION" }' }, []],
    [
      "the files of dynamic fields",
      {
        tables:
          '[tool.setuptools.dynamic]\nversion = { file = "VERSION" }\ndependencies = { file = ["a.txt", "b.txt"] }\noptional-dependencies.dev = { file = "c.txt" }',
        files: ["VERSION", "a.txt", "b.txt", "c.txt"],
      },
      ["VERSION", "a.txt", "b.txt", "c.txt"],
    ],
    [
      "the module of the version outside of the packages",
      {
        tables: '[tool.setuptools]\npackages = ["orders"]\n[tool.setuptools.dynamic]\nversion = { attr = "about.v" }',
        files: ["orders/__init__.py", "about.py"],
      },
      ["about.py"],
    ],
    [
      "no module of the version within the packages",
      {
        tables: '[tool.setuptools]\npackages = ["orders"]\n[tool.setuptools.dynamic]\nversion = { attr = "orders.v" }',
        files: ["orders/__init__.py"],
      },
      [],
    ],
    [
      "data files, scripts and the sources of extensions",
      {
        tables:
          '[tool.setuptools]\nscript-files = ["bin/run"]\ndata-files = { "share" = ["data/*.json"] }\next-modules = [{ name = "a", sources = ["native/a.c"] }]',
        files: ["bin/run", "data/a.json", "native/a.c"],
      },
      ["data", "bin/run", "native"],
    ],
    [
      "the headers of extensions, and sources beside the program",
      {
        tables:
          '[tool.setuptools]\next-modules = [{ name = "a", sources = ["a.c", "gen/*.pyx"], depends = ["dep/a.h"], include-dirs = ["inc"] }]',
        files: ["a.c", "gen/b.pyx", "dep/a.h", "inc/a.h", "other/a.h", "my_orders/__init__.py"],
      },
      ["a.c", "gen", "dep", "inc"],
    ],
    [
      "the folders of the extensions in setup.py",
      {
        files: {
          "setup.py":
            "names = ['a.c']\nsources = [os.path.join('lib', x) for x in names]\nfound = cythonize('gen/*.pyx')\nsetup(ext_modules=[Extension('a', sources, depends=['dep/a.h'], include_dirs=['inc', '.']), *found])",
          ...Object.fromEntries(["lib/a.c", "gen/b.pyx", "dep/a.h", "inc/a.h", "other/a.h"].map((path) => [path, ""])),
          "my_orders/__init__.py": "",
        },
      },
      ["setup.py", "dep", "gen", "inc", "lib"],
    ],
    [
      "native sources that a source distribution holds",
      {
        tables: '[tool.setuptools]\next-modules = [{ name = "a", sources = [] }]',
        files: {
          "MANIFEST.in":
            "recursive-include lib *.h \\\n *.txt\ngraft vendor\ngraft share\nrecursive-include other *\ninclude a.c b.txt x/*.pxd\nrecursive-include docs *.c",
          ...Object.fromEntries(
            ["lib/a.h", "vendor/a/b.c", "share/a.txt", "other/a.s", "a.c", "b.txt", "x/a.pxd", "docs/a.c"].map(
              (path) => [path, ""],
            ),
          ),
          "my_orders/__init__.py": "",
        },
      },
      ["MANIFEST.in", "lib", "vendor", "other", "a.c", "x/a.pxd"],
    ],
    [
      "nothing of those where there are no extensions",
      { files: { "MANIFEST.in": "graft vendor", "vendor/a.c": "", "my_orders/__init__.py": "" } },
      ["MANIFEST.in"],
    ],
    [
      "what setup.py opens and imports",
      {
        files: {
          "setup.py": "import versioneer\nfrom tools import x\nsetup(long_description=open('CHANGES.md').read())",
          "versioneer.py": "",
          "tools/__init__.py": "",
          "CHANGES.md": "",
          "my_orders/__init__.py": "",
        },
      },
      ["setup.py", "CHANGES.md", "versioneer.py", "tools"],
    ],
    [
      "what the modules beside setup.py import and read",
      {
        files: {
          "setup.py": "import one, two as x\nfrom three import (a,\n  b)\nsetup()",
          "one.py": "import os, four",
          "two.py": "def run():\n  open('data/a.txt')",
          "three.py": "",
          "four.py": "from tools.deep import x\nimport one",
          "tools/__init__.py": "import five",
          "five.py": "",
          "data/a.txt": "",
          "my_orders/__init__.py": "",
        },
      },
      ["setup.py", "one.py", "two.py", "three.py", "four.py", "data/a.txt", "tools"],
    ],
    [
      "the crate of setuptools-rust",
      {
        requires: ["setuptools-rust"],
        files: { "Cargo.toml": '[package]\nname = "a"', "Cargo.lock": "", "src/lib.rs": "" },
      },
      ["Cargo.toml", "src", "Cargo.lock"],
    ],
    [
      "CMakeLists.txt in the folder that setup.py names",
      {
        requires: ["scikit-build"],
        files: { "setup.py": "setup(cmake_source_dir='native')", "native/CMakeLists.txt": "" },
      },
      ["setup.py", "native/CMakeLists.txt"],
    ],
    [
      "CMakeLists.txt for scikit-build",
      { requires: ["scikit-build"], files: { "CMakeLists.txt": "add_subdirectory(native)", "native/a.c": "" } },
      ["CMakeLists.txt", "native"],
    ],
    [
      "what setup.cfg points to",
      {
        files: {
          "setup.cfg":
            "[metadata]\nversion = file: VERSION\n[options]\ninstall_requires = file: a.txt\nscripts = bin/run",
          VERSION: "",
          "a.txt": "",
          "bin/run": "",
          "my_orders/__init__.py": "",
        },
      },
      ["setup.cfg", "VERSION", "a.txt", "bin/run"],
    ],
    [
      "the crates of [tool.setuptools-rust]",
      {
        tables:
          '[[tool.setuptools-rust.ext-modules]]\npath = "native/Cargo.toml"\n[[tool.setuptools-rust.bins]]\npath = "bin/Cargo.toml"',
        files: ["native/Cargo.toml", "bin/Cargo.toml"],
      },
      ["native", "bin"],
    ],
    [
      "the file of setuptools-git-versioning",
      { tables: '[tool.setuptools-git-versioning]\nversion_file = "VERSION"', files: ["VERSION"] },
      ["VERSION"],
    ],
    [
      "requirements.txt for pbr in setup.py",
      { files: { "setup.py": "setup(pbr=True)", "requirements.txt": "", "my_orders/__init__.py": "" } },
      ["setup.py", "requirements.txt"],
    ],
    [
      "no readme and no license file",
      {
        project: 'version = "1"\nreadme = "README.md"\nlicense-files = ["LICENSE"]',
        tables: '[tool.setuptools]\ndata-files = { "." = ["README.md", "LICENSE"] }',
        files: ["README.md", "LICENSE"],
      },
      [],
    ],
  ])("%s", (_, parts, files) => expect(buildFilesOf(backend, parts)).toEqual(files));
});

test.each(["setuptools.build_meta:__legacy__", "pbr.build", "jupyter_packaging.build_api"])(
  "%s is setuptools",
  (name) => {
    expect(buildFilesOf(name, { files: ["setup.cfg"] })).toEqual(["setup.cfg"]);
  },
);

describe("dynamic metadata", () => {
  const facts = builtBy(backend, {
    project: 'version = "1"\ndynamic = ["dependencies", "readme"]',
    tables: '[tool.setuptools.dynamic]\ndependencies = { file = "a.txt" }\nreadme = { file = "README.md" }',
    files: { "a.txt": "flask>=3", "README.md": "" },
  });
  test("is found out", () => expect(facts.dependencies.map(({ value }) => value.name)).toEqual(["flask"]));
  test("leaves the readme out of what else is read", () => {
    expect(facts.buildFiles.map(({ value }) => value)).toEqual(["a.txt"]);
  });
});
