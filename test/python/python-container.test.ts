import { type PythonContainerOptions, StageBase } from "../../src";
import { containerBeside, containerProject, generated } from "../container-project";
import { argumentsOf, globalArguments, parsedStage, parsedStages } from "../dockerfile/parse";
import { filesOf } from "../project-folder";

const pyproject = (more = "", project = "") => `[project]
name = "orders"
version = "1.2.0"
description = "Takes orders"
requires-python = ">=3.11"
dependencies = ["httpx>=0.28"]
${project}
[project.scripts]
orders = "orders.cli:main"
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
${more}`;

function beside(files: Record<string, string>, options?: PythonContainerOptions) {
  const container = containerBeside({ "orders/__init__.py": "", "uv.lock": "", ...files }, options);
  return { container, output: () => generated(container.project) };
}

const app = (dockerfile: string) => parsedStage(dockerfile, "app");

describe("beside a pyproject.toml that people write", () => {
  test("the file itself stays as it is", () => {
    const { output } = beside({ "pyproject.toml": pyproject() });
    expect(output().files["pyproject.toml"]).toBe(pyproject());
  });

  test("requires-python moves the base image", () => {
    const { output } = beside({ "pyproject.toml": pyproject().replace(">=3.11", ">=3.11,<3.13") });
    expect(globalArguments(output().dockerfile)).toContain("PYTHON_VERSION=3.12");
  });

  test("the option pythonVersion decides over it", () => {
    const { output } = beside({ "pyproject.toml": pyproject() }, { pythonVersion: "3.12" });
    expect(globalArguments(output().dockerfile)).toContain("PYTHON_VERSION=3.12");
  });

  test("the line says which key it comes from", () => {
    const { output } = beside({ "pyproject.toml": pyproject() });
    expect(output().dockerfile).toContain("# PYTHON_VERSION from pyproject.toml [project].requires-python\n");
  });

  test("one script is the command", () => {
    const { output } = beside({ "pyproject.toml": pyproject() });
    expect(argumentsOf(app(output().dockerfile), "CMD")).toEqual(['["orders"]']);
  });

  test("one script beside others that are computed is no command", () => {
    const toml = pyproject("", 'dynamic = ["scripts"]')
      .replace(/\[project.scripts\][^[]*/, "")
      .replaceAll("hatchling", "setuptools");
    const setup = "setup(entry_points={'console_scripts': ['a = b:c', more()]})";
    const { output } = beside({ "pyproject.toml": toml, "setup.py": setup });
    expect(argumentsOf(app(output().dockerfile), "CMD").join()).toContain("The app image has no command");
  });

  test("the option command decides between them", () => {
    const { output } = beside({ "pyproject.toml": pyproject() }, { command: ["python", "-m", "orders"] });
    expect(argumentsOf(app(output().dockerfile), "CMD")).toEqual(['["python", "-m", "orders"]']);
  });

  test("name, version and description are labels", () => {
    const { output } = beside({ "pyproject.toml": pyproject() });
    expect(argumentsOf(app(output().dockerfile), "LABEL")).toEqual([
      "org.opencontainers.image.title=orders",
      'org.opencontainers.image.description="Takes orders"',
      "org.opencontainers.image.version=1.2.0",
    ]);
  });

  test("what the build backend requires is installed for the build", () => {
    const { output } = beside({ "pyproject.toml": pyproject() });
    expect(argumentsOf(parsedStage(output().dockerfile, "backend"), "RUN").at(-1)).toMatch(
      /uv pip install --system hatchling$/,
    );
  });

  test("a project that is not installed is copied, and found by PYTHONPATH", () => {
    const scripts = pyproject()
      .replace(/\[build-system\][^[]*/, "")
      .replace(/\[project\.scripts\][^[]*/, "");
    const { output } = beside({ "pyproject.toml": scripts }, { command: ["python", "-m", "orders"] });
    const { dockerfile } = output();
    expect(argumentsOf(parsedStage(dockerfile, "project"), "COPY")).toEqual([". ."]);
    expect(argumentsOf(app(dockerfile), "COPY")).toContain("--from=project /app /app");
    expect(argumentsOf(app(dockerfile), "ENV")).toContain("PYTHONPATH=/app");
  });

  test("a version that the backend finds out makes the lock of all files, and is no label", () => {
    const dynamic = pyproject().replace('version = "1.2.0"', 'dynamic = ["version"]');
    const { dockerfile } = beside({ "pyproject.toml": dynamic }).output();
    expect(argumentsOf(parsedStage(dockerfile, "resolve"), "COPY")).toContain(". .");
    expect(argumentsOf(app(dockerfile), "LABEL").join()).not.toContain("image.version");
  });

  test("a description of several lines is a label of one", () => {
    const lines = pyproject().replace('"Takes orders"', '"""\nTakes\n  orders"""');
    const { output } = beside({ "pyproject.toml": lines });
    expect(argumentsOf(app(output().dockerfile), "LABEL")).toContain(
      'org.opencontainers.image.description="Takes orders"',
    );
  });

  test("the developer's name moves everywhere at once", () => {
    const { dockerfile, devContainer } = beside({ "pyproject.toml": pyproject() }, { developerName: "ada" }).output();
    expect(argumentsOf(parsedStage(dockerfile, "dev"), "ARG")).toContain("UNAME=ada");
    expect(devContainer.remoteUser).toBe("ada");
    expect(devContainer.customizations.vscode.settings["python.defaultInterpreterPath"]).toMatch("/home/ada/");
  });

  test("mypy among the dependencies brings its extension", () => {
    const { output } = beside({ "pyproject.toml": pyproject('[dependency-groups]\ndev = ["mypy"]\n') });
    expect(output().devContainer.customizations.vscode.extensions).toContain("ms-python.mypy-type-checker");
  });

  test.each([
    ["broken TOML", "[project\n", /pyproject.toml.*line 1.*column/is],
    ["an empty requires-python", pyproject().replace(">=3.11", ">=3.13,<3.12"), /requires-python/],
    ["a readme that is kept out", pyproject("", 'readme = "docs/README.md"'), /"docs" leaves out "docs\/README.md"/],
  ])("%s is told before a file is written", (_, text, message) => {
    const files = { "pyproject.toml": text, "docs/README.md": "", "orders/__init__.py": "", "uv.lock": "" };
    const container = containerBeside(files);
    container.dockerignore.addPatterns("docs");
    expect(() => container.project.synth()).toThrow(message);
    expect(Object.keys(filesOf(container.project.outdir)).sort()).toEqual(Object.keys(files).sort());
  });
});

describe("options", () => {
  test("without a port there is neither EXPOSE nor a health check", () => {
    const { dockerfile, compose } = generated(containerProject({ port: undefined, healthCheckPath: undefined }));
    expect(app(dockerfile).instructions.map((each) => each.keyword)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/EXPOSE|HEALTHCHECK/)]),
    );
    expect(compose.services.app.ports).toBeUndefined();
  });

  test("a port without a path is asked for a connection", () => {
    const { dockerfile } = generated(containerProject({ healthCheckPath: undefined }));
    expect(argumentsOf(app(dockerfile), "HEALTHCHECK")[0]).toContain("create_connection");
  });

  test("the port moves everywhere at once", () => {
    const { dockerfile, compose, devContainer, tasks } = generated(containerProject({ port: 9000 }));
    expect(argumentsOf(app(dockerfile), "EXPOSE")).toEqual(["9000"]);
    expect(argumentsOf(app(dockerfile), "ENV")).toContain("PORT=9000");
    expect(argumentsOf(app(dockerfile), "HEALTHCHECK")[0]).toContain("9000");
    expect(compose.services.app.ports).toEqual([{ target: 9000, published: `\${PORT:-9000}`, host_ip: "127.0.0.1" }]);
    expect(devContainer.forwardPorts).toEqual([9000]);
    expect(tasks["docker:run"].steps[0].exec).toContain("127.0.0.1:9000:9000");
  });

  test("stages have other names", () => {
    const stageNames = { builder: "tools", deps: "libraries", dev: "workbench", app: "service" };
    const { dockerfile, compose, devContainer } = generated(containerProject({ stageNames }));
    expect(parsedStages(dockerfile).map((stage) => stage.name)).toEqual(
      expect.arrayContaining(["tools", "libraries", "workbench", "service"]),
    );
    expect([compose.services.app.build.target, compose.services.builder.build.target]).toEqual(["service", "tools"]);
    expect(devContainer.build.target).toBe("workbench");
  });

  test("another suite is in the tag", () => {
    const { dockerfile } = generated(containerProject({ debianSuite: "bookworm" }));
    expect(app(dockerfile).base).toBe(`python:\${PYTHON_VERSION}-slim-bookworm`);
  });

  test("another version of the package manager is pinned", () => {
    const { dockerfile } = generated(containerProject({ packageManagerVersion: "0.12.1" }));
    expect(globalArguments(dockerfile)).toContain("UV_VERSION=0.12.1");
  });

  test.each<[PythonContainerOptions, string]>([
    [{ port: 0 }, "a port is a whole number from 1 to 65535"],
    [{ port: 8000, healthCheckPath: "health" }, "a path starts with /"],
    [{ debianSuite: "Debian 13" }, 'write one like "trixie"'],
    [{ pythonVersion: 3.1 as unknown as string }, "3.1"],
    [{ imageName: "registry:5000/Team/orders" }, "image reference"],
    [{ imageName: "team/orders:latest" }, 'write "team/orders"'],
    [{ packageManagerVersion: 2.1 as unknown as string }, "a command line turns 2.10 into the number 2.1"],
    [{ packageManagerVersion: ">=2" }, 'write one like "2.5.1"'],
    [{ developerName: "root" }, "is not root"],
    [{ command: [] }, "command has no words"],
    [{ stageNames: { app: "My App" } }, 'stage name "My App" is not valid'],
  ])("%p is refused", (options, message) => {
    expect(() => containerBeside({}, options)).toThrow(message);
  });
});

