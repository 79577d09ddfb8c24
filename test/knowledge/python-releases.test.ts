import { defaultPythonMinor, pythonReleases } from "../../src/knowledge/python-releases";

test("the releases follow one another", () => {
  expect(pythonReleases.map(({ minor }) => minor)).toEqual([8, 9, 10, 11, 12, 13, 14, 15].map((each) => `3.${each}`));
});
test.each(pythonReleases)("$minor is supported for five years from its release on", ({ released, supportedUntil }) => {
  const [year, month] = released.split("-").map(Number);
  expect(supportedUntil).toBe(`${year + 5}-${String(month).padStart(2, "0")}`);
});
test.each(pythonReleases)("$minor names its schedule", ({ source }) => {
  expect(source).toMatch(/^https:\/\/peps\.python\.org\/pep-0\d{3}\/$/);
});
test("the default is one of them", () => {
  expect(pythonReleases.map(({ minor }) => minor)).toContain(defaultPythonMinor);
});
test("the table can't be changed", () => {
  expect([pythonReleases, ...pythonReleases].every(Object.isFrozen)).toBe(true);
});
