import { poetryFacts } from "./facts-of";

const main = (toml: string) => poetryFacts(toml).dependencies.map(({ value }) => value.name);
const own = (lines: string) => `[tool.poetry.dependencies]\npython = "^3.10"\n${lines}\n`;

test("python is no dependency", () => expect(main(own('requests = "^2"'))).toEqual(["requests"]));
test("names are normalised", () =>
  expect(main(own('PySocks = "*"\n"ruamel.yaml" = "*"'))).toEqual(["pysocks", "ruamel-yaml"]));
test.each([
  ["{ version = '^1', optional = true }", []],
  ["{ version = '^1', optional = false }", ["ray"]],
  ["[{ version = '1', optional = true }, { version = '2', optional = true }]", []],
  ["[{ version = '1', python = '<3.9' }, { version = '2', python = '>=3.9' }]", ["ray", "ray"]],
])("ray = %s is %p", (value, names) => expect(main(own(`ray = ${value}`))).toEqual(names));

test.each([
  ["'^2.0'", { specifier: ">=2.0,<3.0", extras: [] }],
  ["'2.3.3'", { specifier: "==2.3.3" }],
  ["'*'", { specifier: "" }],
  [
    "{ version = '>=1 <2', extras = ['Sqs_x'], markers = \"os_name == 'nt'\" }",
    { specifier: ">=1,<2", extras: ["sqs-x"], marker: "os_name == 'nt'" },
  ],
  ["{ git = 'https://example.com/a.git', rev = 'abc' }", { url: "git+https://example.com/a.git@abc", specifier: "" }],
  ["{ path = '../library', develop = true }", { url: "../library" }],
  ["{ url = 'https://example.com/a.whl' }", { url: "https://example.com/a.whl" }],
])("a = %s is parsed", (value, parts) => {
  expect(poetryFacts(own(`a = ${value}`)).dependencies).toEqual([
    { value: expect.objectContaining({ name: "a", ...parts }), source: "pyproject.toml [tool.poetry.dependencies].a" },
  ]);
});
test.each([
  ["a = 3", "[tool.poetry.dependencies].a: has the number 3"],
  ["a = 'latest'", '[tool.poetry.dependencies].a: "latest" is not a version constraint'],
  ["a = { version = 3 }", "has the number 3; it is text"],
  ["a = ['1']", "[tool.poetry.dependencies].a: has an array; it is an array of tables"],
])("%s is refused", (line, message) => expect(() => main(own(line))).toThrow(message));
test("extras in a name, which projen lets pass, are explained", () => {
  expect(() => main(own('"uvicorn[standard]" = "^0.30"'))).toThrow(
    'as a dependency of projen: uvicorn@{ version = "^0.30", extras = ["standard"] }',
  );
});
test("a python that is no text is refused", () => {
  expect(() => main("[tool.poetry.dependencies]\npython = []")).toThrow(
    "[tool.poetry.dependencies].python: has an array",
  );
});

test.each([
  ["counts where it lists any", "dependencies = ['a']", ["a"]],
  ["does not where it is empty", "dependencies = []", ["b"]],
  ["does not where the field is dynamic", "dynamic = ['dependencies']", ["b"]],
  ["counts where it has extras alone", "optional-dependencies = { x = ['a'] }", []],
  ["counts where one of its extras is not empty", "optional-dependencies = { x = ['a'], y = [] }", []],
  ["does not where its extras are empty", "optional-dependencies = { x = [] }", ["b"]],
  [
    "does not where it has extras and the field is dynamic",
    "optional-dependencies = { x = ['a'] }\ndynamic = ['dependencies']",
    ["b"],
  ],
])("[project] %s", (_, lines, names) => expect(main(`[project]\n${lines}\n${own("b = '*'")}`)).toEqual(names));

