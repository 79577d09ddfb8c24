import { uvFacts } from "./facts-of";

const groups = (toml: string) => uvFacts(`[project]\n${toml}`).groups.map(({ value }) => value);
const names = (toml: string, flag: "isDefault" | "isDevelopment" | "isProduction") =>
  groups(toml).flatMap((group) => (group[flag] ? [group.name] : []));

test("without [project] there is nothing for uv", () => {
  expect(() => uvFacts("[tool.uv]")).toThrow("pyproject.toml: has no [project] table, which uv needs");
});

test.each([
  ["", false, "pyproject.toml [build-system] (there is none)"],
  ["[build-system]\nrequires = []", true, "pyproject.toml [build-system]"],
  ["[tool.uv]\npackage = true", true, "pyproject.toml [tool.uv].package"],
  ["[tool.uv]\npackage = false\n[build-system]\nrequires = []", false, "pyproject.toml [tool.uv].package"],
])("whether uv installs the project of %j: %p, by %s", (toml, value, source) => {
  expect(uvFacts(`[project]\n${toml}`).installsProject).toEqual({ value, source });
});

test("main dependencies carry their key", () => {
  expect(uvFacts("[project]\ndependencies = [\"Flask>=3; os_name == 'posix'\"]").dependencies).toEqual([
    {
      value: expect.objectContaining({ name: "flask", specifier: ">=3", marker: "os_name == 'posix'" }),
      source: "pyproject.toml [project].dependencies",
    },
  ]);
});
test("dependencies that the build backend finds out are told", () => {
  expect(uvFacts('[project]\ndynamic = ["dependencies"]').notes).toEqual([
    "pyproject.toml [project].dynamic names the dependencies: the build backend finds them out, they are not read",
  ]);
});

const three = "[dependency-groups]\ndev = ['ruff']\nstorage = ['boto3']\ntest = ['pytest']\n";
test.each([
  ["", ["dev"], []],
  ["[tool.uv]\ndefault-groups = ['storage', 'test']", ["storage", "test"], ["storage"]],
  ["[tool.uv]\ndefault-groups = 'all'", ["dev", "storage", "test"], ["storage"]],
  ["[tool.uv]\ndefault-groups = []", [], []],
])("of %j the default groups are %p, in production %p", (table, byDefault, production) => {
  expect([names(three + table, "isDefault"), names(three + table, "isProduction")]).toEqual([byDefault, production]);
});
test("groups are for development by their name", () => {
  expect(names(three, "isDevelopment")).toEqual(["dev", "test"]);
});
test("a group with a tool for development in it is for development", () => {
  const toml = "[dependency-groups]\nall = ['boto3', 'Ruff']\nstubs = ['types-requests']\nstorage = ['boto3']\n";
  expect(names(toml, "isDevelopment")).toEqual(["all", "stubs"]);
});
test("a default group is part of the program, whatever is in it", () => {
  const toml = "[dependency-groups]\nstorage = ['boto3', 'boto3-stubs']\n[tool.uv]\ndefault-groups = ['storage']";
  expect([names(toml, "isDevelopment"), names(toml, "isProduction")]).toEqual([[], ["storage"]]);
});
test("a default group of several words is for development by one of them", () => {
  const toml = "[dependency-groups]\nunit-tests = ['a']\n[tool.uv]\ndefault-groups = ['unit-tests']";
  expect([names(toml, "isDevelopment"), names(toml, "isProduction")]).toEqual([["unit-tests"], []]);
});
test.each(["pre_commit", "Pre-Commit"])("%s is compared as names are", (name) => {
  expect(names(`[dependency-groups]\n${name} = []`, "isDevelopment")).toEqual([name]);
});
test("a default group that does not exist is refused", () => {
  expect(() => groups(`${three}[tool.uv]\ndefault-groups = ['prod']`)).toThrow(
    '[tool.uv].default-groups: names the group "prod", which does not exist; the groups are "dev", "storage", "test"',
  );
});
test("a single name is refused with the mend", () => {
  expect(() => groups(`${three}[tool.uv]\ndefault-groups = 'dev'`)).toThrow('write ["dev"]');
});

test.each([
  ["", ["ruff"]],
  ["[dependency-groups]\nDev = ['pytest']\n", ["pytest", "ruff"]],
])("dev-dependencies are part of the group dev, with %j", (listed, requirements) => {
  const all = groups(`${listed}[tool.uv]\ndev-dependencies = ['ruff']`);
  expect(all.map((each) => each.requirements.map(({ name }) => name))).toEqual([requirements]);
});
test("a group has its key", () => {
  expect(uvFacts(`[project]\n${three}`).groups[1].source).toBe("pyproject.toml [dependency-groups].storage");
});

describe("the Python versions of a group", () => {
  const toml = (defaults: string) =>
    `[project]\nrequires-python = '>=3.10'\n${three}[tool.uv]\ndefault-groups = [${defaults}]\n[tool.uv.dependency-groups]\nStorage = { requires-python = '>=3.12' }`;

  test.each([
    ["by itself", "'storage'", [], ">=3.12"],
    ["by option", "", ["storage"], ">=3.12"],
    ["not", "", [], ">=3.10"],
  ])("count where production has it: %s", (_, defaults, productionGroups, requires) => {
    expect(uvFacts(toml(defaults), {}, { productionGroups }).requiresPython?.value).toBe(requires);
  });
});

describe("included groups", () => {
  const requirements = (lines: string) =>
    Object.fromEntries(
      groups(`[dependency-groups]\n${lines}`).map((each) => [each.name, each.requirements.map(({ name }) => name)]),
    );

  test("are part of the group", () => {
    const lines =
      "lint = ['ruff']\ntest = ['pytest']\ndev = [{ include-group = 'Test' }, 'mypy', { include-group = 'lint' }]";
    expect(requirements(lines).dev).toEqual(["pytest", "mypy", "ruff"]);
  });
  test("can include others", () => {
    expect(requirements("a = ['x']\nb = [{ include-group = 'a' }]\nc = [{ include-group = 'b' }]").c).toEqual(["x"]);
  });
  test("included twice counts once", () => {
    expect(requirements("a = ['x']\nb = [{ include-group = 'a' }, { include-group = 'a' }]").b).toEqual(["x"]);
  });
  test.each([
    ["a = [{ include-group = 'b' }]\nb = [{ include-group = 'a' }]", "includes itself: a → b → a"],
    ["a = [{ include-group = 'z' }]", 'includes the group "z", which does not exist; the groups are "a"'],
    ["a = [{ include = 'z' }]", 'its entries are requirements and { include-group = "…" }'],
    ["a = [1]", "its entries are requirements"],
    ["a = 'x'", "it is an array"],
    ["a-b = []\nA_B = []", '"a-b" is the same name'],
    ["a = ['x y']", '"x y" is not a requirement'],
  ])("%j is refused", (lines, message) => expect(() => requirements(lines)).toThrow(message));
});
