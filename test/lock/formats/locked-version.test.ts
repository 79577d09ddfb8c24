import { allowsLocked } from "../../../src/lock/formats/locked-version";

test.each<[string, string | undefined, boolean]>([
  ["", "1.0", true],
  [">=1, <2", "1.5", true],
  [">=1,<2", "2.0", false],
  [">1,!=1.5", "1.5", false],
  [">=1", "2.0rc1", true],
  ["<2", "2.0rc1", false],
  ["==1.5", "1.5+cpu", true],
  ["~=1.4.2", "1.5", false],
  ["==1.*", "1.5", true],
  ["===1.5", "1.5", true],
  // Old packages have such clauses, which are none of PEP 440.
  [">=2.7.*", "1.0", true],
  ["^1.0", "3.0", true],
  [">=1", undefined, true],
])("%j allows %s: %p", (specifier, version, expected) => {
  expect(allowsLocked(specifier, version)).toBe(expected);
});
