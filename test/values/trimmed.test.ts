import { trimmed } from "../../src/values/trimmed";

test.each([
  [" \t a b\u00a0\n", "a b"],
  ["\u0085a\u0085", "a"],
  ["\ufeffa", "\ufeffa"],
  [" \n", ""],
])("%j is %j without the space at its ends", (text, expected) => expect(trimmed(text)).toBe(expected));

test("a long space inside takes no time", () => {
  const start = performance.now();
  trimmed(`a${" ".repeat(200_000)}b`);
  expect(performance.now() - start).toBeLessThan(1000);
});
