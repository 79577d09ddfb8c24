import { BakeFile, BakeValue } from "../../src";
import { template } from "../fuzz/read/bake";
import { bareProject } from "../project-folder";

const variable = new BakeFile(bareProject()).addVariable("TAG");

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is bake's own syntax
test.each(["${TAG}", "$${TAG}", "$$${TAG}", "%{if true}", "%%{if}", "$%{a", "%${a}", "$ {", "$", "a%", '${"$$"}{'])(
  "%s is a text",
  (text) => {
    expect(template(BakeValue.join(text).toJSON())).toBe(text);
  },
);

test.each(["$", "$$", "%", "a$"])("%s before a variable is a text", (text) => {
  expect(template(BakeValue.join(text, variable).toJSON())).toBe(`${text}<TAG>`);
});

test("texts side by side make no variable", () => {
  expect(template(BakeValue.join("$", "{TAG}", variable).toJSON())).toBe("${TAG}<TAG>");
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above

test.each([
  ["a NUL", "a\u0000", /a text has whole characters/],
  ["half of a pair", "\ud800", /a text has whole characters/],
  ["a decomposed letter", "e\u0301", /bake composes characters/],
  ["a leading byte order mark", "\ufeffa", /leading byte order mark/],
])("%s is refused, since bake would read another text", (_, text, message) => {
  expect(() => BakeValue.join(text)).toThrow(message);
});

test("texts that compose where they meet are refused", () => {
  expect(() => BakeValue.join("e", "\u0301")).toThrow(/bake composes characters/);
});

test("a number is no text", () => {
  expect(() => BakeValue.join(3.1 as unknown as string)).toThrow(/3.1 is no text/);
});
