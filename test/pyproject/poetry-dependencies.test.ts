import { poetryFacts } from "./facts-of";

const own = (lines: string) => `[tool.poetry.dependencies]\npython = "^3.10"\n${lines}\n`;
const first = (toml: string) => poetryFacts(toml).dependencies[0].value;

test.each([
  ["{ git = 'https://example.com/a.git' }", "git+https://example.com/a.git"],
  ["{ git = 'https://example.com/a.git', branch = 'next' }", "git+https://example.com/a.git@next"],
  ["{ git = 'git@example.com:a.git', tag = 'v1' }", "git+git@example.com:a.git@v1"],
  ["{ git = 'https://a', rev = 'abc', subdirectory = 'py' }", "git+https://a@abc#subdirectory=py"],
  ["{ path = '../a', develop = true }", "../a"],
  ["{ path = '../a', subdirectory = 'py' }", "../a/py"],
  ["{ path = 'a.zip', subdirectory = 'py' }", "a.zip"],
  ["{ path = 'a.tar.gz', subdirectory = 'py' }", "a.tar.gz"],
  ["{ file = 'a.whl' }", "a.whl"],
  ["{ url = 'https://a.zip', subdirectory = 'py' }", "https://a.zip#subdirectory=py"],
  ["{ version = '^1', source = 'own' }", undefined],
])("a = %s comes from %s", (value, url) => expect(first(own(`a = ${value}`)).url).toBe(url));

test.each([
  ["python = '^3.11'", 'python_full_version >= "3.11" and python_full_version < "4.0"'],
  ["python = '3.11.*'", 'python_full_version == "3.11.*"'],
  ["python = '<3.11 || >=3.13'", 'python_full_version < "3.11" or python_full_version >= "3.13"'],
  ["python = '*'", undefined],
  ["platform = 'linux'", 'sys_platform == "linux"'],
  ["platform = '!=win32'", 'sys_platform != "win32"'],
  ["platform = 'linux || darwin'", 'sys_platform == "linux" or sys_platform == "darwin"'],
  ["markers = \"os_name == 'nt'\"", "os_name == 'nt'"],
  [
    "markers = \"os_name == 'nt' or os_name == 'java'\", platform = 'linux'",
    "(os_name == 'nt' or os_name == 'java') and sys_platform == \"linux\"",
  ],
])("{ %s } holds under %s", (keys, marker) => {
  expect(first(own(`a = { version = '1', ${keys} }`)).marker).toBe(marker);
});
test("a python that is no constraint is refused", () => {
  expect(() => first(own("a = { version = '1', python = 'new' }"))).toThrow('"new" is not a version constraint');
});

describe("[project].dependencies", () => {
  const project = (lines: string, requirement = "a[x]>=1; os_name == 'posix'") =>
    poetryFacts(`[project]\ndependencies = ["${requirement}", "b"]\n${own(lines)}`).dependencies.map(
      ({ value }) => value,
    );

  test("take their source from poetry's own table", () => {
    expect(project("a = { git = 'https://a' }\nc = '*'")).toEqual([
      expect.objectContaining({ name: "a", extras: ["x"], url: "git+https://a", marker: "os_name == 'posix'" }),
      expect.objectContaining({ name: "b" }),
    ]);
  });
  test("take a source for each entry", () => {
    const entries = "[{ path = 'p', platform = 'linux' }, { path = 'q', platform = 'win32' }]";
    expect(project(`a = ${entries}`, "a").map(({ url, marker }) => [url, marker])).toEqual([
      ["p", 'sys_platform == "linux"'],
      ["q", 'sys_platform == "win32"'],
      [undefined, undefined],
    ]);
  });
  test("are not helped by a name with extras in poetry's own table, which does no harm", () => {
    expect(project("'a[x]' = { git = 'https://a' }").map(({ name, url }) => [name, url])).toEqual([
      ["a", undefined],
      ["b", undefined],
    ]);
  });
  test("keep a source of their own", () => {
    expect(project("a = { path = 'p' }", "a @ https://example.com/a.whl")[0].url).toBe("https://example.com/a.whl");
  });
});
test("[dependency-groups] take their sources from poetry's own groups", () => {
  const toml =
    "[dependency-groups]\ndev = ['a', 'b']\n[tool.poetry.group.dev.dependencies]\na = { path = 'p' }\nc = '*'";
  expect(poetryFacts(toml).groups[0].value.requirements.map(({ name, url }) => [name, url])).toEqual([
    ["a", "p"],
    ["b", undefined],
  ]);
});
