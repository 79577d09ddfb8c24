import { globMatches } from "../../src/pyproject/files/glob";
import { matchingPaths } from "../../src/pyproject/managers/matching-folders";
import { mapFolder } from "./facts-of";

test.each([
  ["services/*", "services/orders", true],
  ["services/*", "services/orders/api", false],
  ["./services/*/", "services/orders", true],
  ["**", "services/orders", true],
  ["**/orders", "services/orders", true],
  ["**/orders", "orders", true],
  ["services/**", "services/a/b", true],
  ["services/order?", "services/orders", true],
  ["services/[op]*", "services/orders", true],
  ["services/[!o]*", "services/orders", false],
  ["a.b", "aXb", false],
  ["a(b", "a(b", true],
  ["[z-a]", "z", false],
  ["orders", "services/orders", false],
  ["**/orders", "/orders", false],
  ["services/**/api", "services/api", true],
  ["services/?", "services/ü", true],
  ["[", "[", true],
])("%s and %s: %p", (pattern, path, matches) => expect(globMatches(pattern, path)).toBe(matches));

/** How long it takes, in milliseconds. */
function duration(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

test("many stars against a long name take no time", () => {
  const pattern = `${"*a".repeat(12)}*b`;
  expect(duration(() => globMatches(pattern, "a".repeat(60)))).toBeLessThan(500);
});
test("folders that several ways lead to are named once", () => {
  const folder = mapFolder({ "a/b/c/x.py": "" });
  expect(matchingPaths(folder, "", "**/**/*/**").sort()).toEqual(["a", "a/b", "a/b/c", "a/b/c/x.py"]);
});
