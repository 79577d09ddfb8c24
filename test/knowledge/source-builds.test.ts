import { nativeBuildRows, purePython, sourceBuildOf } from "../../src/knowledge/source-builds";
import { pureBySource } from "../../src/knowledge/source-builds/pure-by-source";
import { systemPackageRows } from "../../src/knowledge/system-packages";

const suites = ["bullseye", "bookworm", "trixie", "forky"];
const natives = nativeBuildRows.map(({ distribution }) => distribution);
const packages = nativeBuildRows.flatMap(({ build, run }) => [...build, ...run]);
const bySuite = packages.filter((each) => typeof each !== "string");
const normalised = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

describe.each([
  ["native", natives],
  ["pure", purePython],
])("the %s distributions", (_, names) => {
  test("are there", () => expect(names.length).toBeGreaterThan(100));
  test("are normalised", () => expect(names.filter((name) => !normalised.test(name))).toEqual([]));
  test("are sorted", () => expect(names).toEqual([...names].sort()));
  test("are listed once", () => expect(names).toHaveLength(new Set(names).size));
});
test("none is native and pure", () => expect(natives.filter((name) => purePython.includes(name))).toEqual([]));
test("none has its build in the system package rows", () => {
  const built = systemPackageRows.filter(({ build }) => build.length > 0).map(({ distribution }) => distribution);
  // SQLAlchemy's rows are those of its extras.
  expect(built.filter((name) => name !== "sqlalchemy" && [...natives, ...purePython].includes(name))).toEqual([]);
});
test("each has a source", () => {
  const odd = [...nativeBuildRows, ...pureBySource].filter(
    ({ source }) => !/^https:\/\/[\w.-]+\.[a-z]+\/\S*$/.test(source),
  );
  expect(odd).toEqual([]);
});
test("each native one needs a compiler or the linker of one", () => {
  expect(nativeBuildRows.filter(({ build }) => !build.includes("build-essential"))).toEqual([]);
});
test("names are those of Debian packages", () => {
  const names = packages.flatMap((each) => (typeof each === "string" ? [each] : Object.values(each)));
  expect(names.filter((name) => name === null || !/^[a-z0-9][a-z0-9+.-]+$/.test(name))).toEqual([]);
});
test("names that differ are listed from the oldest suite on, without a gap", () => {
  expect(bySuite.map(Object.keys).filter((keys) => keys.join() !== suites.slice(0, keys.length).join())).toEqual([]);
});
test("names that differ do differ", () => {
  expect(bySuite.filter((each) => new Set(Object.values(each)).size === 1)).toEqual([]);
});
test("packages to run are no packages to build", () => {
  const odd = nativeBuildRows
    .flatMap(({ run }) => run)
    .filter((each) => typeof each === "string" && /-dev$/.test(each));
  expect(odd).toEqual([]);
});
test("the tables can't be changed", () => {
  expect([purePython, nativeBuildRows, ...nativeBuildRows].every(Object.isFrozen)).toBe(true);
});
test("docopt is pure Python", () => expect(sourceBuildOf("docopt")).toBe("pure"));
test("lxml links libxslt", () => {
  expect(sourceBuildOf("lxml")).toMatchObject({ run: expect.arrayContaining(["libxslt1.1"]), needsRust: false });
});
test("orjson needs Rust", () => expect(sourceBuildOf("orjson")).toMatchObject({ needsRust: true }));
test("psycopg2 is built as its system package row says", () => {
  expect(sourceBuildOf("psycopg2")).toMatchObject({ build: ["build-essential", "libpq-dev"], needsRust: false });
});
test("of others it is not known", () => expect(sourceBuildOf("an-unknown-one")).toBeUndefined());
