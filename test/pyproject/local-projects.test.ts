import { join } from "node:path";
import { localProjects } from "../../src/pyproject/local-projects";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder, poetryFacts, uvFacts } from "./facts-of";

// The project lies in services/orders.
const project = (name: string, more = "") => `[project]\nname = "${name}"\nversion = "1"\n${more}`;
const builds = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const uses = (names: string, sources: string) => `dependencies = [${names}]\n[tool.uv.sources]\n${sources}\n`;
const workspace = "[tool.uv.workspace]\nmembers = ['services/*', 'libs/*']\n";

const uvProjects = (toml: string, files: Record<string, string>) =>
  localProjects(uvFacts(toml, files), mapFolder(files));
const production = (found: ReturnType<typeof localProjects>) =>
  found.filter(({ isProduction }) => isProduction).map(({ path }) => path);

describe("of a member of a uv workspace", () => {
  const orders = project("orders", uses("'rules'", "rules = { workspace = true }"));
  const files = {
    "../../pyproject.toml": workspace,
    "../../services/orders/pyproject.toml": orders,
    "../worker/pyproject.toml": project("worker", uses("'drawer'", "drawer = { path = '../../vendor/drawer' }")),
    "../../services/worker/pyproject.toml": project("worker"),
    "../../libs/rules/pyproject.toml": project(
      "rules",
      `${uses("'money[eur]'", "money = { workspace = true }")}${builds}`,
    ),
    "../../libs/money/pyproject.toml": project(
      "money",
      `[project.optional-dependencies]\neur = ["drawer"]\n[tool.uv.sources]\ndrawer = { path = "../../vendor/drawer" }\n`,
    ),
    "../../libs/unused/pyproject.toml": project("unused"),
    "../../vendor/drawer/pyproject.toml": project("drawer"),
  };
  const found = uvProjects(orders, files);

  test("are all that the lock file covers, each once", () => {
    expect(found.map(({ path }) => path).sort()).toEqual([
      "../..",
      "../../libs/money",
      "../../libs/rules",
      "../../libs/unused",
      "../../vendor/drawer",
      "../worker",
    ]);
  });

  test("production has those that it needs, with what they need for the extras that are asked for", () => {
    expect(production(found).sort()).toEqual(["../../libs/money", "../../libs/rules", "../../vendor/drawer"]);
  });

  test("a member without a build system that another needs is a package", () => {
    expect(found.find(({ path }) => path === "../../libs/money")?.isPackage).toBe(true);
  });

  test("the root without a project is none", () => {
    expect(found.find(({ path }) => path === "../..")?.isPackage).toBe(false);
  });

  test("facts name the file they come from", () => {
    const rules = found.find(({ path }) => path === "../../libs/rules");
    expect(rules?.facts?.buildRequires[0].source).toBe("../../libs/rules/pyproject.toml [build-system].requires");
  });
});

test("of a workspace whose root is no project production has all members", () => {
  const files = { "libs/a/pyproject.toml": project("a"), "libs/b/pyproject.toml": project("b") };
  expect(production(uvProjects("[tool.uv.workspace]\nmembers = ['libs/*']", files))).toEqual(["libs/a", "libs/b"]);
});

test.each([
  ["a dependency whose marker does not hold", "dependencies = [\"drawer; sys_platform == 'win32'\"]\n"],
  ["a dependency of a development group", '[dependency-groups]\ndev = ["drawer"]\n'],
  ["one of an extra that nobody asks for", '[project.optional-dependencies]\nmore = ["drawer"]\n'],
])("%s is locked and not installed", (_, lists) => {
  const files = { "../drawer/pyproject.toml": project("drawer") };
  const found = uvProjects(project("orders", `${lists}[tool.uv.sources]\ndrawer = { path = "../drawer" }`), files);
  expect(found.map(({ path, isProduction }) => [path, isProduction])).toEqual([["../drawer", false]]);
});

