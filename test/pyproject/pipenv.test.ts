import { defaultIndex } from "../../src/knowledge/default-index";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

const facts = (pipfile: string, toml = "", files: Record<string, string> = {}) =>
  factsOf(toml, { Pipfile: pipfile, ...files }, { packageManager: PackageManager.PIPENV });
const packages = (lines: string) => facts(`[packages]\n${lines}`).dependencies.map(({ value }) => value);

test.each([
  ['"*"', { specifier: "", url: undefined }],
  ['"==1.2"', { specifier: "==1.2" }],
  ['"1.2"', { specifier: "==1.2" }],
  ['">=1,<2"', { specifier: ">=1,<2" }],
  ['"(>=1)"', { specifier: ">=1" }],
  ['{ version = "~=1.2", extras = ["S_3"], index = "own" }', { specifier: "~=1.2", extras: ["s-3"] }],
  ['{ git = "https://example.com/a.git" }', { url: "git+https://example.com/a.git", specifier: "" }],
  [
    '{ git = "https://a", ref = "v1", subdirectory = "py", editable = true }',
    { url: "git+https://a@v1#subdirectory=py" },
  ],
  ['{ git = "git+https://a", ref = "v1" }', { url: "git+https://a@v1" }],
  ['"git+https://a@v1"', { url: "git+https://a@v1", specifier: "" }],
  ['{ path = "./libs/a", editable = true }', { url: "./libs/a" }],
  ['{ file = "https://example.com/a.whl" }', { url: "https://example.com/a.whl" }],
  ['{ version = "*", markers = "os_name == \'nt\'" }', { marker: "os_name == 'nt'" }],
  ['{ version = "*", sys_platform = "== \'win32\'" }', { marker: "sys_platform == 'win32'" }],
  [
    "{ version = \"*\", python_version = \"< '3.12'\", markers = \"os_name == 'nt' or os_name == 'java'\" }",
    { marker: "(os_name == 'nt' or os_name == 'java') and python_version < '3.12'" },
  ],
])("A_b = %s is read", (value, parts) => {
  expect(packages(`A_b = ${value}`)).toEqual([expect.objectContaining({ name: "a-b", ...parts })]);
});
test("extras may stand in the name", () => {
  expect(packages('"uvicorn[standard]" = "*"')).toEqual([
    expect.objectContaining({ name: "uvicorn", extras: ["standard"] }),
  ]);
});
test("a dependency has its key", () => {
  expect(facts("[packages]\nflask = '*'").dependencies[0].source).toBe("Pipfile [packages].flask");
});
test("a git and a path dependency are told as such", () => {
  const { gitDependencies, pathDependencies } = facts(
    "[packages]\na = { git = 'https://a' }\n[dev-packages]\nb = { path = 'libs/b' }",
  );
  expect(gitDependencies[0].value).toEqual({ name: "a", location: "git+https://a", isProduction: true });
  expect(pathDependencies[0].value).toEqual({ name: "b", location: "libs/b", isProduction: false });
});

test("[dev-packages] and every other table of packages are groups for development", () => {
  const toml =
    "[dev-packages]\npytest = '*'\n[docs]\nmkdocs = '*'\n[scripts]\nrun = 'a'\n[pipenv]\nallow_prereleases = true\n[requires]\n[build-system]\nrequires = []";
  expect(
    facts(toml).groups.map(({ value, source }) => [value.name, value.isDefault, value.isDevelopment, source]),
  ).toEqual([
    ["dev-packages", true, true, "Pipfile [dev-packages]"],
    ["docs", false, true, "Pipfile [docs]"],
  ]);
});
describe("setup.py of a project that is among its own packages", () => {
  const setup = "setup(name='orders', install_requires=['flask'], extras_require={'web': ['attrs']})";
  const { dependencies, name, installsProject, notes } = facts(
    "[packages]\norders = { path = '.', extras = ['web'] }",
    "",
    {
      "setup.py": setup,
    },
  );
  test("tells the dependencies", () => expect(dependencies.map(({ value }) => value.name)).toEqual(["flask", "attrs"]));
  test("tells the name", () => expect([name?.value.normalized, installsProject.value]).toEqual(["orders", true]));
  test("is wholly read", () => expect(notes).toEqual([]));
});
test.each([
  ["orders = { path = '.' }", 1],
  ["flask = '*'", 0],
])("what setup.py computes is told where the project is installed: %j", (lines, count) => {
  const files = { "setup.py": "setup(name='orders', install_requires=required())" };
  expect(facts(`[packages]\n${lines}`, "", files).notes).toHaveLength(count);
});

test("[scripts] are no console scripts", () => expect(facts("[scripts]\nrun = 'a'").consoleScripts).toEqual([]));

test.each([
  ["python_version = '3.12'", "==3.12.*"],
  ["python_version = '3'", "==3.*"],
  ["python_version = '3.12.*'", "==3.12.*"],
  ["python_version = '>=3.10'", ">=3.10"],
  ["python_full_version = '3.12.1'", "==3.12.1"],
  ["python_version = '3.11'\npython_full_version = '3.12.1'", "==3.12.1"],
  ["python_version = '*'", undefined],
  ["", undefined],
])("[requires] %j is %p", (lines, specifier) => {
  expect(facts(`[requires]\n${lines}`).requiresPython?.value).toBe(specifier);
});
test("without [requires] the project's own Python counts", () => {
  expect(facts("", "[project]\nrequires-python = '>=3.11'").requiresPython?.source).toBe(
    "pyproject.toml [project].requires-python",
  );
});

