import { defaultIndex } from "../../src/knowledge/default-index";
import { readLock } from "../../src/lock/read-lock";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder } from "./facts-of";

const facts = (toml: string, files: Record<string, string> = {}) =>
  factsOf(toml, files, { packageManager: PackageManager.PDM });
const project = (lines = "") => `[project]\nname = "orders"\n${lines}\n`;

test("[project] is read", () => {
  const toml = project('requires-python = ">=3.11"\ndependencies = ["a"]\noptional-dependencies = { web = ["b"] }');
  const { requiresPython, dependencies, extras } = facts(toml);
  expect(requiresPython?.value).toBe(">=3.11");
  expect(dependencies.map(({ value }) => value.name)).toEqual(["a"]);
  expect(extras.map(({ value }) => value.name)).toEqual(["web"]);
});
test("overrides and excludes of the resolution are no dependencies", () => {
  const toml = `${project()}[tool.pdm.resolution]\nexcludes = ["x"]\n[tool.pdm.resolution.overrides]\ny = "1"`;
  expect(facts(toml).dependencies).toEqual([]);
});

test.each([
  [project(), true, "pyproject.toml [project].name ([tool.pdm].distribution is not set)"],
  [`${project()}[tool.pdm]\ndistribution = false`, false, "pyproject.toml [tool.pdm].distribution"],
  [`${project()}[tool.pdm]\ndistribution = true`, true, "pyproject.toml [tool.pdm].distribution"],
  [`${project()}[tool.pdm]\npackage-type = "application"`, false, "pyproject.toml [tool.pdm].package-type"],
  [`${project()}[tool.pdm]\npackage-type = "library"`, true, "pyproject.toml [tool.pdm].package-type"],
  ['[project]\nname = ""', false, "pyproject.toml [project].name (there is none)"],
  ["[tool.pdm]\ndistribution = true", false, "pyproject.toml [project].name (there is none)"],
])("whether pdm installs the project of %j: %p", (toml, value, source) => {
  expect(facts(toml).installsProject).toEqual({ value, source });
});

describe("indexes", () => {
  const source = (keys: string) => `${project()}[[tool.pdm.source]]\n${keys}\n`;
  const indexes = (toml: string, files: Record<string, string> = {}) =>
    facts(toml, files).indexes.map(({ value: { name, url, isDefault } }) => [name, url, isDefault]);

  test.each([
    ["name = 'own'\nurl = 'https://own'", [["own", "https://own", false]]],
    ["name = 'pypi'\nurl = 'https://own'\nverify_ssl = true", [["pypi", "https://own", true]]],
    [`name = 'pypi'\nurl = '${defaultIndex}'`, []],
    ["name = 'own'\nurl = 'https://own'\nexclude_packages = ['a']", [["own", "https://own", false]]],
    [`name = 'own'\nurl = 'file:///$\{PROJECT_ROOT}/wheels'\ntype = 'find_links'`, [["own", "wheels", false]]],
    ["name = 'own'", []],
  ])("%j gives %j", (keys, expected) => expect(indexes(source(keys))).toEqual(expected));
  test("of pdm.toml are added", () => {
    const files = {
      "pdm.toml": "[pypi]\nurl = 'https://mirror'\n[pypi.own]\nurl = 'https://other'\n[pypi.b]\nurl = 'https://b'",
    };
    expect(indexes(source("name = 'own'\nurl = 'https://own'"), files)).toEqual([
      ["own", "https://own", false],
      ["pypi", "https://mirror", true],
      ["b", "https://b", false],
    ]);
  });
  test("without a name are refused", () => {
    expect(() => indexes(source("url = 'https://own'"))).toThrow("[tool.pdm.source[0]].name: is missing");
  });
});

describe("the lock file", () => {
  const lock = (files: Record<string, string>) => facts(project(), files).lockFile;

  test.each<[Record<string, string>, string, boolean]>([
    [{}, "pdm.lock", false],
    [{ "pdm.lock": "" }, "pdm.lock", true],
    [{ "pylock.toml": "" }, "pdm.lock", false],
    [{ "pdm.toml": "[lock]\nformat = 'pylock'" }, "pylock.toml", false],
    [{ "pdm.toml": "[lock]\nformat = 'pylock'", "pdm.lock": "" }, "pdm.lock", true],
    [{ "pdm.toml": "[lock]\nformat = 'pylock'", "pdm.lock": "", "pylock.toml": "" }, "pylock.toml", true],
  ])("beside %j is %s, there: %p", (files, name, exists) => {
    expect(lock(files)?.value).toEqual({ name, path: name, exists });
  });
  const heading = "[metadata]\ngroups = ['default', 'Web_Server']\n";

  test("says for which groups it is made", () =>
    expect(lock({ "pdm.lock": heading })?.value.groups).toEqual(["default", "web-server"]));
  test.each([
    ["dependency-groups = ['default', 'dev']\nextras = ['Web_Server']", ["default", "dev", "web-server"]],
    ["dependency-groups = []", undefined],
  ])("in the standard format says so too: %j", (text, groups) => {
    const files = { "pdm.toml": "[lock]\nformat = 'pylock'", "pylock.toml": text };
    expect(lock(files)?.value.groups).toEqual(groups);
  });
  test.each(["[", "<<<<<<< HEAD\n[metadata]\n=======\n>>>>>>> main\n"])(
    "that is damaged names no groups here, and is told by its reader: %j",
    (text) => {
      const files = { "pdm.lock": text };
      const found = facts(project(), files);
      expect(found.lockFile?.value).toEqual({ name: "pdm.lock", path: "pdm.lock", exists: true });
      expect(() => readLock(found, mapFolder(files))).toThrow(/^pdm\.lock:1:?.*run pdm lock/);
    },
  );
});

describe("a workspace", () => {
  const workspace = `${project("dependencies = ['lib-a', 'b']")}[tool.pdm.workspace]\nmembers = ["libs/*", "apps/web"]`;
  const files = { "libs/a/pyproject.toml": "[project]\nname = 'Lib.A'", "libs/empty/main.py": "" };

  test("has members", () => {
    expect(facts(workspace, files).workspaceMembers).toEqual([
      { value: { path: "libs/a", name: "lib-a" }, source: "pyproject.toml [tool.pdm.workspace].members" },
    ]);
  });
  test("gives its members to those that depend on them", () => {
    const [a, b] = facts(workspace, files).dependencies.map(({ value }) => value.isWorkspaceMember);
    expect([a, b]).toEqual([true, undefined]);
  });
  test("has its lock file at its root", () => {
    const root = { "../../pyproject.toml": "[tool.pdm.workspace]\nmembers = ['services/*']", "../../pdm.lock": "" };
    const { packageManager, lockFile } = factsOf(project(), root);
    expect(packageManager).toEqual({ value: "pdm", source: "../../pyproject.toml [tool.pdm.workspace].members" });
    expect(lockFile?.value).toEqual({ name: "pdm.lock", path: "../../pdm.lock", exists: true });
  });
});
