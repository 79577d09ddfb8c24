import { DevContainer, DevContainerSource, type DockerfileStage, PythonContainer, StageBase } from "../../src";
import { warningsBeside } from "../warnings-beside";

const FILES = {
  "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n',
  "uv.lock": "",
  "orders/__init__.py": "",
};

/** What is said of lines that the Dev Containers CLI takes for instructions. */
function misread(stage: string, add: (stage: DockerfileStage) => void, files: Record<string, string> = FILES) {
  const warnings = warningsBeside(files, (project) => add(new PythonContainer(project).dockerfile.findStage(stage)));
  return warnings.filter((text) => text.includes("for an instruction"));
}

test.each<[string, (stage: DockerfileStage) => void]>([
  ["from os import path", (to) => to.addRunScript("import sys\n  from os import path\n", { interpreter: "python" })],
  ["user add ada", (to) => to.addCopyText("\nuser add ada\n", "/etc/script")],
  ["env A=1 make", (to) => to.addRunShell("cd /src &&\nenv A=1 make")],
  ["ARG is what comes", (to) => to.addCopyText("ARG is what comes", "/etc/readme")],
])("%j is told of", (line, add) => {
  expect(misread("dev", add)).toEqual([
    expect.stringContaining(`Dockerfile: the Dev Containers CLI takes the line ${JSON.stringify(line)}`),
  ]);
});

test.each<[string, string, (stage: DockerfileStage) => void]>([
  ["other words", "dev", (to) => to.addCopyText("import os\nuser = 1\nENVIRONMENT\nA from B\n", "/etc/a")],
  ["the instructions themselves", "dev", (to) => to.addEnv("A", "1", { comment: "env A\nuser a" })],
  ["raw text, which may be several instructions", "dev", (to) => to.addRaw("ARG A\nENV B=1")],
  ["a stage of which no dev container is made", "app", (to) => to.addCopyText("from a import b", "/etc/a")],
])("nothing is said of %s", (_what, stage, add) => expect(misread(stage, add)).toEqual([]));

test("the stages from which it starts count", () => {
  const warnings = warningsBeside(FILES, (project) => {
    const { dockerfile } = new PythonContainer(project);
    const base = dockerfile.addStage("tools", StageBase.image("debian:trixie"));
    base.addCopyText("from a import b", "/etc/a");
    dockerfile.addStage("desk", StageBase.stage(base)).addUser("ada");
    new DevContainer(project, { variant: "desk", source: DevContainerSource.dockerfile({ target: "desk" }) });
  });
  expect(warnings.join()).toContain(".devcontainer/desk/devcontainer.json is built from this stage");
});

test.each(["requirements.txt", "pylock.toml", "poetry.lock", "pdm.lock"])(
  "nothing is said of what is generated with %s",
  (lock) => {
    const { "uv.lock": _, ...files } = FILES;
    expect(misread("dev", () => {}, { ...files, [lock]: "" })).toEqual([]);
  },
);
