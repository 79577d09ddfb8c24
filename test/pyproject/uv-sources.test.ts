import { uvFacts } from "./facts-of";

const project = (lines: string, files: Record<string, string> = {}) =>
  uvFacts(`[project]\nname = "orders"\n${lines}`, files);
const main = (lines: string, files: Record<string, string> = {}) =>
  project(`dependencies = ["Lib.One>=1"]\n${lines}`, files).dependencies.map(({ value }) => value);
const source = (entry: string) => `[tool.uv.sources]\nlib_one = ${entry}\n`;

test("without a source a dependency comes from an index", () => {
  expect(main("")).toEqual([expect.objectContaining({ name: "lib-one", specifier: ">=1" })]);
  expect(main("")[0].url).toBeUndefined();
});
test.each([
  ["{ git = 'https://example.com/one' }", "git+https://example.com/one"],
  ["{ git = 'https://example.com/one', rev = 'abc' }", "git+https://example.com/one@abc"],
  [
    "{ git = 'https://example.com/one', tag = 'v1', subdirectory = 'py' }",
    "git+https://example.com/one@v1#subdirectory=py",
  ],
  ["{ git = 'ssh://git@example.com/one', branch = 'next' }", "git+ssh://git@example.com/one@next"],
  ["{ git = 'https://example.com/one', path = 'one.whl' }", "git+https://example.com/one"],
  ["{ path = '../one', editable = true }", "../one"],
  ["{ url = 'https://example.com/one.tar.gz', subdirectory = 'py' }", "https://example.com/one.tar.gz#subdirectory=py"],
])("%s is the location %s", (entry, url) => expect(main(source(entry)).map((each) => each.url)).toEqual([url]));

test("sources with markers divide a dependency, and the index has the rest", () => {
  const entries = "[{ git = 'https://a', marker = \"os_name == 'nt'\" }, { path = 'b', marker = \"os_name != 'nt'\" }]";
  expect(main(source(entries)).map(({ url, marker }) => [url, marker])).toEqual([
    ["git+https://a", "os_name == 'nt'"],
    ["b", "os_name != 'nt'"],
    [undefined, undefined],
  ]);
});
test("the markers of the requirement and of the source hold both", () => {
  const toml = `dependencies = ["a; os_name == 'nt' or os_name == 'java'"]\n[tool.uv.sources]\na = { path = 'b', marker = "sys_platform == 'x'" }`;
  expect(project(toml).dependencies[0].value.marker).toBe(
    "(os_name == 'nt' or os_name == 'java') and sys_platform == 'x'",
  );
});
test("a source from an index leaves the dependency as it is", () => {
  const index = "[[tool.uv.index]]\nname = 'own'\nurl = 'https://example.com'\n";
  expect(main(source("{ index = 'own' }") + index)).toEqual(main(""));
});

describe("a source for one group or extra alone", () => {
  const toml = (limit: string) =>
    project(
      `dependencies = ['a']\noptional-dependencies = { X = ['a'] }\n[dependency-groups]\nG = ['a']\n[tool.uv.sources]\na = { path = 'b', ${limit} }`,
    );
  const located = (limit: string) => {
    const { dependencies, extras, groups } = toml(limit);
    const lists = [dependencies.map(({ value }) => value), extras[0].value.requirements, groups[0].value.requirements];
    return lists.map((list) => list.some(({ url }) => url === "b"));
  };
  test.each([
    ["group = 'g'", [false, false, true]],
    ["extra = 'x'", [false, true, false]],
    ["editable = true", [true, true, true]],
  ])("%s", (limit, expected) => expect(located(limit)).toEqual(expected));
});

test("git and path sources are told as such, and where they are needed", () => {
  const facts = project(
    "dependencies = ['a']\n[dependency-groups]\ndev = ['b']\n[tool.uv.sources]\na = { path = 'libs/a' }\nb = { git = 'https://b' }",
  );
  expect(facts.pathDependencies.map(({ value }) => [value.location, value.isProduction])).toEqual([["libs/a", true]]);
  expect(facts.gitDependencies.map(({ value }) => [value.location, value.isProduction])).toEqual([
    ["git+https://b", false],
  ]);
});
test("override and constraint dependencies are no dependencies", () => {
  expect(main("[tool.uv]\noverride-dependencies = ['x==1']\nconstraint-dependencies = ['y<2']")).toHaveLength(1);
});

test.each([
  ["{ git = 'https://a', rev = 'b', tag = 'c' }", "names several versions: rev and tag"],
  ["{ git = 'https://a', url = 'https://b' }", "names several sources: git and url"],
  ["{ editable = true }", "names no source"],
  ["'../one'", "a source is a table"],
  ["{ path = 3 }", "has the number 3"],
  ["{ workspace = false }", "it is true, or the path of another workspace"],
  [
    "{ workspace = true }",
    'takes "lib-one" from the workspace, which has no such member; in the workspace are "orders"',
  ],
  ["{ index = 'own' }", 'takes it from the index "own", which is not declared'],
])("the source %s is refused", (entry, message) => {
  expect(() => main(source(entry))).toThrow(message);
});
test("a source that nothing asks for may name what is not there", () => {
  expect(main("[tool.uv.sources]\nother = { workspace = true }")).toHaveLength(1);
});
test("the root of another workspace is a path too", () => {
  const files = { "../shop/pyproject.toml": "[project]\nname = 'lib-one'\n[tool.uv.workspace]\nmembers = []" };
  expect(main(source("{ workspace = '../shop' }"), files)[0].url).toBe("../shop");
});
test("a member that another workspace does not have is refused", () => {
  const files = { "../shop/pyproject.toml": "[project]\nname = 'shop'" };
  expect(() => main(source("{ workspace = '../shop' }"), files)).toThrow("which has no such member");
});
test("a member of another workspace is a path", () => {
  const files = {
    "../shop/pyproject.toml": "[project]\nname = 'shop'\n[tool.uv.workspace]\nmembers = ['packages/*']",
    "../shop/packages/one/pyproject.toml": "[project]\nname = 'lib-one'",
  };
  expect(main(source("{ workspace = '../shop' }"), files)[0].url).toBe("../shop/packages/one");
});
