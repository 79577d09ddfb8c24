import { BuildContext } from "../../src";
import { buildContextFindings } from "../../src/checks/build-context";
import { throwErrors } from "../../src/findings/report";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { ProjectPlace } from "../../src/values/project-place";

const facts = {
  buildFiles: [{ value: "hooks/build.py", source: "pyproject.toml [tool.hatch.build.hooks.custom].path" }],
  hasPyproject: true,
  requirementsFiles: [],
  groups: [],
  lockFile: { value: { name: "uv.lock", path: "uv.lock" }, source: "" },
  readmeFiles: [{ value: "docs/README.md", source: "pyproject.toml [project].readme" }],
  licenseFiles: [{ value: "LICENSE*", source: "" }],
  packageRoots: { value: ["src/orders"], source: "src/orders/__init__.py" },
} as unknown as ProjectFacts;

const read = (context: string, of = facts) => ({
  facts: of,
  localProjects: [],
  projectsWithin: [],
  place: ProjectPlace.of(context, "/work/services/orders"),
});
const check = (...lines: string[]) =>
  throwErrors([...buildContextFindings(new BuildContext(lines), ".dockerignore", read("."))]);

test.each([
  ["the lock file", "uv.lock"],
  ["pyproject.toml", "*.toml"],
  ["the readme", "docs"],
  ["a file of the build backend", "hooks"],
  ["the source", "src"],
])("%s may not be kept out", (_, pattern) => {
  expect(() => check(pattern)).toThrow(`.dockerignore: the pattern "${pattern}" leaves out`);
});

test("the message names the key that needs the file, and the fix", () => {
  expect(() => check("docs")).toThrow(
    'the build needs it (pyproject.toml [project].readme); remove the pattern, or take the file in again by addExceptions("docs/README.md")',
  );
});

test("what is taken in again is there", () => expect(() => check("docs", "!docs/README.md")).not.toThrow());
test("patterns of license files say nothing of one file", () => expect(() => check("LICENSE")).not.toThrow());

describe("a lock file above the project", () => {
  const above = {
    ...facts,
    lockFile: { value: { name: "uv.lock", path: "../../uv.lock" }, source: "" },
  } as unknown as ProjectFacts;
  const checkAbove = (context: string, ...lines: string[]) =>
    throwErrors([...buildContextFindings(new BuildContext(lines), "Dockerfile.dockerignore", read(context, above))]);

  test.each([".", ".."])("is not in the context %s", (context) => {
    expect(() => checkAbove(context)).toThrow(/"..\/..\/uv.lock" lies outside of .*; set buildContext: "..\/.."$/m);
  });
  test("is in the context of its own folder", () => expect(() => checkAbove("../..")).not.toThrow());
  test.each([
    ["services/orders/src", "services/orders/src"],
    ["services", "services/orders/pyproject.toml"],
  ])("patterns are those of the context: %s", (pattern, file) => {
    expect(() => checkAbove("../..", pattern)).toThrow(`the pattern "${pattern}" leaves out "${file}`);
  });
});
