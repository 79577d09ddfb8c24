import { factsOf, uvFacts } from "./facts-of";

const root = (keys: string, more = "") => `[project]\nname = "shop"\n${more}[tool.uv.workspace]\n${keys}\n`;
const member = (name: string, more = "") => `[project]\nname = "${name}"\n${more}`;
const paths = (toml: string, files: Record<string, string>) =>
  uvFacts(toml, files).workspaceMembers.map(({ value }) => value.path);
const two = { "packages/a/pyproject.toml": member("Lib.A"), "packages/b/pyproject.toml": member("lib-b") };

test.each([
  ["members = ['packages/*']", ["packages/a", "packages/b"]],
  ["members = ['./packages/b/']", ["packages/b"]],
  ["members = ['packages/*']\nexclude = ['packages/a']", ["packages/b"]],
  ["members = ['packages/[a]', 'packages/a']", ["packages/a"]],
  ["members = ['**']", ["packages/a", "packages/b"]],
  ["members = ['tools/*', 'missing']", []],
  ["exclude = ['x']", []],
])("%s names %p", (keys, members) => {
  const files = keys.includes("**")
    ? { ...two, "packages/pyproject.toml": "[project]\n[tool.uv]\nmanaged = false" }
    : two;
  expect(paths(root(keys), files)).toEqual(members);
});
test("a member has its name and its key", () => {
  expect(uvFacts(root("members = ['packages/a']"), two).workspaceMembers).toEqual([
    { value: { path: "packages/a", name: "lib-a" }, source: "pyproject.toml [tool.uv.workspace].members" },
  ]);
});

test.each([
  ["a file", { "packages/README.md": "" }],
  ["a hidden folder", { "packages/.cache/x": "" }],
  ["a folder with nothing but what tools leave", { "packages/old/src/__pycache__/a.pyc": "" }],
  ["a project that uv does not manage", { "packages/c/pyproject.toml": `${member("c")}[tool.uv]\nmanaged = false` }],
])("%s is no member", (_, files) => {
  expect(paths(root("members = ['packages/*']"), { ...two, ...(files as object) })).toEqual([
    "packages/a",
    "packages/b",
  ]);
});
test.each([
  [
    "without pyproject.toml",
    { "packages/c/main.py": "" },
    '"packages/*" names the folder "packages/c", which has no pyproject.toml',
  ],
  [
    "without [project]",
    { "packages/c/pyproject.toml": "[tool.ruff]" },
    "packages/c/pyproject.toml: has no [project] table",
  ],
  [
    "that is a workspace",
    { "packages/c/pyproject.toml": root("members = []") },
    "has a [tool.uv.workspace] of its own",
  ],
  ["with another's name", { "packages/c/pyproject.toml": member("lib_a") }, 'two members have the name "lib-a"'],
  ["that is no TOML", { "packages/c/pyproject.toml": "[" }, "packages/c/pyproject.toml:1:2"],
])("a member %s is refused", (_, files, message) => {
  expect(() => paths(root("members = ['packages/*']"), { ...two, ...(files as object) })).toThrow(message);
});

describe("dependencies on members", () => {
  const shop = (sources: string) =>
    root("members = ['packages/*']", `dependencies = ["lib-a"]\n[tool.uv.sources]\n${sources}\n`);

  test("are told apart from those of an index", () => {
    expect(uvFacts(shop("lib-a = { workspace = true }"), two).dependencies[0].value.isWorkspaceMember).toBe(true);
  });
  test("are no path dependencies", () => {
    expect(uvFacts(shop("lib-a = { workspace = true }"), two).pathDependencies).toEqual([]);
  });
  test("have to say so", () => {
    expect(() => uvFacts(shop(""), two)).toThrow(
      'pyproject.toml [tool.uv.sources]: has no entry for "lib-a", which is a dependency and a member of the workspace',
    );
  });
  test("the project itself need not say so", () => {
    expect(uvFacts('[project]\nname = "a"\n[dependency-groups]\ndev = ["a[test]"]').groups).toHaveLength(1);
  });
});

