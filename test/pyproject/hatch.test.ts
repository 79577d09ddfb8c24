import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

const project =
  '[project]\nname = "orders"\noptional-dependencies = { web = ["flask", "orders[fast]"], fast = ["uvloop"] }\n';
const facts = (toml: string, files: Record<string, string> = {}) =>
  factsOf(toml, files, { packageManager: PackageManager.HATCH });
const env = (name: string, lines: string) => `[tool.hatch.envs.${name}]\n${lines}\n`;
const groups = (toml: string, files: Record<string, string> = {}) =>
  Object.fromEntries(
    facts(project + toml, files).groups.map(({ value }) => [value.name, value.requirements.map(({ name }) => name)]),
  );

test("[project] is read, with the project's folder in place of its name", () => {
  const toml = "[project]\nname = 'orders'\nrequires-python = '>=3.11'\ndependencies = ['a @ {root:uri}/libs/a']";
  const { requiresPython, pathDependencies } = facts(toml);
  expect(requiresPython?.value).toBe(">=3.11");
  expect(pathDependencies[0].value).toEqual({ name: "a", location: "libs/a", isProduction: true });
});

describe("an environment is a group", () => {
  test.each([
    [
      "of its dependencies",
      env("test", "dependencies = ['pytest']\nextra-dependencies = ['ruff']"),
      ["pytest", "ruff"],
    ],
    ["of its features", env("test", "features = ['web']"), ["flask", "uvloop"]],
    ["of its groups", `[dependency-groups]\nlint = ['ruff']\n${env("test", "dependency-groups = ['Lint']")}`, ["ruff"]],
    [
      "of what it inherits",
      env("default", "dependencies = ['a']") + env("test", "extra-dependencies = ['b']"),
      ["a", "b"],
    ],
    [
      "of its own in place of that",
      env("default", "dependencies = ['a']") + env("test", "dependencies = ['b']"),
      ["b"],
    ],
    ["of its template", env("one", "dependencies = ['a']") + env("test", "template = 'one'"), ["a"]],
    [
      "of itself alone where it is detached",
      env("default", "features = ['web']") + env("test", "detached = true\ndependencies = ['b']"),
      ["b"],
    ],
    [
      "of itself alone where it is its template",
      env("default", "dependencies = ['a']") + env("test", "template = 'test'\nextra-dependencies = ['b']"),
      ["b"],
    ],
    [
      "of names whose versions hatch fills in",
      env("test", "dependencies = ['django[argon2]~={matrix:django}']"),
      ["django"],
    ],
  ])("%s", (_, toml, expected) => expect(groups(toml).test).toEqual(expected));

  test("that inherits nothing where it is one of hatch's own", () => {
    expect(
      groups(env("default", "dependencies = ['a']") + env("hatch-test", "extra-dependencies = ['b']"))["hatch-test"],
    ).toEqual(["b"]);
  });
  test("of all that a group of its name and it list", () => {
    const toml = `[dependency-groups]\ntest = ['a']\n${env("test", "dependency-groups = ['test']\ndependencies = ['b']")}`;
    expect(groups(toml).test).toEqual(["a", "b"]);
  });
  test("only where it lists something", () => expect(groups(env("all", "python = '3.12'"))).toEqual({}));
  test("for development, and installed at the desk if it is the default", () => {
    const toml = `${project}[dependency-groups]\nlint = []\n${env("default", "dependencies = ['a']\ndependency-groups = ['lint']")}${env("docs", "dependencies = ['b']\ntemplate = 'docs'")}`;
    expect(
      facts(toml).groups.map(({ value }) => [value.name, value.isDefault, value.isDevelopment, value.isProduction]),
    ).toEqual([
      ["lint", true, true, false],
      ["default", true, true, false],
      ["docs", false, true, false],
    ]);
  });
  test("with its key", () => {
    expect(facts(project + env("test", "dependencies = ['a']")).groups[0].source).toBe(
      "pyproject.toml [tool.hatch.envs].test",
    );
  });
  test("of hatch.toml, whose tables come first", () => {
    const files = { "hatch.toml": "[envs.docs]\ndependencies = ['mkdocs']" };
    expect(groups(env("test", "dependencies = ['pytest']"), files)).toEqual({ docs: ["mkdocs"] });
    expect(facts(project, files).groups[0].source).toBe("hatch.toml [envs].docs");
  });
  test("of pyproject.toml where hatch.toml has none", () => {
    expect(groups(env("test", "dependencies = ['pytest']"), { "hatch.toml": "[version]\npath = 'a.py'" })).toEqual({
      test: ["pytest"],
    });
  });

  test.each([
    [env("test", "template = 'z'"), 'names the environment "z", which does not exist; the environments are "test"'],
    [env("a", "template = 'b'") + env("b", "template = 'a'"), "inherits from itself: a → b → a"],
    [env("test", "features = ['z']"), 'names the extra "z", which does not exist; the extras are "web", "fast"'],
    [env("test", "dependency-groups = ['z']"), 'names the group "z", which does not exist; the groups are none'],
    [env("test", "dependencies = 'a'"), "it is an array of texts"],
    [env("test", "dependencies = ['a b']"), '"a b" is not a requirement'],
  ])("but not %j", (toml, message) => expect(() => groups(toml)).toThrow(message));
  test("also with extras that are found out when the project is built", () => {
    expect(
      facts(`[project]\nname = 'a'\ndynamic = ['optional-dependencies']\n${env("test", "features = ['z']")}`).groups,
    ).toEqual([]);
  });
});

