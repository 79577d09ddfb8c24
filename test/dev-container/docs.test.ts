import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exists } from "./documented-way";
import { LEFT_TO_OVERRIDES, PROPERTY_NAMES } from "./property-names";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/dev-container.md"), "utf8");
const rows = [...page.split("## What is refused")[0].matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(
  ([, property, where]): [property: string, where: string] => [property, where],
);

/** What a cell names: options and methods, each with what it is an option of, but no words of other tools. */
const ways = (where: string) =>
  [...where.matchAll(/`([^` ]+)`(?: of `([^`]+)`)?/g)].map(([, name, owner]): [string, string?] => [name, owner]);

test("the page has a row for each property, in order", () => {
  expect(rows.map(([property]) => property)).toEqual(PROPERTY_NAMES);
});

const typed = rows.filter(([property]) => !(property in LEFT_TO_OVERRIDES));
test.each(typed)("%s is where it says: %s", (_property, where) => {
  expect(ways(where)).not.toEqual([]);
  expect(ways(where).filter((way) => !exists(...way))).toEqual([]);
});
test.each(rows.filter(([property]) => property in LEFT_TO_OVERRIDES))("%s is left to overrides: %s", (_, where) => {
  expect(ways(where)[0]).toEqual(["file.addOverride", undefined]);
  expect(exists("file.addOverride")).toBe(true);
});
test.each<[string, string | undefined]>([
  ["addPlugin", undefined],
  ["target", undefined],
  ["log", undefined],
  ["DevContainerSource.volume", undefined],
  ["LifecycleStep.STARTED", undefined],
  ["remoteUser", "DevContainerSource.dockerfile"],
  ["files", "DevContainerSource.dockerfile"],
  ["gpu", "PortAttributes"],
  ["label", "Nothing"],
])("nothing else is taken for a way: %s of %s", (name, owner) => expect(exists(name, owner)).toBe(false));

test("the README leads to it", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(docs/dev-container.md)");
});
