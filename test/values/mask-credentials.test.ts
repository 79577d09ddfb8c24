import { maskAssignments, maskCredentials } from "../../src/values/mask-credentials";
import { Mistake } from "../../src/values/mistake";
import { factsOf } from "../pyproject/facts-of";

const variable = "$" + "{PASSWORD}";
test.each([
  ["https://me:secret@example.com/simple", "https://***:***@example.com/simple"],
  ["https://token@example.com/simple", "https://***@example.com/simple"],
  ["https://me:p@ss:word@example.com/", "https://***:***@example.com/"],
  [`https://me:${variable}@example.com/`, `https://***:${variable}@example.com/`],
  ["https://$USER:$PASSWORD@example.com/", "https://$USER:$PASSWORD@example.com/"],
  ["git+https://a:b@example.com/x.git@v1", "git+https://***:***@example.com/x.git@v1"],
  ["https://example.com/@scope/name", "https://example.com/@scope/name"],
  ["https://example.com/?mail=a@b", "https://example.com/?mail=a@b"],
  ["see https://a:b@c.example, http://d@e.example", "see https://***:***@c.example, http://***@e.example"],
  ["https://user:p#ss@example.com/", "https://***:***@example.com/"],
  ["https://user:pa/ss@example.com/x", "https://***:***@example.com/x"],
  ["https://user:p@a/ss@example.com/x", "https://***:***@example.com/x"],
  ['https://u:p"q@example.com/', "https://***:***@example.com/"],
  ["https://a:b@c.example,https://d:e@f.example", "https://***:***@c.example,https://***:***@f.example"],
  ["https://localhost:8080/@scope/name", "https://localhost:8080/@scope/name"],
  ['"https://localhost:8080" and "a@b"', '"https://localhost:8080" and "a@b"'],
  ["https://example.com/?token=SECRET&a=b", "https://example.com/?token=***&a=b"],
  ["https://example.com/x?a=b&X-Amz-Signature=12#c", "https://example.com/x?a=b&X-Amz-Signature=***#c"],
  [`https://example.com/?private_token=${variable}`, `https://example.com/?private_token=${variable}`],
  ["Ann <ann@example.com>", "Ann <ann@example.com>"],
])("%s is shown as %s", (text, masked) => expect(maskCredentials(text)).toBe(masked));

test.each([
  ["API_TOKEN=abc def", "API_TOKEN=***"],
  ['  "db_password": "abc",', '  "db_password": ***'],
  ["+ENV API_KEY abc", "+ENV API_KEY ***"],
  ["ENV A=1 SECRET = abc", "ENV A=1 SECRET = ***"],
  ["a token of ours: key", "a token of ours: key"],
  ["echo API_KEY abc", "echo API_KEY abc"],
  [`API_TOKEN=${variable}`, `API_TOKEN=${variable}`],
  ["token, password=abc", "token, password=***"],
  ["API_TOKEN=", "API_TOKEN="],
])("the line %s is shown as %s", (line, masked) => expect(maskAssignments(line)).toBe(masked));

test.each([
  ["names", "token_a-".repeat(10_000)],
  ["instructions", "ENV token ".repeat(10_000)],
  ["blanks", `token${" ".repeat(80_000)}`],
  ["parameters", `https://example.com/?${"token_".repeat(10_000)}`],
])("a long line of %s takes no time", (_, line) => {
  const start = performance.now();
  maskAssignments(maskCredentials(line));
  expect(performance.now() - start).toBeLessThan(1000);
});

test("a mistake is masked, in its stack too", () => {
  const { message, stack } = new Mistake({ where: "requirements.txt:2", what: '"git+https://tok:sec@example.com/x"' });
  expect(message).toBe('requirements.txt:2: "git+https://***:***@example.com/x"');
  expect(stack).not.toContain("sec@");
});
test("notes are masked", () => {
  const { notes } = factsOf("", {
    "requirements.txt": "-r https://tok:sec@example.com",
  });
  expect(notes.join("\n")).not.toContain("sec@");
});