test("a member is not read again for each of the others", () => {
  const names = Array.from({ length: 12 }, (_, at) => `m${at}`);
  const orders = project("orders");
  const files = {
    "../../pyproject.toml": workspace,
    "../../services/orders/pyproject.toml": orders,
    ...Object.fromEntries(names.map((name) => [`../../libs/${name}/pyproject.toml`, project(name)])),
  };
  const folder = mapFolder(files);
  const read = jest.spyOn(folder, "read");
  localProjects(uvFacts(orders, files), folder);
  const ofOne = read.mock.calls.filter(([path]) => path === "../../libs/m0/pyproject.toml");
  expect(ofOne.length).toBeLessThan(names.length / 2);
});

describe("a path dependency of uv", () => {
  const read = (text: string, path = "../drawer") =>
    uvProjects(project("orders", uses("'drawer'", `drawer = { path = "${path}" }`)), {
      [path.includes("whl") ? path : join(path, "pyproject.toml")]: text,
    })[0];

  test("without a build system is built by setuptools", () => {
    const { isPackage, facts } = read(project("drawer"));
    expect([isPackage, facts?.buildRequires.map(({ value }) => value.name)]).toEqual([true, ["setuptools", "wheel"]]);
  });
  test("can say that it is no package", () => {
    expect(read(project("drawer", "[tool.uv]\npackage = false")).isPackage).toBe(false);
  });
  test("can be an archive", () => {
    expect(read("", "../drawer-1-py3-none-any.whl")).toMatchObject({ isPackage: true, isProduction: true });
  });
  test("can be one of poetry", () => {
    const poetry = '[tool.poetry]\nname = "drawer"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.12"\n';
    expect(read(poetry).facts?.packageManager.value).toBe("poetry");
  });
  test("can lie in the project's own folder", () => {
    expect(read(project("drawer"), "./vendor/drawer").path).toBe("vendor/drawer");
  });
  test("may be the project itself", () => {
    expect(uvProjects(project("orders", uses("'orders'", "orders = { path = '.' }")), {})).toEqual([]);
  });
});

test("a path dependency of poetry is read by poetry's tables, its groups left alone", () => {
  const files = {
    "../drawer/pyproject.toml":
      '[tool.poetry]\nname = "drawer"\nversion = "1"\n[tool.poetry.dependencies]\ncoins = { path = "../coins" }\n[tool.poetry.group.dev.dependencies]\nmissing = { path = "../missing" }\n',
    "../coins/pyproject.toml": project("coins"),
  };
  const toml =
    '[tool.poetry]\nname = "orders"\nversion = "1"\n[tool.poetry.dependencies]\ndrawer = { path = "../drawer", develop = true }\n';
  expect(production(localProjects(poetryFacts(toml, files), mapFolder(files)))).toEqual(["../drawer", "../coins"]);
});

test.each([
  ["../drawer", "where nothing is"],
  ["../../../drawer", "outside of the repository"],
  ["/opt/drawer", "outside of the repository"],
])("a dependency at %s is refused", (path, reason) => {
  expect(() => uvProjects(project("orders", uses("'drawer'", `drawer = { path = "${path}" }`)), {})).toThrow(
    `pyproject.toml [project].dependencies: the dependency "drawer" is at "${path}", ${reason};`,
  );
});

test("a folder without a project is refused", () => {
  const files = { "../drawer/notes.txt": "" };
  expect(() => uvProjects(project("orders", uses("'drawer'", "drawer = { path = '../drawer' }")), files)).toThrow(
    "../drawer: is a path dependency, and there is neither a pyproject.toml nor a setup.py in it",
  );
});

test.each<[string, Record<string, string>]>([
  ["a pyproject.toml", { "libs/till/pyproject.toml": project("till", 'dependencies = ["idna"]') }],
  [
    "a table of poetry",
    {
      "libs/till/pyproject.toml":
        '[tool.poetry]\nname = "till"\nversion = "1"\n[tool.poetry.dependencies]\nidna = "*"\n',
    },
  ],
])("of pipenv one with %s is read by that", (_, others) => {
  const files = { ...others, Pipfile: '[packages]\ntill = {path = "./libs/till"}\n' };
  const folder = mapFolder(files);
  const [till] = localProjects(factsOf("", files, { packageManager: PackageManager.PIPENV }), folder);
  expect(till.facts?.dependencies.map(({ value }) => value.name)).toEqual(["idna"]);
});
