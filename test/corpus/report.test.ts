import { caseLines, isAllRight, resultOf, sumLines } from "./report";

const expectation = { packageManager: "uv", extras: ["web"], readme: null, project: "." };
const right = resultOf("one", expectation, { facts: { packageManager: "uv", extras: ["web"] } });
const wrong = resultOf("two", expectation, { facts: { packageManager: "uv", extras: [] } });
const crashed = resultOf("three", expectation, { failure: "exit code 70: TypeError\n  at x" });

test("a case that is right is one line", () => expect(caseLines(right)).toEqual(["one: 2 of 2 right"]));
test("a case has its differences below it", () => {
  expect(caseLines(wrong)).toEqual(["two: 1 of 2 right", '  extras: expected ["web"], got []; missing web']);
});
test("without an answer all facts of the case are wrong, and the message is shown", () => {
  expect(caseLines(crashed)).toEqual(["three: 0 of 2 right", "  exit code 70: TypeError", "    at x"]);
});
test("the facts of all cases are summed up", () =>
  expect(sumLines([right, wrong, crashed]).at(-1)).toBe("facts right: 3 of 6"));
test.each([
  [[right], true],
  [[right, wrong], false],
  [[right, crashed], false],
  [[], false],
])("whether all of these is right: %#", (results, expected) => expect(isAllRight(results)).toBe(expected));
