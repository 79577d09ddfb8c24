import { readFileSync } from "node:fs";
import { Component, LogLevel, Project } from "projen";
import { Dockerfile, Dockerignore, StageBase } from "../../src";
import * as renderer from "../../src/dockerfile/render-dockerfile";
import { folderWith, projectFolder } from "../project-folder";

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

/** A repository of two projects with a Dockerfile each. */
function repository(): { root: Project; first: Dockerfile; second: Dockerfile } {
  const root = new Project({ name: "shop", outdir: projectFolder(), logging: { level: LogLevel.OFF } });
  const [first, second] = ["first", "second"].map((name) => {
    const project = new Project({ name, parent: root, outdir: name, logging: { level: LogLevel.OFF } });
    const made = new Dockerfile(project);
    made.addStage("app", StageBase.image("python:3.13-slim"));
    return made;
  });
  return { root, first, second };
}

/** Adds a line to a Dockerfile when the project is prepared. */
class Adding extends Component {
  constructor(
    project: Project,
    private readonly target: Dockerfile,
  ) {
    super(project);
  }

  public preSynthesize(): void {
    this.target.findStage("app").addRun(["true"]);
  }
}

test("what was checked in the root project is what projects below it write", () => {
  const render = jest.spyOn(renderer, "renderDockerfile").mockClear();
  repository().root.synth();
  expect(render).toHaveBeenCalledTimes(2);
});

test.each([
  [
    "a project adds to its own file when it is prepared",
    () => {
      const { root, second } = repository();
      new Adding(second.project, second);
      return { root, changed: second };
    },
  ],
  [
    "a project adds to the file of a later one",
    () => {
      const { root, first, second } = repository();
      new Adding(first.project, second);
      return { root, changed: second };
    },
  ],
  [
    "a project without files of ours adds to one of the root's",
    () => {
      const { root } = repository();
      const changed = new Dockerfile(root);
      changed.addStage("app", StageBase.image("python:3.13-slim"));
      new Adding(new Project({ name: "third", parent: root, outdir: "third" }), changed);
      return { root, changed };
    },
  ],
])("what %s is written", (_, make) => {
  const { root, changed } = make();
  root.synth();
  expect(readFileSync(changed.absolutePath, "utf8")).toContain("RUN true");
});

test("what is added after a synth is seen at once", () => {
  const project = new Project({ name: "orders", outdir: projectFolder(), logging: { level: LogLevel.OFF } });
  const dockerignore = new Dockerignore(project);
  project.synth();
  dockerignore.addPatterns("build");
  expect(dockerignore.includes("build")).toBe(false);
});

test("what is added after a synth that was refused is seen at once", () => {
  const project = new Project({ name: "orders", outdir: folderWith({ ".dockerignore": "a\n" }) });
  const dockerignore = new Dockerignore(project);
  expect(() => project.synth()).toThrow(/written by hand/);
  dockerignore.addPatterns("build");
  expect(dockerignore.includes("build")).toBe(false);
});
