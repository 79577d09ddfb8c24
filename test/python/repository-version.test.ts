import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";

function output(build: string) {
  const toml = `[project]\nname = "Orders.App"\ndynamic = ["version"]\n${build}`;
  const files = { "pyproject.toml": toml, "uv.lock": "", "src/orders_app/__init__.py": "" };
  return generated(containerBeside(files).project);
}

const vcs =
  '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\nbuild-backend = "hatchling.build"\n[tool.hatch.version]\nsource = "vcs"\n';
const scm =
  '[build-system]\nrequires = ["setuptools>=80", "setuptools-scm>=8"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools_scm]\n';
const pdm =
  '[build-system]\nrequires = ["pdm-backend"]\nbuild-backend = "pdm.backend"\n[tool.pdm.version]\nsource = "scm"\n';
const file =
  '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[tool.hatch.version]\npath = "src/orders_app/__init__.py"\n';

test.each([
  [vcs, "SETUPTOOLS_SCM_PRETEND_VERSION"],
  [scm, "SETUPTOOLS_SCM_PRETEND_VERSION"],
  [pdm, "PDM_BUILD_SCM_VERSION"],
])("the stage that builds the project is told the version: %s", (build, variable) => {
  const project = parsedStage(output(build).dockerfile, "project");
  expect(argumentsOf(project, "ENV")).toContain(`${variable}=\${VERSION}`);
});
test("the version has a default", () =>
  expect(argumentsOf(parsedStage(output(vcs).dockerfile, "project"), "ARG")).toContain("VERSION=0.0.0"));
test("the stage that locks is told it too", () =>
  expect(argumentsOf(parsedStage(output(vcs).dockerfile, "resolve"), "ARG")).toContain("VERSION=0.0.0"));
test("compose passes it on", () =>
  expect(output(vcs).compose.services.app.build.args.VERSION).toBe(`\${VERSION:-0.0.0}`));
test("no dependency is installed again for a new version", () =>
  expect(output(vcs).dockerfile.match(/^ARG VERSION/gm)).toHaveLength(3));
test("a version in a file needs no word", () => {
  const { dockerfile, compose } = output(file);
  expect([dockerfile.includes("VERSION=0.0.0"), compose.services.app.build.args.VERSION]).toEqual([false, undefined]);
});
test("a member of the workspace that the project needs is told it too", () => {
  const root =
    '[project]\nname = "orders"\nversion = "1"\ndependencies = ["rules"]\n[tool.uv.workspace]\nmembers = ["rules"]\n[tool.uv.sources]\nrules = { workspace = true }\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
  const member = `[project]\nname = "rules"\ndynamic = ["version"]\n${vcs}`;
  const files = { "pyproject.toml": root, "uv.lock": "", "orders/__init__.py": "" };
  const { dockerfile } = generated(
    containerBeside({ ...files, "rules/pyproject.toml": member, "rules/rules/__init__.py": "" }).project,
  );
  expect(argumentsOf(parsedStage(dockerfile, "project"), "ENV")).toContain(
    `SETUPTOOLS_SCM_PRETEND_VERSION=\${VERSION}`,
  );
});
