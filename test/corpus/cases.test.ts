import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ran } from "../cli/ran";
import { projectFolder } from "../project-folder";
import { compareTarget, type LockExpectation, targetArguments } from "./compare-lock";
import { caseLines, resultOf } from "./report";
import { findCases, unpackCase } from "./unpack";

const cases = findCases(join(__dirname, "cases")).map((folder) => [basename(folder), folder]);

test("there are cases", () => expect(cases.length).toBeGreaterThan(5));

test.each(cases)("every fact of %s is right", (name, folder) => {
  const { expectation, project } = unpackCase(folder, projectFolder());
  const { out, err, exitCode } = ran(["facts", project, "--json", "--suite", "bookworm"]);
  const answer = exitCode === 0 ? { facts: JSON.parse(out) } : { failure: err };
  const all = Object.entries(expectation).length;
  expect(all).toBeGreaterThan(20);
  expect(caseLines(resultOf(name, expectation, answer)).slice(1)).toEqual([]);
});

const targets = cases.flatMap(([name, folder]) => {
  const file = join(folder, "locked.json");
  const lock: LockExpectation | undefined = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  return lock === undefined ? [] : Object.keys(lock.targets).map((target) => [name, target, folder, lock] as const);
});

test("there are lock files", () => expect(targets.length).toBeGreaterThan(2));

test.each(targets)("what is locked in %s for %s is right", (_, target, folder, lock) => {
  const { project } = unpackCase(folder, projectFolder());
  const { out } = ran(["facts", project, "--json", "--suite", "bookworm", ...targetArguments(target)]);
  expect(compareTarget(lock, target, JSON.parse(out).lock).differences).toEqual([]);
});