describe("indexes", () => {
  const source = (keys: string) => `[[source]]\n${keys}\n`;
  const standard = source(`name = 'pypi'\nurl = '${defaultIndex}/'\nverify_ssl = true`);
  const address = `https://$\{USER}:$\{PASSWORD}@example.com/simple`;
  const own = source(`name = 'own'\nurl = '${address}'`);
  const indexes = (pipfile: string) =>
    facts(pipfile).indexes.map(({ value: { name, isDefault } }) => [name, isDefault]);

  test.each([
    ["the default one alone", standard, []],
    ["a further one", standard + own, [["own", false]]],
    ["one in place of the default", own, [["own", true]]],
    ["one before the default", own + standard, [["own", true]]],
    ["none", "", []],
  ])("%s", (_, pipfile, expected) => expect(indexes(pipfile)).toEqual(expected));
  test("keep their variables", () => {
    expect(facts(own).indexes[0]).toEqual({
      value: { name: "own", url: address, isDefault: true },
      source: "Pipfile [source]",
    });
  });
});

describe("the project itself", () => {
  const toml = '[project]\nname = "orders"\ndependencies = ["a"]\noptional-dependencies = { web = ["b"] }';

  test("is not installed unless [packages] has it", () => {
    const { installsProject, dependencies, extras, name } = facts("[packages]\nflask = '*'", toml);
    expect(installsProject.value).toBe(false);
    expect(dependencies.map(({ value }) => value.name)).toEqual(["flask"]);
    expect(extras).toEqual([]);
    expect(name?.value.written).toBe("orders");
  });
  test.each(["path = '.', editable = true", "path = './'", "file = '.', editable = true"])(
    "is installed by { %s }",
    (keys) => {
      const { installsProject, dependencies } = facts(`[packages]\norders = { ${keys} }\nflask = '*'`, toml);
      expect(installsProject).toEqual({ value: true, source: "Pipfile [packages].orders" });
      expect(dependencies.map(({ value }) => value.name)).toEqual(["flask", "a"]);
    },
  );
  test("is installed with the extras that are asked for", () => {
    const { dependencies } = facts("[packages]\norders = { path = '.', extras = ['web'] }", toml);
    expect(dependencies.map(({ value }) => value.name)).toEqual(["a", "b"]);
  });
  test("is not installed by [dev-packages], and is no path dependency", () => {
    const { installsProject, pathDependencies } = facts("[dev-packages]\norders = { path = '.' }", toml);
    expect([installsProject.value, pathDependencies]).toEqual([false, []]);
  });
});

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ "Pipfile.lock": "{}" }, true],
])("with %j Pipfile.lock is there: %p", (files, exists) => {
  expect(facts("", "", files).lockFile?.value).toEqual({ name: "Pipfile.lock", path: "Pipfile.lock", exists });
});
test.each<[Record<string, string>, string]>([
  [{ "Pipfile.lock": "{}" }, "Pipfile: is missing, while Pipfile.lock is there; a lock file is made from its Pipfile"],
  [{}, "Pipfile: is missing, which pipenv needs"],
])("without a Pipfile and with %j the mistake is told", (files, message) => {
  expect(() => factsOf("", files, { packageManager: PackageManager.PIPENV })).toThrow(message);
});

test.each([
  ["a = 3", "Pipfile [packages].a: has the number 3"],
  ["a = 'new'", '"==new" is not a version specifier'],
  ["a = { version = '*', sys_platform = 'win32' }", '"win32" is not the rest of a marker'],
  ["a = { extras = 'x' }", "it is an array of texts"],
  ["a = ['1']", "has an array"],
])("%s is refused", (line, message) => expect(() => packages(line)).toThrow(message));
test.each([
  ["packages = 3", "Pipfile [packages]: has the number 3; it is a table"],
  ["docs = ['a']", "Pipfile [docs]: has an array"],
  ["[requires]\npython_version = 3.12", "has the number 3.12"],
  ["[[source]]\nname = 'a'", "Pipfile [source[0]].url: is missing"],
  ["[", "Pipfile:1:2: is not valid TOML"],
])("the Pipfile %j is refused", (pipfile, message) => expect(() => facts(pipfile)).toThrow(message));

test("Pythons of the Pipfile and of [project] that exclude each other are refused with both keys", () => {
  const Pipfile = '[requires]\npython_version = "3.10"';
  expect(() => factsOf('[project]\nname = "orders"\nrequires-python = ">=3.12"', { Pipfile })).toThrow(
    /Pipfile \[requires\]\.python_version.*pyproject\.toml \[project\]\.requires-python.*allow no version/,
  );
});

test.each(["packages", "dev-packages"])("a version in %s that pipenv refuses is told beside a lock file", (table) => {
  const { notes } = facts(`[${table}]\nmypy = "latest"`, "", { "Pipfile.lock": "{}" });
  expect(notes).toEqual([`Pipfile [${table}].mypy: pipenv refuses "latest" when it locks; write "*" for any version`]);
});
