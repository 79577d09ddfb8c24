import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "scikit_build_core.build";
const table = (lines: string) => `[tool.scikit-build]\n${lines}`;

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["wheel.packages", { tables: table('wheel.packages = ["python/a", "b.py"]') }, ["python/a", "b.py"]],
    ["renamed packages", { tables: table('wheel.packages = { "orders" = "code" }') }, ["code"]],
    [
      "no package that CMake makes",
      { tables: table('wheel.packages = ["a", "_made"]'), files: ["a/__init__.py"] },
      ["a"],
    ],
    ["none", { tables: table("wheel.packages = []"), files: ["my_orders/__init__.py"] }, []],
    ["src first", { files: ["src/my_orders/__init__.py", "python/my_orders/__init__.py"] }, ["src/my_orders"]],
    ["then python", { files: ["python/my_orders/__init__.py", "my_orders/__init__.py"] }, ["python/my_orders"]],
    ["then the top", { files: ["my_orders/__init__.py", "other/__init__.py"] }, ["my_orders"]],
    [
      "the flat name of a namespace first",
      { name: "company.orders", files: ["src/company_orders/__init__.py", "src/company/orders/__init__.py"] },
      ["src/company_orders"],
    ],
    ["a namespace", { name: "company.orders", files: ["src/company/orders/__init__.py"] }, ["src/company"]],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

test("wheel.packages is told as the source", () => {
  const { packageRoots } = builtBy(backend, { tables: table('wheel.packages = ["a"]') });
  expect(packageRoots.source).toBe("pyproject.toml [tool.scikit-build.wheel].packages");
});

const provider = (name: string) => table(`metadata.version.provider = "scikit_build_core.metadata.${name}"`);
const legacy = "pyproject.toml [tool.scikit-build.metadata.version].provider";
const listed = "pyproject.toml [tool.dynamic-metadata[0]].provider";
test.each([
  [provider("regex"), "scikit-build-core:regex", legacy],
  [provider("setuptools_scm"), "scikit-build-core:setuptools-scm", legacy],
  [
    '[[tool.dynamic-metadata]]\nprovider = "scikit_build_core.metadata.regex"\nfield = "version"',
    "scikit-build-core:regex",
    listed,
  ],
  [
    '[[tool.dynamic-metadata]]\nprovider = "scikit_build_core.metadata.setuptools_scm"',
    "scikit-build-core:setuptools-scm",
    listed,
  ],
])("a version with %j is found by %s", (tables, value, source) => {
  expect(versionOf(backend, { tables })).toEqual({ value, source });
});
test("a provider of another field tells nothing of the version", () => {
  const tables = '[[tool.dynamic-metadata]]\nprovider = "scikit_build_core.metadata.regex"\nfield = "description"';
  expect(versionOf(backend, { tables })).toBeUndefined();
});