describe("the project is installed", () => {
  test.each([
    ["by default", "", true],
    ["unless the default environment, the only one, skips it", env("default", "skip-install = true"), false],
    [
      "unless all environments inherit that",
      env("default", "skip-install = true") + env("test", "dependencies = ['a']"),
      false,
    ],
    [
      "where one environment takes it back",
      env("default", "skip-install = true") + env("test", "skip-install = false"),
      true,
    ],
    ["where others are detached", env("lint", "detached = true"), true],
    [
      "unless only tools of hatch are left",
      env("default", "skip-install = true") + env("hatch-static-analysis", "config-path = 'a'"),
      false,
    ],
  ])("%s", (_, toml, installs) => expect(facts(project + toml).installsProject.value).toBe(installs));
  test("unless there is none", () => expect(facts("[tool.hatch]").installsProject.value).toBe(false));
});

test.each<[string, Record<string, string>, object | undefined]>([
  ["", {}, undefined],
  ["", { "pylock.toml": "" }, { name: "pylock.toml", path: "pylock.toml", exists: true }],
  ["[tool.hatch]\nlock-envs = true\n", {}, { name: "pylock.toml", path: "pylock.toml", exists: false }],
  [
    env("default", "lock-filename = 'locks/pylock.app.toml'"),
    { "locks/pylock.app.toml": "" },
    { name: "pylock.app.toml", path: "locks/pylock.app.toml", exists: true },
  ],
])("with %j and %j the lock file is %j", (toml, files, lock) => {
  expect(facts(project + toml, files).lockFile?.value).toEqual(lock);
});

test("indexes are those in the variables of an environment", () => {
  const variables =
    "[tool.hatch.envs.default.env-vars]\nPIP_INDEX_URL = 'https://a'\nPIP_EXTRA_INDEX_URL = 'https://b https://a https://c'\nUV_INDEX = 'own=https://d'\nOTHER = 'https://e'\n";
  const { indexes } = facts(`${project}${variables}${env("test", "python = '3.12'")}`);
  expect(indexes.map(({ value }) => [value.name, value.url, value.isDefault])).toEqual([
    [undefined, "https://a", true],
    [undefined, "https://b", false],
    [undefined, "https://c", false],
    ["own", "https://d", false],
  ]);
});
