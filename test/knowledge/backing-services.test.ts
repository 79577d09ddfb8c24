import { backingServiceRows } from "../../src/knowledge/backing-services";

test.each(backingServiceRows.flatMap(({ distributions }) => distributions))("%s is normalised by PEP 503", (name) => {
  expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\[(?:[a-z0-9]+(?:-[a-z0-9]+)*)?\])?$/);
});

test("no distribution points to two services", () => {
  const all = backingServiceRows.flatMap(({ distributions }) => distributions);
  expect(all).toHaveLength(new Set(all).size);
});

test.each(backingServiceRows.map(({ source }) => source))("%s is a source to look at", (source) => {
  expect(new URL(source).protocol).toBe("https:");
});
