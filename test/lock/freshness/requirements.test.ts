import { compileCommandOf, requirementsFreshness } from "../../../src/lock/freshness/requirements";
import type { LockContext } from "../../../src/lock/lock";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

const path = "requirements.txt";
const header = (command: string) => `#\n#    ${command}\n#\n`;

function contextOf(files: Record<string, string>): LockContext {
  const facts = factsOf(files["pyproject.toml"] ?? "", files, { packageManager: PackageManager.PIP });
  expect(facts.requirementsFiles[0].value).toBe(path);
  return { path, text: files[path], facts, folder: mapFolder(files) };
}

function freshness(list: string, asked: string, further: Record<string, string> = {}) {
  const { command = "pip-compile requirements.in", ...files } = further;
  return requirementsFreshness(
    contextOf({ [path]: `${header(command)}${list}\n`, "requirements.in": asked, ...files }),
  );
}

test.each([
  ["a==1", "b", "does not have b, which requirements.in:1 asks for"],
  ["a==1", "a>=2", "has a 1, while requirements.in:1 asks for >=2"],
  ["a==1\na==2 ; python_version < '3'", "-r more.in", "has a 1 and 2, while more.in:1 asks for >=3"],
  ["a==1\n    # via -r requirements.in\nb==1", "b", "has a, which requirements.in does not ask for"],
  ["a==1  # via -r x.in, -c limits.in\nb==1", "b", "has a, which requirements.in does not ask for"],
])("the list %j does not fit %j", (list, asked, reason) =>
  expect(freshness(list, asked, { "more.in": "a>=3" })).toEqual({ isFresh: false, reason }),
);

test.each([
  ["a==1", "A>=1,<2"],
  ["a==2.0rc1", "a>=1"],
  ["a==1.0+cpu", "a==1.0"],
  ["a==1 ; python_version < '3'\na==2", "a>=2"],
  ["a==1", "a\nb ; sys_platform == 'win32'"],
  ["a==1", "a\nb @ https://example.com/b.zip"],
  ["a==1", "a\n-e ./b"],
  ["a==1", "a\npip\nsetuptools>=80"],
  ["b==1\na @ https://example.com/a.zip", "a>=2"],
  ["a==1", "a\n-c limits.in"],
  ["a==1", "-r requirements.in"],
  ["a==1\nb==1", "b"],
  ["a==1\n    # via -r requirements.in", "A"],
  ["a==1\n    # via -r requirements.in", "a ; sys_platform == 'win32'"],
  ["a==1\n    # via -r requirements.in", "-r limits.in\na"],
  ["a==1\n    # via\n    #   -r requirements.in\n    #   b\nb==1", "b"],
  ["a==1\n    # via\n    #   -r requirements.in\n    #   orders (pyproject.toml)\nb==1", "b"],
  ["a==1\n    # via -r requirements.in\nb==1", "b\n-r missing.in"],
  ["a @ https://example.com/a.zip\n    # via -r requirements.in\nb==1", "b\nhttps://example.com/x.zip"],
])("whether the list %j fits %j is not known", (list, asked) =>
  expect(freshness(list, asked, { "limits.in": "a" })).toEqual({}),
);

test.each([
  "make requirements",
  "pip-compile other.in",
  "pip-compile --output-file=requirements.txt missing.in",
  "pip-compile --no-emit-package=b requirements.in",
  "pip-compile --unsafe-package=b requirements.in",
  "uv pip compile requirements.in --overrides o.txt",
  "uv pip compile requirements.in --override=o.txt",
])("%s does not tell what is asked for", (command) => expect(freshness("a==1", "b", { command })).toEqual({}));

test.each([
  ["uv pip compile requirements.in -o requirements.txt", false],
  ["pip-compile --constraint=limits.txt requirements.in", false],
])("%s tells it", (command, isFresh) => expect(freshness("a==1", "b", { command }).isFresh).toBe(isFresh));

test.each([
  ["pyproject.toml", '[tool.uv]\noverride-dependencies = ["b"]'],
  ["pyproject.toml", '[tool.uv]\nexclude-dependencies = ["b"]'],
  ["pyproject.toml", '[tool.uv.pip]\noverride = "o.txt"'],
  ["uv.toml", ""],
])("with the settings of uv in %s it is not known: %j", (file, text) => {
  const asked = (command: string) => freshness("a==1", "b", { command, [file]: text }).isFresh;
  expect([asked("uv pip compile requirements.in"), asked("pip-compile requirements.in")]).toEqual([undefined, false]);
});

const project = (...dependencies: string[]) =>
  `[project]\nname = "orders"\nversion = "1"\ndependencies = ${JSON.stringify(dependencies)}\n`;

test.each([
  [["a>=1"], {}],
  [["a>=1", "orders[web]"], {}],
  [["a>=2"], { isFresh: false, reason: "has a 1, while pyproject.toml [project].dependencies asks for >=2" }],
])("pyproject.toml with %j is compared too", (dependencies, expected) =>
  expect(
    freshness("a==1", "", { command: "pip-compile pyproject.toml", "pyproject.toml": project(...dependencies) }),
  ).toEqual(expected),
);

test("an included list has its own header", () =>
  expect(
    requirementsFreshness(
      contextOf({ [path]: "-r base.txt", "base.txt": `${header("pip-compile base.in")}a==1\n`, "base.in": "a>=2" }),
    ),
  ).toEqual({ isFresh: false, reason: "has a 1, while base.in:1 asks for >=2" }));

test.each([
  [{ [path]: `${header("pip-compile x.in")}a==1` }, "pip-compile x.in"],
  [{ [path]: "-r base.txt", "base.txt": `${header("pip-compile base.in")}a==1` }, "pip-compile base.in"],
  [{ [path]: "a==1" }, "pip-compile"],
])("%j is made again with %j", (files, command) => expect(compileCommandOf(contextOf(files))).toBe(command));
