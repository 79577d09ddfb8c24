import { basename, join } from "node:path";
import { ran } from "../cli/ran";
import { projectFolder } from "../project-folder";
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
