import { ExistingPythonProject, type PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { folderWith, synthesized } from "../project-folder";

const pyproject = (...development: string[]) => `[project]
name = "orders"
version = "1.2.0"
requires-python = ">=3.11"
[project.scripts]
orders = "orders.cli:main"
[dependency-groups]
dev = ${JSON.stringify(development)}
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`;

function beside(development: string[], options: PythonContainerOptions = {}, files: Record<string, string> = {}) {
  const all = { "pyproject.toml": pyproject(...development), "orders/__init__.py": "", "uv.lock": "", ...files };
  return containerBeside(all, options);
}

const written = (development: string[], options: PythonContainerOptions) =>
  generated(beside(development, options).project);

const parsed = (text: string) => JSON.parse(text.slice(text.indexOf("\n")));

const launch = (development: string[], options: PythonContainerOptions = {}) =>
  parsed(written(development, { vscodeFiles: true, ...options }).files[".vscode/launch.json"]).configurations;

const byName = (configurations: { name: string; connect?: { port: number } }[], name: string) =>
  configurations.find((each) => each.name.includes(name));

describe(".vscode/launch.json", () => {
  test("attaches to the debug service, whose source is elsewhere", () => {
    expect(byName(launch(["debugpy"]), "debug")).toMatchObject({
      type: "debugpy",
      request: "attach",
      connect: { host: "127.0.0.1", port: 5678 },
      pathMappings: [{ localRoot: `\${workspaceFolder}`, remoteRoot: "/workspace" }],
    });
  });

  test("finds the debugger of each of two projects of one compose file", () => {
    const files = Object.fromEntries(
      ["api", "web"].flatMap((name) => [
        [`${name}/pyproject.toml`, pyproject("debugpy").replaceAll("orders", name)],
        [`${name}/${name}/__init__.py`, ""],
        [`${name}/uv.lock`, ""],
      ]),
    );
    const shop = new ExistingPythonProject({ outdir: folderWith(files), folders: ["api", "web"], vscodeFiles: true });
    const all = synthesized(shop);
    const ports = ["api", "web"].map(
      (name) => byName(parsed(all[`${name}/.vscode/launch.json`]).configurations, "debug")?.connect?.port,
    );
    expect(ports).toEqual([5678, 5679]);
  });

  test("finds the debugger on a port of the user's", () => {
    const container = beside(["debugpy"], { vscodeFiles: true });
    container.compose.findService("debug").addPort({ published: 9999, target: 5678 });
    const { configurations } = parsed(generated(container.project).files[".vscode/launch.json"]);
    expect(byName(configurations, "debug")).toMatchObject({ connect: { port: 9999 } });
  });

  test("attaches to a service that is there by a user's word", () => {
    const container = beside([], { vscodeFiles: true });
    container.compose.findService("debug").configure({ command: ["orders-debugged"] });
    const { configurations } = parsed(generated(container.project).files[".vscode/launch.json"]);
    expect(byName(configurations, "debug")).toMatchObject({ connect: { port: 5678 } });
  });

  test("launches nothing in a dev container that is not generated", () => {
    const files = { Dockerfile: "FROM python:3.13\n" };
    const container = beside(["pytest"], { vscodeFiles: true, handWrittenFiles: ["Dockerfile"] }, files);
    const all = synthesized(container.project);
    expect(parsed(all[".vscode/launch.json"]).configurations).toEqual([]);
    expect(all[".vscode/tasks.json"]).not.toContain("isDefault");
  });

  test("has no attaching without debugpy in the container", () => expect(byName(launch([]), "debug")).toBeUndefined());

  test("maps all of a context above the project", () => {
    const configurations = launch(["debugpy"], { buildContext: "../.." });
    expect(byName(configurations, "debug")).toMatchObject({
      pathMappings: [{ localRoot: `\${workspaceFolder}/../..` }],
    });
  });

  test.each<[string, PythonContainerOptions, object]>([
    ["a script", {}, { program: "/home/dev/venv/bin/orders", args: [] }],
    ["a script of a developer", { developerName: "ada" }, { program: "/home/ada/venv/bin/orders" }],
    ["a module", { command: ["python", "-m", "orders", "-v"] }, { module: "orders", args: ["-v"] }],
    ["a file", { command: ["python", "run.py", "-v"] }, { program: "run.py", args: ["-v"] }],
    ["the interpreter's options", { command: ["python", "-u", "run.py"] }, { pythonArgs: ["-u"], program: "run.py" }],
    ["what listens", { port: 9000 }, { env: { PORT: "9000" } }],
  ])("launches %s in the dev container", (_, options, expected) => {
    expect(byName(launch([], options), "application")).toMatchObject({ request: "launch", ...expected });
  });

  test("launches no shell", () => {
    expect(byName(launch([], { command: ["sh", "-c", "orders"] }), "application")).toBeUndefined();
  });

  test("launches the tests where there is pytest", () => {
    expect(byName(launch(["pytest"]), "tests")).toMatchObject({ module: "pytest" });
    expect(byName(launch([]), "tests")).toBeUndefined();
  });
});

describe(".vscode/tasks.json", () => {
  const tasks = () => {
    const container = beside([], { vscodeFiles: true });
    container.project.addTask("report", { description: "Write the report" });
    return parsed(generated(container.project).files[".vscode/tasks.json"]).tasks;
  };

  test.each(["npx projen", "npx projen lock", "npx projen report"])("runs %s", (command) => {
    expect(tasks().map((each: { command: string }) => each.command)).toContain(command);
  });

  const testTask = (development: string[], options: PythonContainerOptions = {}) => {
    const text = written(development, { vscodeFiles: true, ...options }).files[".vscode/tasks.json"];
    const all: { command: string; group?: { isDefault: boolean } }[] = parsed(text).tasks;
    return all.find(({ group }) => group?.isDefault)?.command;
  };

  test.each<[string, string[], PythonContainerOptions, string | undefined]>([
    ["the service", ["pytest"], {}, "npx projen compose:test"],
    ["the dev container where the service is none", ["pytest"], { developmentServices: false }, "npx projen dev:test"],
    ["nothing without pytest", [], {}, undefined],
  ])("tests by default in %s", (_, development, options, command) => {
    expect(testTask(development, options)).toBe(command);
  });

  test("leaves out what ejects the project", () => expect(JSON.stringify(tasks())).not.toContain("eject"));
});

test("a run configuration of JetBrains starts the service, with the mark in a comment", () => {
  const text = written([], { jetbrainsFiles: true, serviceNames: { app: "shop" } }).files[".run/shop.run.xml"];
  expect(text).toMatch(/^<!-- .*Generated by projen.*\(checksum [0-9a-f]+\)\n-->\n<component/);
  expect(text).toContain('<option value="shop" />');
});

describe("the files of an editor", () => {
  test("are generated where they are asked for", () => {
    const paths = Object.keys(written([], {}).files).filter((path) => /^\.(?:vscode|run)\//.test(path));
    expect(paths).toEqual([]);
  });

  test("of people are not written over", () => {
    const mine = { ".vscode/launch.json": '{ "configurations": [] }' };
    expect(() => beside([], { vscodeFiles: true }, mine).project.synth()).toThrow(/\.vscode\/launch\.json/);
  });
});
