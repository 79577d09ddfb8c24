import { compareTarget, type LockExpectation, targetArguments } from "./compare-lock";

const expectation: LockExpectation = {
  lock: "uv.lock",
  format: "uv 1.3",
  fresh: true,
  targets: {
    "3.12 linux/arm64": { production: { a: "1.0", own: "git" }, fromSource: ["own"], missing: [] },
  },
};
const answer = {
  path: "uv.lock",
  format: "uv 1.3",
  fresh: true,
  production: { a: "1.0", own: "git" },
  development: { a: "1.0", own: "git", pytest: "8.0" },
  fromSource: ["own"],
  missing: [],
};
const differences = (changed: object, expected: Partial<LockExpectation> = {}) =>
  compareTarget({ ...expectation, ...expected }, "3.12 linux/arm64", { ...answer, ...changed }).differences;

test("a target is asked for by its Python and its platform", () =>
  expect(targetArguments("3.12 linux/arm64")).toEqual(["--python", "3.12", "--platform", "linux/arm64"]));
test("what is right has no difference, and what is not expected is not compared", () =>
  expect(differences({})).toEqual([]));
test.each<[object, string[]]>([
  [{ path: "../uv.lock" }, ['path: expected "uv.lock", got "../uv.lock"']],
  [{ format: "uv 1" }, ['format: expected "uv 1.3", got "uv 1"']],
  [{ fresh: null }, ["fresh: expected true, got null"]],
  [{ production: { a: "1.0" } }, ["production: missing own git"]],
  [{ production: { a: "1.1", own: "git" } }, ["production: a: expected 1.0, got 1.1"]],
  [{ production: { a: "1.0", own: "git", b: "2" } }, ["production: too many b"]],
  [{ fromSource: [] }, ['fromSource: expected ["own"], got []; missing own']],
  [{ missing: ["a"] }, ['missing: expected [], got ["a"]; too many a']],
])("%j gives %j", (changed, expected) => expect(differences(changed)).toEqual(expected));
test("where nobody can tell whether it fits, that is not compared", () =>
  expect(differences({ fresh: false }, { fresh: null })).toEqual([]));
test("a lock file without a target is compared as a whole", () =>
  expect(compareTarget({ ...expectation, targets: {} }, undefined, { ...answer, fresh: false })).toEqual({
    key: "lock",
    differences: ["fresh: expected true, got false"],
  }));
test("no answer is wrong", () =>
  expect(compareTarget(expectation, "3.12 linux/arm64", null).differences).toContain("production: not answered"));
