import { defaultIndex } from "../../src/knowledge/default-index";
import { uvFacts } from "./facts-of";

const project = "[project]\nname = 'orders'\ndependencies = ['torch']\n";
const index = (keys: string, table = "[[tool.uv.index]]") => `${table}\n${keys}\n`;
const own = "name = 'own'\nurl = 'https://example.com/simple'";
const values = (toml: string, files: Record<string, string> = {}) =>
  uvFacts(project + toml, files).indexes.map(({ value: { name, url, isDefault } }) => [name ?? url, isDefault]);

test.each([
  [index(own), [["own", false]]],
  [index(`${own}\ndefault = true`), [["own", true]]],
  [index(`${own}\nexplicit = true`), [["own", false]]],
  [index("url = 'https://example.com'"), [["https://example.com", false]]],
  [index(`url = '${defaultIndex}'\ndefault = true`), []],
  [index(`name = 'standard'\nurl = '${defaultIndex}'`), [["standard", false]]],
  ["[tool.uv]\nindex-url = 'https://example.com'", [["https://example.com", true]]],
  [`[tool.uv]\nindex-url = '${defaultIndex}'`, []],
  [
    "[tool.uv]\nextra-index-url = ['https://a', 'https://b']",
    [
      ["https://a", false],
      ["https://b", false],
    ],
  ],
  ["[tool.uv]\nfind-links = ['./wheels']", [["./wheels", false]]],
  ["[tool.uv.pip]\nindex-url = 'https://example.com'", []],
])("%j gives %j", (toml, expected) => expect(values(toml)).toEqual(expected));
test("an index has its key", () => {
  expect(uvFacts(project + index(own)).indexes[0].source).toBe("pyproject.toml [tool.uv].index");
});
test("an index without an address is refused", () => {
  expect(() => values(index("name = 'own'"))).toThrow("[tool.uv.index[0]].url: is missing; every index has an address");
});

test("uv.toml takes the place of [tool.uv]", () => {
  const files = { "uv.toml": index("name = 'other'\nurl = 'https://other'", "[[index]]") };
  expect(values(index(own), files)).toEqual([["other", false]]);
  expect(uvFacts(project, files).indexes[0].source).toBe("uv.toml [index]");
});
test("an index that a source names counts all the same", () => {
  const files = { "uv.toml": "index-url = 'https://other'" };
  expect(values(`${index(own)}[tool.uv.sources]\ntorch = { index = 'own' }`, files)).toEqual([
    ["https://other", true],
    ["own", false],
  ]);
});
test.each([
  ["[tool.uv]\npackage = false\n", []],
  ["", [["https://above", true]]],
])("settings from above count where there are none: %j", (toml, expected) => {
  expect(values(toml, { "../uv.toml": "index-url = 'https://above'" })).toEqual(expected);
});
test("a member of a workspace has the indexes of the root, and of its own those that its sources name", () => {
  const root =
    "[project]\nname = 'root'\n[tool.uv]\nindex-url = 'https://root'\n[tool.uv.workspace]\nmembers = ['services/*']";
  const toml = `${index(own)}${index("name = 'unused'\nurl = 'https://unused'")}[tool.uv.sources]\ntorch = { index = 'own' }`;
  expect(values(toml, { "../../pyproject.toml": root })).toEqual([
    ["https://root", true],
    ["own", false],
  ]);
});
