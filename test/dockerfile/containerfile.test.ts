import type { Project } from "projen";
import { Dockerfile, StageBase } from "../../src";
import { warningsBeside } from "../warnings-beside";

const add = (fileName?: string) => (project: Project) => {
  new Dockerfile(project, { fileName }).addStage("app", StageBase.image("python:3.13-slim"));
};

test("a Containerfile beside the Dockerfile is told", () => {
  expect(warningsBeside({ Containerfile: "FROM a\n" }, add())).toEqual([
    "Containerfile: podman takes it, and not Dockerfile, which lies beside it; remove it, or name it in handWrittenFiles and build by podman build --file Dockerfile",
  ]);
});

test.each([
  ["in another folder", "docker/Dockerfile", []],
  ["beside a Dockerfile of another name", "api.Dockerfile", []],
  ["that is left to people", undefined, ["Containerfile"]],
])("a Containerfile %s is no matter", (_, fileName, left) => {
  expect(warningsBeside({ Containerfile: "FROM a\n" }, add(fileName), ...left)).toEqual([]);
});
