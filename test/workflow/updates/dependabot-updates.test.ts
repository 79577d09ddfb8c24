import { parse } from "yaml";
import { DependabotUpdates, type DependabotUpdatesOptions, ExistingPythonProject } from "../../../src";
import { containerBeside, containerProject } from "../../container-project";
import { bareProject, folderWith, synthesized } from "../../project-folder";
import { PYPROJECTS } from "../workflow-shapes";

const FILE = ".github/dependabot.yml";

function made(text = PYPROJECTS.uv, options: DependabotUpdatesOptions = {}) {
  const container = containerBeside({ "pyproject.toml": text });
  new DependabotUpdates(container, options);
  return parse(synthesized(container.project)[FILE]);
}

const ecosystems = ({ updates }: { updates: { "package-ecosystem": string }[] }) =>
  updates.map((each) => each["package-ecosystem"]);

test("this module and what runs it are kept current", () => {
  const names = made().updates[0].allow.map((each: { "dependency-name": string }) => each["dependency-name"]);
  expect(names).toEqual(["projen-python-container", "projen", "constructs"]);
});
test.each([
  ["uv", PYPROJECTS.uv],
  ["pip", PYPROJECTS.poetry],
])("dependencies that people write are those of %s", (ecosystem, text) => {
  expect(ecosystems(made(text))).toEqual(["npm", ecosystem]);
});
test("dependencies of a generated file are left alone", () => {
  const project = containerProject();
  new DependabotUpdates(project);
  expect(ecosystems(parse(synthesized(project)[FILE]))).toEqual(["npm"]);
});
test("each project has its folder", () => {
  const outdir = folderWith({ "services/api/pyproject.toml": PYPROJECTS.uv });
  const project = new ExistingPythonProject({ name: "shop", outdir, folders: ["services/api"] });
  new DependabotUpdates(project);
  expect(parse(synthesized(project)[FILE]).updates[1].directory).toBe("/services/api");
});
test("labels can be named", () => {
  expect(made(PYPROJECTS.uv, { labels: ["update"] }).updates[0].labels).toEqual(["update"]);
});
test("a second configuration is told", () => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  new DependabotUpdates(container);
  expect(() => new DependabotUpdates(container)).toThrow(".github/dependabot.yml is generated already");
});
test("a project without a container is told", () => {
  const project = bareProject();
  new DependabotUpdates(project);
  expect(() => synthesized(project)).toThrow("there is no Python container");
});
