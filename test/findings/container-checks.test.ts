import { Project } from "projen";
import {
  ComposeFile,
  ContainerChecks,
  Dockerfile,
  PythonContainer,
  type SkippedCheckOptions,
  StageBase,
} from "../../src";
import type { ToldFinding } from "../../src/findings/report";
import { containerBeside } from "../container-project";
import { bareProject, synthesized } from "../project-folder";

/** Adds a service that nothing can start, and returns its compose file. */
function broken(project: Project, name = "web"): ComposeFile {
  const compose = new ComposeFile(project);
  compose.addService(name);
  return compose;
}

function messageOf(project: Project): string {
  try {
    synthesized(project);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test("one error is told with its rule and the way to the page", () => {
  const project = bareProject();
  broken(project);
  expect(messageOf(project)).toMatch(
    /imageBuild.*\n {2}ServiceWithoutImage: \S*docs\/checks\/ServiceWithoutImage\.md$/,
  );
});

test("all errors of all projects are told at once", () => {
  const project = bareProject();
  broken(project);
  broken(new Project({ name: "below", parent: project, outdir: "below" }), "worker");
  const text = messageOf(project);
  expect(text).toMatch(/^2 mistakes: nothing was written\n- compose.yaml service "web"/);
  expect(text).toContain('\n- below: compose.yaml service "worker"');
});

test("nothing is written where there is an error", () => {
  const project = bareProject();
  new Dockerfile(project).addStage("app", StageBase.image("debian:trixie-slim"));
  broken(project);
  expect(() => synthesized(project)).toThrow("ServiceWithoutImage");
  expect(require("node:fs").readdirSync(project.outdir)).toEqual([]);
});

test.each([
  ["the whole project", {}, true],
  ["the service", { service: "web" }, true],
  ["another service", { service: "worker" }, false],
  ["a stage", { stage: "web" }, false],
])("a rule that is switched off for %s", (_, place, isOff) => {
  const project = bareProject();
  broken(project);
  ContainerChecks.of(project).skip("ServiceWithoutImage", { reason: "a second file has it", ...place });
  expect(messageOf(project) === "").toBe(isOff);
});

test("a rule that a project above switches off is off below, and not the other way round", () => {
  const project = bareProject();
  const below = new Project({ name: "below", parent: project, outdir: "below" });
  broken(below);
  ContainerChecks.of(project).skip("ServiceWithoutImage", { reason: "a second file has it" });
  expect(messageOf(project)).toBe("");
  const other = bareProject();
  broken(other);
  const sub = new Project({ name: "below", parent: other, outdir: "below" });
  ContainerChecks.of(sub).skip("ServiceWithoutImage", { reason: "a second file has it" });
  expect(messageOf(other)).toContain("ServiceWithoutImage");
});

test("a warning is told and stops nothing", () => {
  const project = bareProject();
  const warn = jest.spyOn(project.logger, "warn").mockImplementation();
  const compose = new ComposeFile(project);
  for (const name of ["one", "two"])
    compose.addService(name, { image: "nginx:1.29", ports: [{ target: 80, published: 8000 }] });
  expect(messageOf(project)).toBe("");
  expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining("DuplicateHostPort")]);
});

test.each([
  ["Nonsense", "docs/checks has all"],
  ["UnknownStag", "among them UnknownInstruction, UnknownStage"],
  ["DL3004", "here it is SudoInRun"],
  ["dl3006", "here it is UnpinnedBaseImage or UnpinnedServiceImage"],
  ["unknownstage", "here it is UnknownStage"],
])("a rule that is not there can't be switched off: %s", (name, message) => {
  const skip = () => ContainerChecks.of(bareProject()).skip(name, { reason: "none" });
  expect(skip).toThrow(`there is no rule ${JSON.stringify(name)}`);
  expect(skip).toThrow(message);
});

test("what is switched off in vain is told", () => {
  const project = bareProject();
  const info = jest.spyOn(project.logger, "info").mockImplementation();
  broken(project);
  const checks = ContainerChecks.of(project);
  checks.skip("ServiceWithoutImage", { reason: "a second file has it", service: "web" });
  checks.skip("ServiceWithoutImage", { reason: "a second file has it", service: "wbe" });
  expect(messageOf(project)).toBe("");
  expect(info.mock.calls.map(String)).toEqual([
    expect.stringContaining('ServiceWithoutImage service "wbe" switches nothing off'),
  ]);
});

const SCRIPT = "import sys\nfrom os import path\n";

test.each<[string, SkippedCheckOptions & { rule: string }, (container: PythonContainer) => void]>([
  [
    "the example of the index",
    { rule: "MisreadLine", stage: "dev", reason: "nobody opens a dev container here" },
    ({ dockerfile }) => dockerfile.findStage("dev").addRunScript(SCRIPT, { interpreter: "python" }),
  ],
  [
    "a target of a service",
    { rule: "UnknownTarget", service: "jobs", reason: "it is added later" },
    ({ compose }) => compose.addService("jobs", { imageBuild: { context: ".", target: "jobs" } }),
  ],
  [
    "an argument of a stage",
    { rule: "UndeclaredBuildArg", stage: "app", reason: "it is added later" },
    ({ compose }) =>
      compose.findService("app").configure({ imageBuild: { context: ".", target: "app", args: { X: "1" } } }),
  ],
  [
    "an environment of a stage",
    { rule: "HiddenVirtualEnv", stage: "app", reason: "it is the same one" },
    ({ compose }) => compose.findService("app").configure({ tmpfs: ["/opt/venv"] }),
  ],
])("a place is named where a rule is switched off: %s", (_, { rule, ...options }, spoil) => {
  const [told, left] = [false, true].map((isOff) => {
    const container = containerBeside({ "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n' });
    spoil(container);
    const checks = ContainerChecks.of(container.project);
    if (isOff) checks.skip(rule, options);
    return Object.values(checks._findings())
      .flat()
      .map((each: ToldFinding) => each.rule);
  });
  expect(told).toContain(rule);
  expect(left).not.toContain(rule);
});

test("a project switches a rule off for its service in a file of the project above", () => {
  const root = bareProject();
  const composeFile = new ComposeFile(root);
  const orders = new Project({ name: "orders", parent: root, outdir: "orders" });
  const container = new PythonContainer(orders, { composeFile });
  container.addCommand("worker", ["true"]).configure({ privileged: true });
  ContainerChecks.of(orders).skip("PrivilegedService", { reason: "it mounts disks", service: "worker" });
  expect(
    ContainerChecks.of(root)
      ._findings()
      .warnings.map(({ rule }) => rule),
  ).not.toContain("PrivilegedService");
});

test("a rule is not switched off without a reason", () => {
  expect(() => ContainerChecks.of(bareProject()).skip("UnknownStage", { reason: " " })).toThrow("no reason");
});
