import { defaultIndex } from "../../src/knowledge/default-index";
import { poetryFacts } from "./facts-of";

const source = (keys: string) => `[[tool.poetry.source]]\n${keys}\n`;
const own = "name = 'own'\nurl = 'https://example.com/simple'";
const indexes = (toml: string) => poetryFacts(toml).indexes.map(({ value }) => [value.name, value.isDefault]);

test.each([
  ["primary", 'priority = "primary"', true],
  ["without a priority", "", true],
  ["default, as before 1.8", 'priority = "default"', true],
  ["supplemental", 'priority = "supplemental"', false],
  ["explicit", 'priority = "explicit"', false],
  ["secondary, as before 1.5", "secondary = true", false],
])("a source that is %s takes the place of the default index: %#", (_, keys, isDefault) => {
  expect(indexes(source(`${own}\n${keys}`))).toEqual([["own", isDefault]]);
});
test("the default index stays where it is listed", () => {
  expect(indexes(source(own) + source("name = 'PyPI'"))).toEqual([["own", false]]);
});
test("the default index by its address is no further one", () => {
  expect(indexes(source(`name = 'own'\nurl = '${defaultIndex}'`))).toEqual([]);
});
test("a source has its key", () => {
  expect(poetryFacts(source(own)).indexes[0].source).toBe("pyproject.toml [tool.poetry].source");
});
test.each([
  ["url = 'https://example.com'", "[tool.poetry.source[0]].name: is missing; every source has a name"],
  ["name = 'own'", "[tool.poetry.source[0]].url: is missing"],
  ["name = 3", "has the number 3"],
])("%j is refused", (keys, message) => expect(() => indexes(source(keys))).toThrow(message));
