import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside } from "../../container-project";
import { argumentsOf, globalArguments, parsedStage } from "../../dockerfile/parse";
import { synthesized } from "../../project-folder";

const project = (more = "") =>
  `[project]\nname = "orders"\nversion = "1"\ndependencies = ["httpx"]\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n${more}`;

function dockerfileOf(files: Record<string, string>, options: PythonContainerOptions = {}): string {
  const container = containerBeside(
    { "orders/__init__.py": "", ...files },
    { packageManager: PackageManager.HATCH, command: ["python", "-m", "orders"], ...options },
  );
  jest.spyOn(container.project.logger, "warn").mockImplementation();
  return synthesized(container.project).Dockerfile;
}

function runsOf(dockerfile: string, stage: string): string {
  return argumentsOf(parsedStage(dockerfile, stage), "RUN")
    .join("\n")
    .replace(/\s*\\\n\s*/g, " ");
}

test("hatch is installed by pipx, and pip is pinned beside it", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project() });
  expect(globalArguments(dockerfile)).toEqual(
    expect.arrayContaining(["PIP_VERSION=26.3", "PIPX_VERSION=1.18.4", "HATCH_VERSION=1.18.2"]),
  );
  expect(runsOf(dockerfile, "builder")).toMatch(
    /pipx install --global "hatch==\$\{HATCH_VERSION\}"\n.*pip install "pip==\$\{PIP_VERSION\}"/,
  );
});

test("another version of hatch is pinned", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project() }, { packageManagerVersion: "1.17.0" });
  expect(globalArguments(dockerfile)).toEqual(expect.arrayContaining(["PIP_VERSION=26.3", "HATCH_VERSION=1.17.0"]));
});

test.each([
  ["default where it has pytest", '[tool.hatch.envs.default]\ndependencies = ["pytest"]\n', '*environment("default")'],
  [
    "default and test",
    '[tool.hatch.envs.test]\ndependencies = ["pytest"]\n[tool.hatch.envs.docs]\ndependencies = ["mkdocs"]\n',
    '*environment("default"), *environment("test")',
  ],
  ["hatch test where no other has pytest", "", '*environment("default"), *environment("hatch-test")'],
])("a developer has the environment %s", (_, more, lines) => {
  const manifest = runsOf(dockerfileOf({ "pyproject.toml": project(more) }), "manifest");
  expect(manifest.match(/^development = .*$/m)?.[0]).toMatch(new RegExp(`${lines.replace(/[*()]/g, "\\$&")}\\]$`));
});

test("hatch.toml is read too", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project(), "hatch.toml": "" });
  expect(argumentsOf(parsedStage(dockerfile, "manifest"), "COPY")).toEqual([
    "pyproject.toml pylock.toml* hatch.toml* ./",
  ]);
});

test("production has nothing of an environment, which its lock file has", () => {
  const files = {
    "pyproject.toml": project('[tool.hatch.envs.default]\ndependencies = ["pytest"]\n'),
    "pylock.toml": 'lock-version = "1.0"\n',
  };
  const dockerfile = dockerfileOf(files);
  expect(runsOf(dockerfile, "manifest")).toContain('production = [*extras[""]]');
  expect(runsOf(dockerfile, "deps")).toMatch(
    /pip install --no-compile --no-deps -r pylock.toml.*uninstall.*compileall/s,
  );
});

test("the lock file has what the environment default has", () => {
  const more = '[dependency-groups]\nlint = ["ruff"]\n[tool.hatch.envs.default]\ndependency-groups = ["lint"]\n';
  const resolve = runsOf(dockerfileOf({ "pyproject.toml": project(more) }), "resolve");
  expect(resolve).toContain("hatch dep show requirements --env-only >/tmp/default.txt");
  expect(resolve).toMatch(/--group lint pyproject.toml \/tmp\/default.txt$/);
});

test("a lock file of another name is made by that name", () => {
  const more = '[tool.hatch.envs.default]\nlocked = true\nlock-filename = "pylock.default.toml"\n';
  expect(runsOf(dockerfileOf({ "pyproject.toml": project(more) }), "resolve")).toContain(
    "--output-file pylock.default.toml",
  );
});
