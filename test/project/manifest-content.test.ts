import { manifestContent } from "../../src/project/manifest-content";

const PACKAGES = { constructs: "^10.5.0", projen: "^0.103.25", typescript: "~6.0.0" };

const after = (before: string | undefined) => manifestContent(() => "orders", PACKAGES).textAfter(before) ?? "";

/** The lines of a text that another does not have. */
const added = (before: string, text: string) => text.split("\n").filter((line) => !before.split("\n").includes(line));

/** The text without what was added. */
const rest = (text: string) =>
  text.replace(/,?\s*"(constructs|projen|typescript)": "[^"]*"/g, "").replace(/,?\s*"devDependencies": \{\s*\}/, "");

const MINE = '{\n  "name": "web",\n  "version": "1.0.0",\n  "scripts": { "build": "x" },\n  "b": [1,2,  3]\n}\n';

test("a new one is private and has a name", () => {
  expect(JSON.parse(after(undefined))).toMatchObject({ name: "orders", private: true });
});

test("one in which npm has put packages alone is a new one", () => {
  const text = after('{ "devDependencies": { "projen": "0.103.25" } }');
  expect(JSON.parse(text)).toMatchObject({ name: "orders", devDependencies: { ...PACKAGES, projen: "0.103.25" } });
});

test("one with packages of people's alone is theirs", () => {
  expect(JSON.parse(after('{ "devDependencies": { "prettier": "^3" } }')).name).toBeUndefined();
});

test("one of people's gets no name", () => expect(JSON.parse(after('{"private":false}')).name).toBeUndefined());

test.each([
  ["two spaces", MINE],
  ["four spaces", MINE.replaceAll("\n  ", "\n    ")],
  ["tabs", MINE.replaceAll("\n  ", "\n\t")],
  ["the line ends of Windows", MINE.replaceAll("\n", "\r\n")],
  ["no line end at its end", MINE.trimEnd()],
  ["a byte order mark", `\uFEFF${MINE}`],
  ["no line end at all", '{"name":"web","b":[1,2,  3]}'],
])("the rest of one with %s stays as it is", (_, before) => {
  expect(rest(after(before))).toBe(before);
});

test.each([
  ["two spaces", MINE, '    "projen": "^0.103.25",'],
  ["four spaces", MINE.replaceAll("\n  ", "\n    "), '        "projen": "^0.103.25",'],
  ["tabs", MINE.replaceAll("\n  ", "\n\t"), '\t\t"projen": "^0.103.25",'],
  ["the line ends of Windows", MINE.replaceAll("\n", "\r\n"), '    "projen": "^0.103.25",\r'],
])("what is added has %s", (_, before, line) => {
  expect(added(before, after(before))).toContain(line);
});

const withDev = (dev: string) => `{\n  "name": "web",\n  "devDependencies": ${dev},\n  "private": true\n}\n`;

test.each([
  ["in their order", '{\n    "prettier": "^3"\n  }', ["constructs", "prettier", "projen", "typescript"]],
  [
    "in another order",
    '{\n    "vite": "1",\n    "eslint": "1"\n  }',
    ["vite", "eslint", "constructs", "projen", "typescript"],
  ],
  ["in none", "{}", ["constructs", "projen", "typescript"]],
])("packages that stand %s stay so", (_, dev, names) => {
  expect(Object.keys(JSON.parse(after(withDev(dev))).devDependencies)).toEqual(names);
});

test("versions that stand there stay", () => {
  expect(JSON.parse(after(withDev('{ "projen": "0.104.0" }'))).devDependencies.projen).toBe("0.104.0");
});

test("a package among the dependencies is not added again", () => {
  const { devDependencies } = JSON.parse(after('{ "name": "web", "dependencies": { "projen": "0.104.0" } }'));
  expect(devDependencies.projen).toBeUndefined();
});

test("one that has all stays as it is", () => {
  const whole = after(MINE);
  expect(after(whole)).toBe(whole);
});

test.each([
  ["{", /package\.json: is no JSON/],
  ["[]", /package\.json: is no JSON object/],
  ["null", /is no JSON object/],
])("%s is told", (text, message) => expect(() => after(text)).toThrow(message));
