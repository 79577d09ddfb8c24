import { buildToolRows } from "../../src/knowledge/build-backends";

const shown = buildToolRows.map(({ shownBy }) => JSON.stringify(shownBy));

test("nothing is listed twice", () => expect(shown).toHaveLength(new Set(shown).size));
test.each(buildToolRows)("$shownBy has a source", ({ source }) => {
  expect(source).toMatch(/^https:\/\/[\w.~-]+\.[a-z]+\/\S*$/);
});
test("requirements are normalised, backends are modules", () => {
  const odd = buildToolRows.filter(({ shownBy }) => {
    if ("backend" in shownBy) return !/^[a-z_]+$/.test(shownBy.backend);
    return "requirement" in shownBy && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(shownBy.requirement);
  });
  expect(odd).toEqual([]);
});
test.each(buildToolRows)("$shownBy needs a compiler or the linker of one", ({ build }) => {
  expect(build).toContain("build-essential");
});
test("the table can't be changed", () => {
  expect([buildToolRows, ...buildToolRows].every(Object.isFrozen)).toBe(true);
});
