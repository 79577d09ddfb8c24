import { parseIni } from "../../src/pyproject/files/parse-ini";

const values = (...lines: string[]) => {
  const sections = [...parseIni(lines.join("\n"), "setup.cfg")];
  return Object.fromEntries(
    sections.map(([name, section]) => [name, Object.fromEntries([...section].map(([key, { value }]) => [key, value]))]),
  );
};

test.each([
  ["keys with = and with :", ["[a]", "b = 1", "c: 2"], { a: { b: "1", c: "2" } }],
  ["names as they are written", ["[a.B]", "Key-Name = x"], { "a.B": { "Key-Name": "x" } }],
  ["indented lines as part of a value", ["[a]", "b =", "  x", "    y", "c = 1"], { a: { b: "\nx\ny", c: "1" } }],
  ["blank lines within a value", ["[a]", "b = x", "", "  y", "", "c = 1"], { a: { b: "x\n\ny", c: "1" } }],
  ["no comment, even within a value", ["# 1", "[a]", "; 2", "b = x", "  # 3", "  y"], { a: { b: "x\ny" } }],
  ["what looks like a comment behind a value", ["[a]", "b = x # y ; z"], { a: { b: "x # y ; z" } }],
  ["percent signs as they are", ["[a]", "b = %(c)s 100%"], { a: { b: "%(c)s 100%" } }],
  ["keys of [DEFAULT] everywhere", ["[DEFAULT]", "b = 1", "c = 1", "[a]", "c = 2"], { a: { b: "1", c: "2" } }],
  ["indented keys", ["[a]", "  b = 1", "  c = 2"], { a: { b: "1", c: "2" } }],
  ["an empty section", ["[a]"], { a: {} }],
  ["a value with the sign of a key", ["[a]", "b = c = d"], { a: { b: "c = d" } }],
  ["line ends of Windows", ["[a]\r", "b = 1\r"], { a: { b: "1" } }],
])("reads %s", (_, lines, expected) => expect(values(...lines)).toEqual(expected));

test("a value knows its key", () => {
  expect(parseIni("[options]\npackages = find:", "setup.cfg").get("options")?.get("packages")?.source).toBe(
    "setup.cfg [options].packages",
  );
});

test.each([
  ["a key before the first section", ["b = 1"], 'setup.cfg:1: "b = 1" stands before the first section'],
  ["a line without a value", ["[a]", "b"], 'setup.cfg:2: "b" is no key with a value'],
  ["a value without a key", ["[a]", "= b"], 'setup.cfg:2: "= b" is no key with a value'],
  ["a second section", ["[a]", "[b]", "[a]"], 'setup.cfg:3: there is a second section "a"'],
  ["a second key", ["[a]", "b = 1", "b = 2"], 'setup.cfg:3: there is a second "b" in the section'],
])("refuses %s", (_, lines, message) => expect(() => values(...lines)).toThrow(message));
