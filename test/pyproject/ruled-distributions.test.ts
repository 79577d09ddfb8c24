import { nativeBuildRows } from "../../src/knowledge/source-builds";
import { ruledDistributions } from "../../src/pyproject/system-package-rules";

const row = { build: [], run: [], source: "ours" };

test("no native row is ruled by the table", () => {
  const ruled = ruledDistributions({});
  expect(nativeBuildRows.map(({ distribution }) => distribution).filter((name) => ruled.has(name))).toEqual([]);
});
test.each([
  ["psycopg2", true],
  ["lightgbm", false],
  ["psycopg", false],
  ["fido2", false],
])("does a row of the table tell how %s is built: %p", (name, expected) =>
  expect(ruledDistributions({}).has(name)).toBe(expected),
);
test("a row of the user's tells it without a package too", () =>
  expect(ruledDistributions({ rows: [{ ...row, distribution: "Light_GBM" }] }).has("light-gbm")).toBe(true));
test("so does a row that is switched off", () => {
  const ruled = ruledDistributions({ without: ["LightGBM", "psycopg2"] });
  expect([ruled.has("lightgbm"), ruled.has("psycopg2")]).toEqual([true, true]);
});
