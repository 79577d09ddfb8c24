import { defaultIndex, isDefaultIndex } from "../../src/knowledge/default-index";
import { developmentGroups, isDevelopmentName } from "../../src/knowledge/development-groups";
import { testFolder } from "../../src/knowledge/source-folders";
import { spdxExceptions, spdxLicenses } from "../../src/knowledge/spdx-licenses";

test("the names of development groups are normalised", () => {
  expect([...developmentGroups].filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
});
test("no license is listed twice", () => {
  const all = [...spdxLicenses, ...spdxExceptions].map((id) => id.toLowerCase());
  expect(all).toHaveLength(new Set(all).size);
});
test.each(["test", "tests", "tests_smoke", "integration_tests", "unit-test"])("%s is a folder of tests", (name) => {
  expect(testFolder.test(name)).toBe(true);
});
test.each(["latest", "testing", "contest", "e2etests"])("%s is none", (name) => {
  expect(testFolder.test(name)).toBe(false);
});
test.each([defaultIndex, `${defaultIndex}/`, `https://${["pypi", "python", "org"].join(".")}/simple`])(
  "%s is the default index",
  (url) => expect(isDefaultIndex(url)).toBe(true),
);
test.each(["https://example.com/simple", `${defaultIndex}/flask`])("%s is not the default index", (url) =>
  expect(isDefaultIndex(url)).toBe(false),
);
test.each(["devel", "devel-tools", "unit-tests"])("%s is a name for development", (name) =>
  expect(isDevelopmentName(name)).toBe(true),
);
