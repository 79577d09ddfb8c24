import { type DebianPackage, systemPackageRows } from "../../src/knowledge/system-packages";

const suites = ["bullseye", "bookworm", "trixie", "forky"];
const distributions = systemPackageRows.map(({ distribution }) => distribution);
const packages = systemPackageRows.flatMap(({ build, run }) => [...build, ...run]);
const bySuite = packages.filter((each): each is Exclude<DebianPackage, string> => typeof each !== "string");

test("distributions are normalised", () => {
  expect(distributions.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
});
test("so are extras", () => {
  const extras = systemPackageRows.flatMap((row) => [...(row.extras ?? []), ...(row.exceptExtras ?? [])]);
  expect(extras.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
});
test("rows are sorted", () => expect(distributions).toEqual([...distributions].sort()));
test("no distribution is listed twice for the same extras", () => {
  const keys = systemPackageRows.map(({ distribution, extras = [], exceptExtras = [] }) =>
    [distribution, extras.join(","), exceptExtras.join(",")].join(" "),
  );
  expect(keys).toHaveLength(new Set(keys).size);
});
test("no extra of a distribution is listed twice", () => {
  const keys = systemPackageRows.flatMap(({ distribution, extras = [] }) =>
    extras.map((each) => `${distribution} ${each}`),
  );
  expect(keys).toHaveLength(new Set(keys).size);
});
test.each(systemPackageRows)("$distribution has a source", ({ source }) => {
  expect(source).toMatch(/^https:\/\/[\w.~-]+\.[a-z]+\/\S*$/);
});
test.each(systemPackageRows)("$distribution needs something", ({ build, run }) => {
  expect(build.length + run.length).toBeGreaterThan(0);
});
test("names are those of Debian packages", () => {
  const names = packages.flatMap((each) => (typeof each === "string" ? [each] : Object.values(each)));
  expect(names.filter((name) => name !== null && !/^[a-z0-9][a-z0-9+.-]+$/.test(name))).toEqual([]);
});
test("names that differ are listed from the oldest suite on, without a gap", () => {
  expect(bySuite.map(Object.keys).filter((keys) => keys.join() !== suites.slice(0, keys.length).join())).toEqual([]);
});
test("names that differ do differ", () => {
  expect(bySuite.filter((each) => new Set(Object.values(each)).size === 1)).toEqual([]);
});
test("a compiler is there where something is built", () => {
  const without = systemPackageRows.filter(({ build }) => build.length > 0 && !build.includes("build-essential"));
  expect(without).toEqual([]);
});
test("the table can't be changed", () => {
  expect([systemPackageRows, ...systemPackageRows].every(Object.isFrozen)).toBe(true);
});
