import { joinedSources } from "../../src/cli/joined-sources";
import { wrapped } from "../../src/cli/wrap-text";

test.each([
  [[], ""],
  [["a.toml [project].name"], "a.toml [project].name"],
  [["a.toml [project].name", "a.toml [project].name"], "a.toml [project].name"],
  [["a.toml [project].name", "uv.lock"], "a.toml [project].name, uv.lock"],
  [["a.toml [project.scripts].one", "a.toml [project.scripts].two"], "a.toml [project.scripts]"],
  [["requirements.txt:1", "requirements.txt:7", "base.txt:2"], "requirements.txt, base.txt:2"],
  [["a [b].c (x)", "a [b].c (y, x)"], "a [b].c (x, y)"],
  [["a [b].c (x) and a [d].e (y)", "a [b].c (z)"], "a [b].c (x, z), a [d].e (y)"],
  [["a [b].c (x)", "a [b].d (y)"], "a [b]"],
  [["a [build-system] (there is none)"], "a [build-system] (there is none)"],
  [["setup.cfg [options].a", "setup.cfg [options.b].c"], "setup.cfg [options].a, setup.cfg [options.b].c"],
])("the sources %j are %j", (sources, text) => expect(joinedSources(sources)).toBe(text));

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["one two three", 8, ["one two", "three"]],
  ["extraordinary it is", 5, ["extraordinary", "it is"]],
  ["", 5, [""]],
])("%j in %d columns is %j", (text, width, lines) => expect(wrapped(text, width)).toEqual(lines));

test.each([
  ["[tool.a].key", 8, ["[tool.a]", ".key"]],
  ["[tool.a].key", 9, ["[tool.a].", "key"]],
  ["at [tool.a].key", 9, ["at", "[tool.a].", "key"]],
  ["extraordinary", 5, ["extraordinary"]],
  ["a.extraordinary.b", 5, ["a.", "extraordinary.b"]],
])("%j in %d columns, broken after . and ], is %j", (text, width, lines) => {
  expect(wrapped(text, width, ".]")).toEqual(lines);
});
