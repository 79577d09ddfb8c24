import { Dockerignore } from "../../src/dockerignore/dockerignore";
import { bareProject, synthesized } from "../project-folder";

const file = () => new Dockerignore(bareProject());

test.each(["\u0085# a", "\u00a0#a", "\ufeff#a"])("%j is a comment for the engine", (pattern) => {
  expect(() => file().addPatterns(pattern)).toThrow("is a comment");
});

test.each([
  ["x".repeat(70_000), "lines of up to 65535 bytes"],
  ["a\0", "a NUL character"],
  ["\ud800", "half of a surrogate pair"],
])("a pattern that the engine does not read is refused", (pattern, message) => {
  expect(() => file().addPatterns(pattern)).toThrow(message);
});

test("a comment that the engine does not read is refused", () => {
  expect(() => file().addComment("x".repeat(70_000))).toThrow("is too long");
});

test("a comment is comment lines, as every reader tells lines apart", () => {
  const ignore = file();
  ignore.addComment("a\u2028!b\u202e");
  expect(synthesized(ignore.project)[".dockerignore"]).toMatch(/\n# a\n# !b\\u202e\n$/);
});