describe("a member", () => {
  const above = (more: string) => ({
    "../../pyproject.toml": root("members = ['services/*', 'libs/*']", more),
    "../../libs/a/pyproject.toml": member("lib-a"),
  });
  const orders = (more = "") => `${member("orders")}dependencies = ["lib-a", "b"]\n${more}`;
  const sources = "[tool.uv.sources]\nlib-a = { workspace = true }\nb = { path = 'vendor/b' }\n";

  test("has the sources of the root, with paths from its own folder", () => {
    const [a, b] = uvFacts(orders(), above(sources)).dependencies.map(({ value }) => value);
    expect([a.isWorkspaceMember, b.url]).toEqual([true, "../../vendor/b"]);
  });
  test("has its own in place of those", () => {
    const own = "[tool.uv.sources]\nb = { path = 'b' }\n";
    expect(uvFacts(orders(own), above(sources)).dependencies[1].value.url).toBe("b");
  });
  test("that uv does not manage stands alone", () => {
    const own = "[tool.uv]\nmanaged = false\n";
    expect(uvFacts(orders(own), above(sources)).lockFile?.value.path).toBe("uv.lock");
  });
  test("has no members of its own", () => {
    expect(uvFacts(orders(), above(sources)).workspaceMembers).toEqual([]);
  });
  test.each([
    ["that no other needs", "", false],
    ["that another needs", "orders = { workspace = true }\n", true],
  ])("%s, without a build system, is installed: %p", (_, entry, installs) => {
    expect(uvFacts(orders(), above(sources + entry)).installsProject.value).toBe(installs);
  });
});

describe("a root without [project]", () => {
  const virtual = "[dependency-groups]\ndev = ['ruff']\n[tool.uv.workspace]\nmembers = ['packages/*']\n";
  const files = {
    "packages/a/pyproject.toml": member("a", "requires-python = '>=3.11'"),
    "packages/b/pyproject.toml": member("b", "requires-python = '<3.13'"),
  };
  const facts = () => uvFacts(virtual, files);

  test("has no name", () => expect(facts().name).toBeUndefined());
  test("is not installed", () => {
    expect(facts().installsProject).toEqual({ value: false, source: "pyproject.toml (there is no [project])" });
  });
  test("has its groups", () => expect(facts().groups.map(({ value }) => value.name)).toEqual(["dev"]));
  test("has its members", () => expect(facts().workspaceMembers).toHaveLength(2));
  test("has the Python versions that all members allow", () => {
    expect(facts().requiresPython?.value).toBe(">=3.11,<3.13");
  });
  test("is told", () => {
    expect(facts().notes[0]).toBe(
      "pyproject.toml has no [project] table: uv installs all members of its workspace; choose the folder of one of them for an image of that alone",
    );
  });
  test("can have groups alone", () => {
    expect(uvFacts("[dependency-groups]\ndev = ['ruff']").groups).toHaveLength(1);
  });
});

describe("the Python versions of a workspace", () => {
  const needs = (requires: string) => `requires-python = '${requires}'\n`;
  const workspace = (own: string, other: string) =>
    uvFacts(root("members = ['packages/*']", needs(own)), {
      "packages/a/pyproject.toml": member("a", needs(">=3.9")),
      "packages/b/pyproject.toml": member("b", needs(other)),
    }).requiresPython;

  test.each([
    [">=3.9", ">=3.10,<3.13", ">=3.10,<3.13"],
    [">=3.10", ">=3.9,<3.13", ">=3.10,<3.13"],
    [">=3.10", ">=3.9,!=3.11.*", ">=3.10,!=3.11.*"],
    [">=3.10", ">=3.10.2", ">=3.10.2"],
    [">=3.12", "==3.12.*", "==3.12.*"],
    ["~=3.10", ">=3.9", "~=3.10"],
    [">=3.10", ">=3.10,<4.0", ">=3.10"],
  ])("are those of a root with %s that a member with %s allows: %s", (own, other, both) => {
    expect(workspace(own, other)?.value).toBe(both);
  });
  test("name the members that narrow them", () => {
    expect(workspace(">=3.10", "<3.13")?.source).toBe(
      "pyproject.toml [project].requires-python and packages/b/pyproject.toml [project].requires-python",
    );
  });
  test("that exclude each other are refused with both", () => {
    expect(() => workspace(">=3.12", "<3.11")).toThrow(
      'packages/b/pyproject.toml [project].requires-python: ">=3.12" and "<3.11" allow no version of Python',
    );
  });
  test("are those of a member too", () => {
    const above = {
      "../../pyproject.toml": root("members = ['services/*', 'libs/*']", needs(">=3.10")),
      "../../libs/a/pyproject.toml": member("a", needs("<3.13")),
    };
    expect(uvFacts(member("orders", needs(">=3.9")), above).requiresPython?.value).toBe(">=3.10,<3.13");
  });
});

describe("a broken pyproject.toml above", () => {
  const above = { "../pyproject.toml": "[project" };

  test("is told to a project that has nothing to do with it", () => {
    const { notes } = factsOf('[project]\nname = "orders"\nversion = "1"', {
      "requirements.txt": "flask==3.1.0",
      ...above,
    });
    expect(notes).toEqual([
      expect.stringMatching(/^\.\.\/pyproject\.toml:1:\d+: is not valid TOML.* \(it is passed over\)$/),
    ]);
  });
  test("stops a project of uv", () => {
    expect(() => uvFacts('[project]\nname = "orders"', above)).toThrow("../pyproject.toml:1:");
  });
});
