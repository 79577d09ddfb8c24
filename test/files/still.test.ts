import { readFileSync } from "node:fs";
import { Component, LogLevel, Project } from "projen";
import { Dockerfile, StageBase } from "../../src";
import * as renderer from "../../src/dockerfile/render-dockerfile";
import { projectFolder } from "../project-folder";

function dockerfile(): Dockerfile {
  const project = new Project({ name: "orders", outdir: projectFolder(), logging: { level: LogLevel.OFF } });
  const made = new Dockerfile(project);
  made.addStage("app", StageBase.image("python:3.13-slim"));
  return made;
}

test("what was checked is what is written", () => {
  const render = jest.spyOn(renderer, "renderDockerfile");
  dockerfile().project.synth();
  expect(render).toHaveBeenCalledTimes(1);
});

test("what is added after the look is written", () => {
  class Late extends Component {
    public preSynthesize(): void {
      made.findStage("app").addRun(["true"]);
    }
  }
  const made = dockerfile();
  new Late(made.project);
  made.project.synth();
  expect(readFileSync(made.absolutePath, "utf8")).toContain("RUN true");
});
