import { globMatches } from "../../src/pyproject/files/glob";

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
])("%s and %s: %p", (pattern, path, matches) => expect(globMatches(pattern, path)).toBe(matches));
