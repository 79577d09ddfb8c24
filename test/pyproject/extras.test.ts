import { uvFacts } from "./facts-of";

/** The extras that are for development. */
const development = (lines: string) =>
  uvFacts(`[project]\nname = "orders"\n[project.optional-dependencies]\n${lines}`).extras.flatMap(({ value }) =>
    value.isDevelopment ? [value.name] : [],
  );

test.each([
  ["by its name", "tests = ['a']", ["tests"]],
  ["by its name in two words", "type-check = ['a']", ["type-check"]],
  ["by another that it includes", "all = ['orders[tests]']\ntests = ['a']", ["all", "tests"]],
  ["by what is in it for the most part", "typed = ['mypy', 'types-requests', 'a']", ["typed"]],
  ["not by half of what is in it", "docs-build = []\nweb = ['a', 'ruff']", ["docs-build"]],
  ["not where it is empty", "web = []", []],
])("an extra is for development %s", (_, lines, names) => expect(development(lines)).toEqual(names));
