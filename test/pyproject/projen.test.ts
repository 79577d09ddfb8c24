import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Component, JsonPatch, type Project, python, TextFile, TomlFile } from "projen";
import { ComposeFile } from "../../src/compose/compose-file";
import { Pyproject } from "../../src/pyproject/pyproject";
import { PythonVersion } from "../../src/values/python-version";
import { bareProject, projectFolder, synthesized } from "../project-folder";

function pythonProject(options: Partial<python.PythonProjectOptions>): python.PythonProject {
  return new python.PythonProject({
    ...{ name: "my-orders", moduleName: "my_orders", version: "0.1.0", authorName: "A", authorEmail: "a@example.com" },
    ...{ projenrcPython: false, sample: false, outdir: projectFolder() },
    ...options,
  });
}

const facts = (project: Project, options = {}) => new Pyproject(project, options).facts();
const names = (project: Project) => facts(project).dependencies.map(({ value }) => value.name);
const pyproject = (project: Project) => project.tryFindObjectFile("pyproject.toml");

describe.each([
  ["uv", { uv: true }, "uv: true of projen", ">=3.12,<4.0"],
  ["poetry", { poetry: true }, "poetry: true of projen, pyproject.toml [tool.poetry]", ">=3.8,<4.0"],
])("a project that projen manages with %s, before anything is on disk", (manager, options, sign, requiresPython) => {
  const project = () => pythonProject({ ...options, deps: ["fastapi@^0.115"], devDeps: ["ruff@*"], license: "MIT" });

  test("shows its package manager", () => {
    const { value, source } = facts(project()).packageManager;
    expect([value, source]).toEqual([manager, sign]);
  });
  test("has its name", () => expect(facts(project()).name?.value.written).toBe("my-orders"));
  test("has its version", () => expect(facts(project()).version?.value).toBe("0.1.0"));
  test("has its license", () => expect(facts(project()).license?.value).toBe("MIT"));
  test("has projen's Python", () => expect(facts(project()).requiresPython?.value).toBe(requiresPython));
  test("has its dependencies", () => expect(names(project())).toEqual(["fastapi"]));
  test("has its development group", () => {
    expect(
      facts(project()).groups.map(({ value }) => [value.name, value.requirements.map((each) => each.name)]),
    ).toEqual([
      // projen adds pytest by itself.
      ["dev", expect.arrayContaining(["pytest", "ruff"])],
    ]);
  });
  test("has its package", () => expect(facts(project()).packageRoots.value).toEqual(["my_orders"]));
  test("has no lock file yet", () => {
    expect(facts(project()).lockFile?.value).toEqual({
      name: `${manager}.lock`,
      path: `${manager}.lock`,
      exists: false,
    });
  });
  test("shows dependencies that are added later", () => {
    const late = project();
    const file = new Pyproject(late);
    file.facts();
    late.addDependency("requests@^2");
    expect(
      file
        .facts()
        .dependencies.map(({ value }) => value.name)
        .sort(),
    ).toEqual(["fastapi", "requests"]);
  });
  test("says the same after a synth", () => {
    const written = project();
    const before = facts(written);
    synthesized(written);
    expect(JSON.stringify(facts(written))).toBe(JSON.stringify(before));
  });
  test("does not believe an older file on disk", () => {
    const older = project();
    writeFileSync(join(older.outdir, "pyproject.toml"), '[project]\nname = "older"');
    expect(facts(older).name?.value.written).toBe("my-orders");
  });
});

test("uv's project of projen is not installed without a build system", () => {
  expect(facts(pythonProject({ uv: true })).installsProject.value).toBe(false);
});
test("poetry's project of projen is installed", () => {
  expect(facts(pythonProject({ poetry: true })).installsProject.value).toBe(true);
});
test("a module whose name is not that of the project is not built by poetry, from the first synth on", () => {
  const project = pythonProject({ poetry: true, moduleName: "orders" });
  const first = facts(project);
  mkdirSync(join(project.outdir, "orders"));
  writeFileSync(join(project.outdir, "orders/__init__.py"), "");
  const second = facts(project);
  expect([first, second].map((each) => [each.installsProject.value, each.packageRoots.value])).toEqual([
    [false, ["orders"]],
    [false, ["orders"]],
  ]);
});