test.each([
  table('metadata.readme.provider = "scikit_build_core.metadata.fancy_pypi_readme"'),
  '[[tool.dynamic-metadata]]\nprovider = "scikit_build_core.metadata.fancy_pypi_readme"',
])("the readme is made of files by %j", (provided) => {
  const fragments = '[tool.hatch.metadata.hooks.fancy-pypi-readme]\nfragments = [{ path = "A.md" }]';
  const project = 'version = "1"\ndynamic = ["readme"]';
  const { readmeFiles } = builtBy(backend, { project, tables: `${provided}\n${fragments}` });
  expect(readmeFiles.map(({ value }) => value)).toEqual(["A.md"]);
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: CMake writes its variables so.
const here = "${CMAKE_CURRENT_SOURCE_DIR}";

describe("what the build reads", () => {
  const cmake = (text: string, ...files: string[]): BuiltProject => ({
    files: Object.fromEntries([
      ["CMakeLists.txt", text],
      ...["my_orders/__init__.py", ...files].map((path) => [path, ""]),
    ]),
  });
  test.each<[string, BuiltProject, string[]]>([
    ["CMakeLists.txt", cmake(""), ["CMakeLists.txt"]],
    [
      "folders that it adds",
      cmake("add_subdirectory(vendor/a)  # and more", "vendor/a/b.c"),
      ["CMakeLists.txt", "vendor/a"],
    ],
    [
      "files that it names",
      cmake(`add_library(a ${here}/native/a.cpp b.c)\nfile(GLOB c lib/*.cu)`, "native/a.cpp", "b.c", "lib/x.cu"),
      ["CMakeLists.txt", "native/a.cpp", "b.c", "lib"],
    ],
    [
      "nothing in comments and nothing that is missing",
      cmake("# add_subdirectory(a)\nadd_subdirectory(b)", "a/x"),
      ["CMakeLists.txt"],
    ],
    ...[
      'include_directories("inc" none)',
      "target_include_directories(orders PRIVATE inc)",
      `target_include_directories(a PUBLIC $<BUILD_INTERFACE:${here}/inc>)`,
      `set(CMAKE_MODULE_PATH "${here}/inc" more)`,
      "list(APPEND CMAKE_MODULE_PATH inc)",
    ].map((line): [string, BuiltProject, string[]] => [
      `the folders of ${line}`,
      cmake(line, "inc/a.h", "orders/b"),
      ["CMakeLists.txt", "inc"],
    ]),
    [
      "the folders of sources that lie elsewhere",
      {
        tables: table('cmake.source-dir = "native"'),
        files: { "native/CMakeLists.txt": "add_library(a ../lib/a.c ../b.c)", "lib/a.h": "", "lib/a.c": "", "b.c": "" },
      },
      ["native", "lib", "b.c"],
    ],
    [
      "another folder of CMake",
      { tables: table('cmake.source-dir = "native"'), files: ["native/CMakeLists.txt", "my_orders/__init__.py"] },
      ["native"],
    ],
    [
      "license files by patterns",
      {
        ...cmake("", "LICENSE.md", "legal/LICENSE.a", "legal/b", "more/a/b"),
        tables: table('wheel.license-files = ["LICENSE*", "legal/LICENSE*", "more/**/*", "**/x"]'),
      },
      ["CMakeLists.txt", "LICENSE.md", "legal/LICENSE.a", "more"],
    ],
    ["no CMake where it is off", { ...cmake(""), tables: table("wheel.cmake = false") }, []],
    [
      "what source distributions hold besides, and not the repository",
      {
        ...cmake("", ".git/HEAD", "vendor/a/x"),
        tables: table('sdist.include = [".git", "/vendor/a/*", "!vendor/b"]'),
      },
      ["CMakeLists.txt", "vendor/a"],
    ],
    [
      "the file of the version",
      {
        ...cmake("", "VERSION"),
        project: 'dynamic = ["version"]',
        tables: table('metadata.version = { provider = "scikit_build_core.metadata.regex", input = "VERSION" }'),
      },
      ["CMakeLists.txt", "VERSION"],
    ],
    [
      "a provider of the project",
      {
        ...cmake("", "tools/v.py"),
        project: 'dynamic = ["version"]',
        tables: table('metadata.version = { provider = "v", provider-path = "tools" }'),
      },
      ["CMakeLists.txt", "tools"],
    ],
    [
      "a provider of the project in the table for all backends",
      {
        ...cmake("", "tools/v.py"),
        project: 'dynamic = ["version"]',
        tables: '[[tool.dynamic-metadata]]\nprovider = { path = "tools", module = "v" }\nfield = "version"',
      },
      ["CMakeLists.txt", "tools"],
    ],
    [
      "no tests and docs of source distributions",
      {
        ...cmake("", "tests/a.py", "docs/b.md", "gen/c.h"),
        tables: table('sdist.include = ["tests", "docs/**", "gen"]'),
      },
      ["CMakeLists.txt", "gen"],
    ],
    [
      "templates and what is forced in",
      {
        ...cmake("", "a.in", "data/x"),
        tables: table(
          'generate = [{ path = "a", template-path = "a.in" }]\nwheel.force-include = { "data" = "my_orders/data" }',
        ),
      },
      ["CMakeLists.txt", "data", "a.in"],
    ],
  ])("%s", (_, parts, expected) => expect(buildFilesOf(backend, parts)).toEqual(expected));
});
