import { reachesBelow } from "../../src/dockerignore/reaches-below";

test.each([
  ["a/b", "a", true],
  ["a", "a", false],
  ["a", "a/b", false],
  ["*/b", "a", true],
  ["b*/c", "a", false],
  ["**/b", "a/a", true],
  ["a/b\\/c", "b", true],
  ["[^a]b", "a", true],
])("%s may match below %s: %s", (glob, folder, may) => expect(reachesBelow(glob, folder)).toBe(may));