test("a dependency with an operator, which projen makes invalid, is explained", () => {
  const project = pythonProject({ uv: true, deps: ["requests@>=2"] });
  expect(() => facts(project)).toThrow('pyproject.toml [project].dependencies: "requests==>=2" has two operators');
  expect(() => facts(project)).toThrow('write "requests@^2" or "requests@2"');
});
test.each(["requests@^2", "requests@2", "requests", "requests@*", "requests@~2.1"])("uv: %s works", (spec) => {
  expect(names(pythonProject({ uv: true, deps: [spec] }))).toEqual(["requests"]);
});
test.each(["requests@>=2", "requests@^2", "requests@{ version = '^2', extras = ['socks'] }"])(
  "poetry: %s works",
  (spec) => {
    expect(names(pythonProject({ poetry: true, deps: [spec] }))).toEqual(["requests"]);
  },
);
test("poetry: python as a dependency is the Python version", () => {
  expect(facts(pythonProject({ poetry: true, deps: ["python@~3.12"] })).requiresPython?.value).toBe(">=3.12,<3.13");
});

test("overrides count", () => {
  const project = pythonProject({ uv: true });
  pyproject(project)?.addOverride("project.requires-python", ">=3.14");
  expect(facts(project).requiresPython?.value).toBe(">=3.14");
});
test("patches count", () => {
  const project = pythonProject({ uv: true });
  pyproject(project)?.patch(JsonPatch.replace("/project/name", "patched"));
  expect(facts(project).name?.value.written).toBe("patched");
});
test("a .python-version that projen writes counts before it is on disk", () => {
  const project = pythonProject({ uv: true });
  new TextFile(project, ".python-version", { lines: ["3.14"] });
  expect(facts(project).python).toMatchObject({ value: { minor: "3.14" }, source: ".python-version" });
});
test("the options count", () => {
  const python = facts(pythonProject({ uv: true }), { pythonVersion: PythonVersion.of("3.14") }).python;
  expect(python).toMatchObject({ value: { minor: "3.14" }, source: "option pythonVersion" });
});

test("while files are looked at and written the facts stay", () => {
  const project = pythonProject({ uv: true });
  const file = new Pyproject(project);
  const seen: unknown[] = [];
  new (class extends Component {
    public synthesize(): void {
      seen.push(file.facts());
      project.addDependency("requests@^2");
      seen.push(file.facts());
    }
  })(project);
  // A guarded file, by which the guard has a last look.
  new ComposeFile(project);
  synthesized(project);
  expect(seen[1]).toBe(seen[0]);
});

describe("a hand-written pyproject.toml", () => {
  const written = (text: string, folder = ".") => {
    const project = bareProject();
    mkdirSync(join(project.outdir, folder), { recursive: true });
    writeFileSync(join(project.outdir, folder, "pyproject.toml"), text);
    return project;
  };
  const uv = '[project]\nname = "by-hand"\n[tool.uv]\npackage = false';

  test("is read from disk", () => expect(facts(written(uv)).name?.value.written).toBe("by-hand"));
  test("is read from another folder", () => {
    expect(facts(written(uv, "backend"), { folder: "backend" }).name?.value.written).toBe("by-hand");
  });
  test("that is missing is told", () => {
    expect(() => facts(bareProject())).toThrow("pyproject.toml: there is no such file, neither on disk nor");
  });
  test("that is a folder is told too", () => {
    const project = bareProject();
    mkdirSync(join(project.outdir, "pyproject.toml"));
    expect(() => facts(project)).toThrow("pyproject.toml: there is no such file");
  });
  test("that is broken is told with its line and column", () => {
    expect(() => facts(written("[project\n"))).toThrow(/^pyproject\.toml:1:\d+: is not valid TOML/);
  });
  test("in another folder is told with the folder", () => {
    expect(() => facts(written("[project\n", "backend"), { folder: "backend" })).toThrow(/^backend: pyproject\.toml:1/);
  });
});

test("a mistake in a subproject names its folder", () => {
  const parent = bareProject();
  const project = pythonProject({ parent, outdir: "services/orders", uv: true, deps: ["a@>=1"] });
  expect(() => facts(project)).toThrow(/^services\/orders: pyproject\.toml \[project\]/);
});
test("a workspace that projen manages counts before it is on disk", () => {
  const parent = bareProject();
  new TomlFile(parent, "pyproject.toml", { obj: { tool: { uv: { workspace: { members: ["services/*"] } } } } });
  const project = pythonProject({ parent, outdir: "services/orders", uv: true });
  expect(facts(project).lockFile?.value.path).toBe("../../uv.lock");
});

test("facts follow a requirements file that projen manages, also where pyproject.toml stays the same", () => {
  const project = bareProject();
  new TextFile(project, "pyproject.toml", { lines: ["[tool.ruff]", "line-length = 120"] });
  const requirements = new TextFile(project, "requirements.txt", { lines: ["fastapi==0.115.0"] });
  const file = new Pyproject(project);
  const names = () => file.facts().dependencies.map(({ value }) => value.name);
  expect(names()).toEqual(["fastapi"]);
  requirements.addLine("uvicorn==0.34.0");
  expect(names()).toEqual(["fastapi", "uvicorn"]);
});
