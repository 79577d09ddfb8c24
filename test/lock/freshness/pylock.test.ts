import { pylockFreshness } from "../../../src/lock/freshness/pylock";
import type { Freshness } from "../../../src/lock/lock";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

function project(dependencies: string, more = ""): string {
  return `[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.11,<3.14"\ndependencies = [${dependencies}]\n${more}`;
}

function package_(name: string, version: string): string {
  return `[[packages]]\nname = "${name}"\nversion = "${version}"\n`;
}

function freshness(toml: string, packages: string, head = "", path = "pylock.toml"): Freshness {
  const text = `lock-version = "1.0"\n${head}\n${packages}`;
  const files = { "pyproject.toml": toml, [path]: text };
  const facts = factsOf(toml, files, { packageManager: PackageManager.PIP });
  return pylockFreshness({ path, text, facts, folder: mapFolder(files) });
}

const web = package_("web", "1.5");

test.each([
  ["what is asked for is locked", '"web>=1"', web],
  ["a version before its release is locked", '"web>=1"', package_("web", "2.0rc1")],
  ["a local version is locked", '"web==1.5"', package_("web", "1.5+cpu")],
  ["one of two versions is allowed", '"web>=2"', web + package_("web", "2.0")],
  ["a requirement with a marker is not locked", '"web", "tomli; python_version < \'3.11\'"', web],
  ["a requirement with a marker that holds is not locked", '"web", "core; sys_platform == \'linux\'"', web],
  ["the project asks for itself", '"web", "orders[fast]"', web],
  ["a folder is asked for", '"web", "lib @ file:./lib"', web],
  ["an address is asked for, and a version locked", '"web @ https://e.example/web-9.zip"', web],
  ["a folder is locked", '"web>=9"', '[[packages]]\nname = "web"\ndirectory = { path = "web" }'],
])("where %s nothing is told", (_, dependencies, packages) => {
  expect(freshness(project(dependencies), packages)).toEqual({});
});

test.each([
  ["does not have core, which pyproject.toml [project].dependencies asks for", '"web", "Core"', web],
  ["has web 1.5, while pyproject.toml [project].dependencies asks for >=2", '"web>=2"', web],
  [
    "has web 1.5 and 1.6, while pyproject.toml [project].dependencies asks for >=2",
    '"web>=2"',
    web + package_("web", "1.6"),
  ],
  [
    "does not have lib, which pyproject.toml [project].dependencies asks for",
    '"lib @ https://e.example/lib-1.zip"',
    web,
  ],
])("stale: it %s", (reason, dependencies, packages) => {
  expect(freshness(project(dependencies), packages)).toEqual({ isFresh: false, reason });
});

test.each([
  ["uv", "override-dependencies = ['web==1.5']"],
  ["uv", "exclude-dependencies = ['web']"],
  ["pdm.resolution", "excludes = ['Web']"],
  ["pdm.resolution", "overrides = { web = '1.5' }"],
])("what [tool.%s] has changed tells nothing: %s", (tool, line) => {
  expect(freshness(project('"web>=2"', `[tool.${tool}]\n${line}`), web)).toEqual({});
});

test.each([
  [">=3.12", {}],
  ["==3.12.4", {}],
  [">=3.14", { isFresh: false, reason: "is for Python >=3.14, which the project does not allow" }],
  ["==3.10.4", { isFresh: false, reason: "is for Python ==3.10.4, which the project does not allow" }],
])("for Python %s", (python, expected) => {
  expect(freshness(project('"web"'), web, `requires-python = "${python}"`)).toEqual(expected);
});

test("one for other systems tells nothing by what it lacks", () => {
  expect(freshness(project('"web"'), "", `environments = ["sys_platform == 'win32'"]`)).toEqual({});
});

test("one with a name of its own tells nothing by what it lacks", () => {
  expect(freshness(project('"web"'), "", "", "pylock.docs.toml")).toEqual({});
});

describe("the hash that pdm writes", () => {
  // Of pdm 2.29 for this project.
  const hash = "a461e27e7a0324a5d79f59de9f80400e6026d7b804a2891bbfef9e455910d429";
  const head = `[tool.pdm]\nhashes = { sha256 = "${hash}" }`;

  test.each<[string, string, boolean]>([
    ["the same", '"web>=1"', true],
    ["another requirement", '"web>=2"', false],
  ])("tells of %s", (_, dependencies, isFresh) => {
    expect(freshness(project(dependencies), "", head).isFresh).toBe(isFresh);
  });

  test("does not count beside what was asked for", () => {
    expect(freshness(project('"web>=1.2"'), web, `${head}\nlock_inputs = {}`)).toEqual({});
  });
});
