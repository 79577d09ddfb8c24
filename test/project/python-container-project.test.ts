import { PackageManager, type PythonContainerProjectOptions } from "../../src";
import { containerProject, generated, parsedToml } from "../container-project";
import { globalArguments } from "../dockerfile/parse";
import { filesOf, folderWith, synthesized } from "../project-folder";

type Options = Partial<PythonContainerProjectOptions>;

const pyproject = (options: Options) => parsedToml(synthesized(containerProject(options))["pyproject.toml"]);

describe("with uv", () => {
  test("requiresPython stands in pyproject.toml and moves the images", () => {
    const { files, dockerfile } = generated(containerProject({ requiresPython: ">=3.11,<3.13" }));
    expect(parsedToml(files["pyproject.toml"]).project["requires-python"]).toBe(">=3.11,<3.13");
    expect(globalArguments(dockerfile)).toContain("PYTHON_VERSION=3.12");
  });

  test("the project has a build backend, without which uv would not install it", () => {
    expect(pyproject({})["build-system"]["build-backend"]).toBe("uv_build");
  });

  test("the user's own build system stays", () => {
    const buildSystem = { requires: ["hatchling"], buildBackend: "hatchling.build" };
    const file = pyproject({ uvOptions: { buildSystem } });
    expect(file["build-system"]["build-backend"]).toBe("hatchling.build");
    expect(file.tool?.uv?.["build-backend"]).toBeUndefined();
  });
});

describe("with poetry", () => {
  const packageManager = PackageManager.POETRY;

  test("requiresPython is poetry's python", () => {
    expect(pyproject({ packageManager, requiresPython: ">=3.11,<3.13" }).tool.poetry.dependencies.python).toBe(
      ">=3.11,<3.13",
    );
  });

  test("python among the dependencies is taken as it is", () => {
    expect(pyproject({ packageManager, deps: ["python@^3.12"] }).tool.poetry.dependencies.python).toBe("^3.12");
  });

  test("a task on a host without poetry is no failure", () => {
    const tasks = JSON.parse(synthesized(containerProject({ packageManager }))[".projen/tasks.json"]);
    expect(tasks.env.VIRTUAL_ENV).toMatch(/\|\| true\)$/);
  });
});

describe.each([PackageManager.UV, PackageManager.POETRY])("the sample application with %s", (packageManager) => {
  test("is the project's script", () => {
    const file = pyproject({ packageManager });
    expect((file.project ?? file.tool.poetry).scripts).toEqual({ orders: "orders.app:main" });
  });

  test("is the script no more where people wrote another one in its place", () => {
    const outdir = folderWith({ "orders/__init__.py": "", "orders/app.py": "app = FastAPI()" });
    const file = pyproject({ packageManager, outdir });
    expect((file.project ?? file.tool.poetry).scripts).toBeUndefined();
  });

  test("is written with its test", () => {
    expect(Object.keys(synthesized(containerProject({ packageManager })))).toEqual(
      expect.arrayContaining(["orders/app.py", "tests/test_app.py"]),
    );
  });

  test("is left out where it is not wanted", () => {
    const files = synthesized(containerProject({ packageManager, sample: false }));
    expect(files["orders/app.py"]).toBeUndefined();
  });
});

test.each([
  "docker:build",
  "docker:run",
  "compose:up",
  "compose:down",
  "compose:watch",
  "dev:up",
  "dev:exec",
  "dev:test",
  "lock",
])("there is a task %s with a description", (task) => {
  expect(generated(containerProject()).tasks[task].description).toEqual(expect.stringMatching(/\w+ \w+/));
});

describe("bad input", () => {
  test.each<[Options, string]>([
    [{ packageManager: "pdm" as PackageManager }, "projen manages pyproject.toml for uv and poetry"],
    [{ packageManager: "pdm" as PackageManager }, 'packageManager is "pdm"'],
    [{ packageManager: "pdm" as PackageManager }, "existing-python-container"],
    [{ packageManager: PackageManager.UV, poetry: true }, 'packageManager is "uv", and poetry is true'],
    [{ pip: true }, "pip is true"],
    [{ setuptools: true }, "setuptools is true"],
    [{ devContainer: true }, "change project.container.devContainer"],
    [{ requiresPython: 3.1 as unknown as string }, "a command line turns 3.10 into the number 3.1"],
    [{ requiresPython: "" }, "requiresPython is empty"],
    [{ pythonVersion: 3.1 as unknown as string }, "3.1"],
    [{ moduleName: "my-orders" }, 'moduleName "my-orders" is no name of a Python module'],
    [{ moduleName: "my-orders" }, 'give "my_orders"'],
    [{ moduleName: "class" }, 'give "class_"'],
    [{ moduleName: "2fast" }, 'give "_2fast"'],
    [{ port: 70000 }, "70000 is not a port"],
    [
      { packageManager: PackageManager.POETRY, requiresPython: ">=3.12", deps: ["python@^3.12"] },
      "keep requiresPython",
    ],
  ])("%p is told at once", (options, message) => {
    expect(() => containerProject(options)).toThrow(message);
  });

  test.each<[Options, string]>([
    [{ requiresPython: ">=3.13,<3.12" }, "requires-python"],
    [{ requiresPython: "three" }, "requires-python"],
    [{ requiresPython: ">=4.0" }, "requires-python"],
    [{ deps: ["httpx@>=0.28"] }, "httpx"],
  ])("%p is told before a file is written", (options, message) => {
    const project = containerProject(options);
    expect(() => synthesized(project)).toThrow(message);
    expect(filesOf(project.outdir)).toEqual({});
  });
});

describe("made by projen new", () => {
  const creation = (args: Record<string, unknown>) => ({
    __new__: { fqn: "projen.python.PythonProject", args, comments: "featured", synth: true, post: false },
  });

  test("the npm package of this module is no dependency of Python", () => {
    const devDeps = ["/somewhere/projen-python-container@1.0.0.jsii.tgz"];
    const { files } = generated(containerProject({ devDeps, ...creation({ devDeps }) } as Options));
    expect(parsedToml(files["pyproject.toml"])["dependency-groups"].dev).toEqual([
      "debugpy",
      expect.stringMatching(/^pytest==/),
    ]);
  });

  test("nor does the projenrc file name it", () => {
    const devDeps = ["projen-python-container@^1"];
    const { files } = generated(containerProject({ devDeps, ...creation({ devDeps }) } as Options));
    expect(files[".projenrc.ts"]).not.toContain("devDeps: [\n");
    expect(files[".projenrc.ts"]).toContain('devDeps: ["debugpy"]');
  });

  test("the projenrc file suggests no option that would be refused", () => {
    const { files } = generated(containerProject(creation({}) as Options));
    expect(files[".projenrc.ts"]).not.toMatch(/\/\/ (pip|venv|setuptools|poetry|uv):/);
  });

  test("an unknown package manager is told as it was given", () => {
    const options = { packageManager: undefined, ...creation({ packageManager: "pdm" }) };
    expect(() => containerProject(options as Options)).toThrow('packageManager is "pdm"');
  });
});
