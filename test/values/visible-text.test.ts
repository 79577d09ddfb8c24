import { Mistake, shown } from "../../src/values/mistake";
import { textFlaw } from "../../src/values/text-flaw";
import { visibleText } from "../../src/values/visible-text";

test.each([
  ["\u202e", "\\u202e"],
  ["\u200b", "\\u200b"],
  ["\ufeff", "\\ufeff"],
  ["\u0085", "\\u0085"],
  ["\ud800", "\\ud800"],
  ["\u{e0041}", "\\u{e0041}"],
  ["é\n漢", "é\n漢"],
])("%j is shown as %j", (text, visible) => expect(visibleText(text)).toBe(visible));

test("a mistake shows what it quotes, also where nobody asked for it", () => {
  expect(new Mistake({ where: "a", what: "b\u202ec" }).message).toBe("a: b\\u202ec");
});

test("of a long value the beginning is shown, and how long it is", () => {
  expect(shown("x".repeat(2000))).toBe(`"${"x".repeat(299)}… (2002 characters)`);
});

test("a password is masked before its address is cut", () => {
  expect(shown(`${" ".repeat(270)}https://ada:${"s3cr3t".repeat(20)}@example.com`)).not.toContain("s3cr3t");
});

test.each([
  ["\0", "a NUL character"],
  ["a\udc00", "half of a surrogate pair"],
  ["😀", undefined],
])("%j has %j", (text, flaw) => expect(textFlaw(text)).toBe(flaw));
