import { Mistake, shown } from "../../src/values/mistake";

const mistake = new Mistake({ where: "Dockerfile", what: "port 0 is none", allowed: "1 to 65535", fix: "give one" });

test("the message is one sentence", () => {
  expect(mistake.message).toBe("Dockerfile: port 0 is none; 1 to 65535; give one");
});

test("the sentence stays one line, whatever it quotes", () => {
  const { message } = new Mistake({ where: "uv.lock [a\nb]", what: "c", below: "d\ne" });
  expect(message).toBe("uv.lock [a\\nb]: c\nd\ne");
});

test("what is not known is left out", () => {
  expect(new Mistake({ where: "a", what: "b" }).message).toBe("a: b");
});

test("a password in a value is masked", () => {
  const { message, stack } = new Mistake({ where: "a", what: shown("b@https://ada:s3cr3t@example.com") });
  expect(message).toBe('a: "b@https://***:***@example.com"');
  expect(stack).not.toContain("s3cr3t");
});

test("only frames of the user's own files are shown", () => {
  expect(mistake.stack).toContain("mistake.test.ts");
  expect(mistake.stack).not.toContain("node_modules");
});

test.each([
  ["a", '"a"'],
  [1, "1"],
  [undefined, "undefined"],
])("%p is shown as %s", (value, text) => expect(shown(value)).toBe(text));