describe("groups", () => {
  const groups = (toml: string) => poetryFacts(toml).groups.map(({ value }) => value);
  const requirements = (toml: string) =>
    Object.fromEntries(groups(toml).map((each) => [each.name, each.requirements.map(({ name }) => name)]));
  const dev = "[tool.poetry.group.dev.dependencies]\nruff = '*'\n";

  test("of poetry", () => expect(requirements(dev)).toEqual({ dev: ["ruff"] }));
  test("are installed at the desk unless they are optional", () => {
    const toml = `${dev}[tool.poetry.group.docs]\noptional = true\n[tool.poetry.group.docs.dependencies]\nmkdocs = '*'`;
    expect(groups(toml).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ["dev", true],
      ["docs", false],
    ]);
  });
  test("are for development, whatever their names", () => {
    expect(groups("[tool.poetry.group.storage.dependencies]\nboto3 = '*'")[0]).toMatchObject({
      isProduction: false,
      isDevelopment: true,
    });
  });
  test.each([
    ["alone", ""],
    ["beside an empty group", "[tool.poetry.group.dev]\noptional = false\n"],
  ])("of the older dev-dependencies %s", (_, more) => {
    expect(requirements(`${more}[tool.poetry.dev-dependencies]\npytest = '*'`)).toEqual({ dev: ["pytest"] });
  });
  test("of the older dev-dependencies add to a group dev", () => {
    expect(requirements(`${dev}[tool.poetry.dev-dependencies]\npytest = '*'`)).toEqual({ dev: ["ruff", "pytest"] });
  });
  test("of [dependency-groups] come before poetry's of the same name, whose flags stay", () => {
    const toml = `[dependency-groups]\ndev = ['black']\n${dev}[tool.poetry.group.dev]\noptional = true`;
    expect([requirements(toml), groups(toml)[0].isDefault]).toEqual([{ dev: ["black"] }, false]);
  });
  test("include others", () => {
    const toml = `${dev}[tool.poetry.group.all]\ninclude-groups = ['Dev']\n[tool.poetry.group.all.dependencies]\nmypy = '*'`;
    expect(requirements(toml).all).toEqual(["mypy", "ruff"]);
  });
  test.each([
    [["x"], 'includes the group "x", which does not exist; the groups are "a"'],
    [["a"], 'includes the group "a", which includes it'],
  ])("that include %j are refused", (included, message) => {
    expect(() => groups(`[tool.poetry.group.a]\ninclude-groups = ${JSON.stringify(included)}`)).toThrow(message);
  });
  test("have their key", () =>
    expect(poetryFacts(dev).groups[0].source).toBe("pyproject.toml [tool.poetry.group].dev"));
});

describe("whether the project is installed", () => {
  const installs = (toml: string, files: Record<string, string> = {}) => poetryFacts(toml, files).installsProject;
  const named = '[tool.poetry]\nname = "My-Orders"\n';

  test.each([
    ["package-mode = false", `${named}package-mode = false`, {}, false],
    ["package-mode = true", `${named}package-mode = true`, {}, true],
    ["nothing on disk yet", named, {}, true],
    ["the package on disk", named, { "my_orders/__init__.py": "" }, true],
    ["the package in src", named, { "src/my_orders/__init__.py": "" }, true],
    ["a module of that name", named, { "my_orders.py": "" }, true],
    ["only other packages on disk", named, { "app/__init__.py": "" }, false],
    ["other packages that are listed", `${named}packages = [{ include = "app" }]`, { "app/__init__.py": "" }, true],
    ["another backend", `${named}[build-system]\nbuild-backend = "maturin"`, { "app/__init__.py": "" }, true],
    ["only tests on disk", named, { "tests/__init__.py": "" }, true],
  ])("with %s: %#", (_, toml, files, value) => expect(installs(toml, files).value).toBe(value));
  test("the reason is told", () => {
    expect(installs(named, { "app/__init__.py": "" }).source).toBe(
      "pyproject.toml [tool.poetry] (there is no package my_orders)",
    );
  });
});

test("poetry runs the build script whatever the build backend", () => {
  const toml = '[tool.poetry]\nname = "orders"\nbuild = "build.py"\n[build-system]\nbuild-backend = "maturin"';
  const { buildFiles } = poetryFacts(toml, { "build.py": "" });
  expect(buildFiles).toEqual([{ value: "build.py", source: "pyproject.toml [tool.poetry].build" }]);
});

test.each([
  ["dev", "ruff = '*'", true],
  ["all", "ruff = '*'\nboto3 = '*'", true],
  ["pg", "psycopg2 = '*'", false],
])("the optional group %s of %j is for development: %p", (name, lines, isDevelopment) => {
  const toml = `[tool.poetry.group.${name}]\noptional = true\n[tool.poetry.group.${name}.dependencies]\n${lines}`;
  expect(poetryFacts(toml).groups[0].value.isDevelopment).toBe(isDevelopment);
});
test("the group main has main dependencies", () => {
  const facts = poetryFacts(`${own("a = '*'")}[tool.poetry.group.main.dependencies]\nb = '*'`);
  expect([facts.dependencies.map(({ value }) => value.name), facts.groups]).toEqual([["a", "b"], []]);
});
