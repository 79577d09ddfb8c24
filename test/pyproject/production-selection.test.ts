import { productionRequirements } from "../../src/pyproject/production-requirements";
import { poetryFacts, uvFacts } from "./facts-of";

const toml = `
[project]
name = "orders"
version = "1"
dependencies = ["httpx"]
[project.optional-dependencies]
Web = ["flask", "orders[metrics]"]
metrics = ["prometheus-client"]
[dependency-groups]
storage = ["boto3"]
dev = ["pytest"]
`;
const names = (options: Parameters<typeof uvFacts>[2]) =>
  productionRequirements(uvFacts(toml, {}, options)).map(({ value }) => value.name);

test("production has the main dependencies alone", () => expect(names({})).toEqual(["httpx"]));
test("an extra that is asked for, with the extras that it includes", () =>
  expect(names({ productionExtras: ["web"] })).toEqual(["httpx", "flask", "prometheus-client"]));
test("a group that is asked for", () => expect(names({ productionGroups: ["storage"] })).toEqual(["httpx", "boto3"]));
test("an extra keeps the name that the project writes", () =>
  expect(uvFacts(toml, {}, { productionExtras: ["web"] }).productionExtras).toEqual([
    { value: "Web", source: "option productionExtras" },
  ]));
test("a group for production is none for development", () => {
  const { groups } = uvFacts(toml, {}, { productionGroups: ["dev"] });
  expect(groups.filter(({ value }) => value.isDevelopment)).toEqual([]);
});
test("the group's source names the option", () => {
  const { groups } = poetryFacts(toml, {}, { productionGroups: ["storage"] });
  expect(groups.find(({ value }) => value.isProduction)?.source).toContain("(option productionGroups)");
});
test.each([
  [{ productionExtras: ["wep"] }, /option productionExtras: names the extra "wep".*its extras are "Web", "metrics"/],
  [{ productionGroups: ["storge"] }, /option productionGroups: names the group "storge".*write "storage"/],
])("%j is told", (options, sentence) => expect(() => names(options)).toThrow(sentence));
