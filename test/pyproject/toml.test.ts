import { parseToml } from "../../src/pyproject/files/parse-toml";
import { TomlTable } from "../../src/pyproject/files/toml-table";
import { uvFacts } from "./facts-of";

test("broken TOML is told with its line and column", () => {
  expect(() => parseToml('[project]\nname = "a\n', "pyproject.toml")).toThrow(
    /^pyproject\.toml:2:\d+: is not valid TOML/,
  );
});
test.each([
  [undefined, "pyproject.toml:2: has the mark <<<<<<< of a merge conflict; take one of the two sides"],
  ["uv lock", "pyproject.toml:2: has the mark <<<<<<< of a merge conflict; take one of the two sides, and run uv lock"],
])("both sides of a merge are told, with the command %s", (renewal, message) => {
  const text = "a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> main\n";
  expect(() => parseToml(text, "pyproject.toml", renewal)).toThrow(expect.objectContaining({ message }));
});
test("a line that only looks like the mark of a merge is none", () => {
  expect(parseToml('a = """\n=======\n"""', "a.toml").value("a")).toBe("=======\n");
});
test("the mistake is one line", () => {
  expect(() => parseToml("a = ", "pyproject.toml")).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("\n") }),
  );
});
test("a number beyond 53 bits is no mistake", () => {
  expect(parseToml("a = 9223372036854775807", "a.toml").value("a")).toBe(9223372036854775807n);
});
test.each([
  [["project"], "name", "a.toml [project].name"],
  [[], "project", "a.toml [project]"],
  [["tool", "poetry", "group", "my group"], "dependencies", 'a.toml [tool.poetry.group."my group"].dependencies'],
])("the source of %p %s is %s", (path, key, source) => {
  expect(new TomlTable({}, "a.toml", path).source(key)).toBe(source);
});
test("what an object inherits is no key", () =>
  expect(new TomlTable({}, "a.toml").value("constructor")).toBeUndefined());

test.each([
  ["name = 3", "[project].name: has the number 3; it is text"],
  ["name = 3.5", "has the number 3.5"],
  ["name = 2024-01-01", "has a date or time"],
  ["version = true", "[project].version: has the value true; it is text"],
  ["dependencies = 'a'", '[project].dependencies: has the text "a"; it is an array of texts'],
  ["dependencies = [1]", "has an array; it is an array of texts"],
  ["urls = ['a']", "[project].urls: has an array; it is a table"],
  ["scripts = { a = { b = 1 } }", "[project.scripts].a: has a table; it is text"],
  ["requires-python = 3.10", "[project].requires-python: has the number 3.1"],
  ["readme = { file = 3 }", "[project.readme].file: has the number 3"],
  ["license-files = 9223372036854775807", "has the number 9223372036854775807"],
])("%s is refused", (line, message) => expect(() => uvFacts(`[project]\n${line}`)).toThrow(message));
test("a flag that is none is refused", () => {
  expect(() => uvFacts("[project]\n[tool.uv]\npackage = 'yes'")).toThrow(
    'pyproject.toml [tool.uv].package: has the text "yes"; it is true or false',
  );
});
test("a section that is no table is refused", () => {
  expect(() => uvFacts("project = 1")).toThrow("pyproject.toml [project]: has the number 1; it is a table");
});

test("a number in place of a text is told with the quotes that it lacks", () => {
  const table = parseToml("requires-python = 3.12", "a.toml");
  expect(() => table.text("requires-python")).toThrow(
    'a.toml [requires-python]: has the number 3.12; it is text; write it in quotes: requires-python = "…"',
  );
});
