import type { Project } from "projen";
import { Dockerignore } from "../../src";
import { warningsBeside } from "../warnings-beside";

const add = (fileName?: string) => (project: Project) => {
  new Dockerignore(project, { fileName }).addPatterns("docs");
};

test("a .containerignore beside the .dockerignore is told", () => {
  expect(warningsBeside({ ".containerignore": "" }, add())).toEqual([
    ".containerignore: podman goes by it, and not by .dockerignore, which lies beside it; carry over what it has by addPatterns and remove it, or name it in handWrittenFiles",
  ]);
});

test.each([
  ["beside the ignore file of one Dockerfile", "Dockerfile.dockerignore", []],
  ["that is left to people", undefined, [".containerignore"]],
])("a .containerignore %s is no matter", (_, fileName, left) => {
  expect(warningsBeside({ ".containerignore": "" }, add(fileName), ...left)).toEqual([]);
});
