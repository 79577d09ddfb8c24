import { publicIndexes } from "../../src/knowledge/public-indexes";

const hosts = publicIndexes.map(({ host }) => host);

test("nothing is listed twice", () => expect(hosts).toHaveLength(new Set(hosts).size));
test.each(publicIndexes)("$host is a host in lower case, and has a source", ({ host, source }) => {
  expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
  expect(source).toMatch(/^https:\/\/\S+$/);
});
test("the table can't be changed", () => {
  expect([publicIndexes, ...publicIndexes].every(Object.isFrozen)).toBe(true);
});
