import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "poetry.core.masonry.api";
const poetry = (lines: string) => `[tool.poetry]\n${lines}`;

test("packages for source distributions alone leave the default", () => {
  const tables = poetry("packages = [{ include = 'tests', format = 'sdist' }]");
  expect(rootsOf(backend, { tables, files: ["my_orders/__init__.py", "tests/__init__.py"] })).toEqual(["my_orders"]);
});

test.each([
  ["packages = [{ include = 'NOTICE' }]", "packages"],
  ["include = [{ path = 'NOTICE', format = 'wheel' }]", "include"],
])("%s is told as the source", (lines, key) => {
  const { buildFiles } = builtBy(backend, { tables: poetry(lines), files: ["NOTICE"] });
  expect(buildFiles).toEqual([{ value: "NOTICE", source: `pyproject.toml [tool.poetry].${key}` }]);
});

test("poetry-dynamic-versioning finds the version where it is on", () => {
  expect(
    versionOf("poetry_dynamic_versioning.backend", { tables: "[tool.poetry-dynamic-versioning]\nenable = true" }),
  ).toEqual({ value: "poetry-dynamic-versioning", source: "pyproject.toml [tool.poetry-dynamic-versioning].enable" });
});
test.each(["", "[tool.poetry-dynamic-versioning]", "[tool.poetry-dynamic-versioning]\nenable = true"])(
  "with %j nothing is known of the version",
  (tables) => expect(versionOf(backend, { tables })).toBeUndefined(),
);

describe("what the build reads", () => {
  const files = [
    "orders/__init__.py",
    "orders/a.txt",
    "build.py",
    "NOTICE",
    "static/a.css",
    "run.sh",
    "tests/a",
    "docs/a",
    "dev/a",
  ];
  const packages = "packages = [{ include = 'orders' }]";
  test.each<[string, BuiltProject, string[]]>([
    ["a script", { tables: poetry(`${packages}\nbuild = 'build.py'`) }, ["build.py"]],
    ["a script in a table", { tables: poetry(`${packages}\nbuild = { script = 'build.py' }`) }, ["build.py"]],
    [
      "files among the packages",
      { tables: poetry("packages = [{ include = 'orders' }, { include = 'NOTICE' }]") },
      ["NOTICE"],
    ],
    [
      "no packages for source distributions",
      { tables: poetry(`${packages}\ninclude = [{ path = 'NOTICE', format = 'sdist' }]`) },
      [],
    ],
    [
      "what a build script takes of source distributions, without their tests and docs",
      {
        tables: poetry(
          `${packages}\nbuild = 'build.py'\ninclude = [{ path = 'static/*', format = 'sdist' }, 'NOTICE', 'tests', 'docs', 'dev']`,
        ),
      },
      ["build.py", "static", "NOTICE"],
    ],
    [
      "what is for the wheel",
      { tables: poetry(`${packages}\ninclude = [{ path = 'NOTICE', format = ['sdist', 'wheel'] }]`) },
      ["NOTICE"],
    ],
    [
      "the folder of a pattern",
      { tables: poetry(`${packages}\ninclude = [{ path = 'static/**/*', format = 'wheel' }]`) },
      ["static"],
    ],
    ["nothing without a format", { tables: poetry(`${packages}\ninclude = ['NOTICE', { path = 'static' }]`) }, []],
    [
      "nothing without a format in any version that takes poetry-core 2",
      { tables: poetry(`${packages}\ninclude = ['NOTICE']`), requires: ["poetry-core>=1.0"] },
      [],
    ],
    [
      "what has no format for poetry-core 1",
      { tables: poetry(`${packages}\ninclude = ['NOTICE', { path = 'static' }]`), requires: ["poetry-core>=1,<2"] },
      ["NOTICE", "static"],
    ],
    [
      "nothing within the packages",
      { tables: poetry(`${packages}\ninclude = [{ path = 'orders/a.txt', format = 'wheel' }]`) },
      [],
    ],
    [
      "scripts that are files",
      {
        tables: poetry(`${packages}\nscripts.run = { reference = 'run.sh', type = 'file' }\nscripts.go = 'orders:go'`),
      },
      ["run.sh"],
    ],
  ])("%s", (_, parts, expected) => expect(buildFilesOf(backend, { ...parts, files })).toEqual(expected));
});
