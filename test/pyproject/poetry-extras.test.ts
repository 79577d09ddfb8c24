import { poetryFacts } from "./facts-of";

const own = `[tool.poetry.dependencies]
python = "^3.10"
Boto_3 = { version = "^1", optional = true }
ray = [{ version = "1", python = "<3.12", optional = true }, { version = "2", python = ">=3.12", optional = true }]
requests = "*"
`;
const extras = (toml: string) =>
  poetryFacts(toml).extras.map(({ value }) => [value.name, value.requirements.map(({ name }) => name)]);
const own3 =
  "[tool.poetry.extras]\ns3 = ['boto3', 'boto.3']\nall = ['boto-3', 'ray', 'requests']\nnone = ['missing']\n";

test("name main dependencies, optional or not", () => {
  expect(extras(own + own3)).toEqual([
    ["s3", ["boto-3"]],
    ["all", ["boto-3", "ray", "ray", "requests"]],
    ["none", []],
  ]);
});
test("are no main dependencies", () => {
  expect(poetryFacts(own + own3).dependencies.map(({ value }) => value.name)).toEqual(["requests"]);
});
test("have their key", () => {
  expect(poetryFacts(own + own3).extras[0].source).toBe("pyproject.toml [tool.poetry.extras].s3");
});
test.each([
  ["lists dependencies", "dependencies = ['a']", []],
  ["lists extras", "optional-dependencies = { web = ['a'] }", [["web", ["a"]]]],
  ["lists neither", "name = 'a'", [["s3", ["boto-3"]]]],
])("of poetry's table count unless [project] %s", (_, lines, expected) => {
  expect(extras(`[project]\n${lines}\n${own}[tool.poetry.extras]\ns3 = ['boto-3']`)).toEqual(expected);
});
test("of [project] take their sources from poetry's table", () => {
  const toml =
    "[project]\noptional-dependencies = { web = ['a'] }\n[tool.poetry.dependencies]\na = { path = 'libs/a' }";
  expect(poetryFacts(toml).extras[0].value.requirements[0].url).toBe("libs/a");
});
test.each([
  ["test", true],
  ["s3", false],
])("the extra %s is for development: %p", (name, isDevelopment) => {
  expect(poetryFacts(`${own}[tool.poetry.extras]\n${name} = ['ray']`).extras[0].value.isDevelopment).toBe(
    isDevelopment,
  );
});
test("that are no lists are refused", () => {
  expect(() => extras("[tool.poetry.extras]\na = 'b'")).toThrow("[tool.poetry.extras].a: has the text");
});