describe("a user's changes", () => {
  test("in a section stand after what is generated there", () => {
    const project = containerProject();
    project.container.dockerfile.findStage("dev").section("system packages").addRun(["update-ca-certificates"]);
    const runs = argumentsOf(parsedStage(generated(project).dockerfile, "dev"), "RUN");
    expect(runs.findIndex((run) => run.includes("apt-get"))).toBe(0);
    expect(runs[1]).toBe("update-ca-certificates");
  });

  test("replace a generated value", () => {
    const project = containerProject();
    project.container.dockerfile.findStage("app").section("runtime").addCommand(["orders", "--verbose"]);
    project.container.compose.findService("app").configure({ readOnly: false });
    project.container.devContainer.addSetting("python.testing.pytestEnabled", false);
    const { dockerfile, compose, devContainer } = generated(project);
    expect(argumentsOf(app(dockerfile), "CMD")).toEqual(['["orders", "--verbose"]']);
    expect(compose.services.app.read_only).toBe(false);
    expect(devContainer.customizations.vscode.settings["python.testing.pytestEnabled"]).toBe(false);
  });

  // Everything that is generated can be replaced: each ENV, ARG and LABEL of each stage.
  const generatedKeys = parsedStages(generated(containerProject()).dockerfile).flatMap((stage) =>
    stage.instructions
      .filter((each) => /^(ENV|ARG|LABEL)$/.test(each.keyword) && each.arguments.includes("="))
      .map((each): [string, string, string] => [stage.name ?? "", each.keyword, each.arguments.split("=")[0]]),
  );

  test.each(generatedKeys)("replace %s %s %s", (stageName, keyword, name) => {
    const project = containerProject();
    const stage = project.container.dockerfile.findStage(stageName);
    if (keyword === "ENV") stage.addEnv(name, "mine");
    else if (keyword === "ARG") stage.addArg(name, { default: "mine" });
    else stage.addLabel(name, "mine");
    const values = argumentsOf(parsedStage(generated(project).dockerfile, stageName), keyword);
    expect(values.filter((value) => value.split("=")[0] === name)).toEqual([`${name}=mine`]);
  });

  test("set an entry point", () => {
    const project = containerProject();
    project.container.dockerfile.findStage("app").addEntrypoint(["/opt/venv/bin/python"]);
    expect(argumentsOf(app(generated(project).dockerfile), "ENTRYPOINT")).toEqual(['["/opt/venv/bin/python"]']);
  });

  test("add a stage", () => {
    const project = containerProject();
    const { dockerfile } = project.container;
    dockerfile.addStage("worker", StageBase.stage(dockerfile.findStage("app"))).addCommand(["worker"]);
    expect(parsedStages(generated(project).dockerfile).at(-1)).toMatchObject({ name: "worker", base: "app" });
  });

  test("a dependency that is added late is in pyproject.toml and in no other file", () => {
    const before = containerProject();
    const after = containerProject();
    after.addDependency("httpx@^0.28");
    const changed = Object.entries(generated(after).files).filter(
      ([path, text]) => generatedFiles(before)[path] !== text,
    );
    expect(changed.map(([path]) => path)).toEqual([".projen/deps.json", "pyproject.toml"]);
  });
});

const known = new WeakMap<object, Record<string, string>>();

/** A project is synthesized once. */
function generatedFiles(project: ReturnType<typeof containerProject>): Record<string, string> {
  const files = known.get(project) ?? generated(project).files;
  known.set(project, files);
  return files;
}
