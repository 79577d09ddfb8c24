import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { systemPackages } from "../../src/pyproject/system-packages";
import { factsOf } from "./facts-of";

const facts = (toml: string, files: Record<string, string> = {}) =>
  factsOf(toml, files, { packageManager: PackageManager.PIP });
const dependencies = (toml: string, files?: Record<string, string>) =>
  facts(toml, files).dependencies.map(({ value }) => value.name);
const requirementsFiles = (toml: string, files?: Record<string, string>) =>
  facts(toml, files).requirementsFiles.map(({ value, source }) => [value, source]);
const groups = (toml: string, files?: Record<string, string>) =>
  Object.fromEntries(
    facts(toml, files).groups.map(({ value }) => [value.name, value.requirements.map(({ name }) => name)]),
  );
const tools = "[tool.black]\nline-length = 100";
const named = (lines: string) => `[project]\nname = "orders"\n${lines}\n`;
const project = (lines: string) => named(`version = "1"\n${lines}`);
const build = '[build-system]\nrequires = ["setuptools"]\n';

describe("dependencies", () => {
  test.each([
    ["[project]", project("dependencies = ['flask']"), {}, ["flask"]],
    [
      "[project] beside a requirements file",
      project("dependencies = ['flask']"),
      { "requirements.txt": "attrs" },
      ["flask"],
    ],
    ["a requirements file", tools, { "requirements.txt": "flask" }, ["flask"]],
    ["a requirements file beside a bare [project]", project(""), { "requirements.txt": "flask" }, ["flask"]],
    [
      "a file that [project] takes them from",
      `${build}${project("dynamic = ['dependencies']")}[tool.setuptools.dynamic]\ndependencies = { file = 'base.txt' }`,
      { "base.txt": "flask" },
      ["flask"],
    ],
    ["setup.py", "", { "setup.py": "setup(name='orders', install_requires=['flask'])" }, ["flask"]],
    ["setup.cfg", "", { "setup.cfg": "[metadata]\nname = orders\n[options]\ninstall_requires = flask" }, ["flask"]],
    [
      "a requirements file where setup.py computes them",
      "",
      { "setup.py": "setup(name='orders', install_requires=required())", "requirements.txt": "flask" },
      ["flask"],
    ],
    [
      "a requirements file beside a program that says nothing",
      build + project(""),
      { "requirements.txt": "flask" },
      ["flask"],
    ],
    [
      "nothing in a file with extras for development alone",
      `${build}${project("optional-dependencies.tests = ['attrs']")}`,
      { "requirements.txt": "-e .[tests]" },
      [],
    ],
    [
      "the extras in a file",
      `${build}${project("optional-dependencies.web = ['flask']")}`,
      { "requirements.txt": "-e .[web]" },
      ["flask"],
    ],
    ["nothing beside the tools of a library", build + project(""), { "requirements.txt": "pytest\nruff\nattrs" }, []],
    [
      "the lock file where there is nothing else",
      tools,
      { "pylock.toml": "[[packages]]\nname = 'flask'\nversion = '3'" },
      ["flask"],
    ],
    [
      "a folder of requirements",
      tools,
      {
        "requirements/base.txt": "flask",
        "requirements/production.txt": "-r base.txt\ngunicorn",
        "requirements/dev.txt": "-r base.txt\nruff",
      },
      ["flask", "gunicorn"],
    ],
    ["what a locked file is made of", tools, { "requirements.in": "flask" }, ["flask"]],
    [
      "the only file that is not for development",
      tools,
      { "requirements-gpu.txt": "torch", "requirements-dev.txt": "ruff" },
      ["torch"],
    ],
    [
      "no file where several could be meant",
      tools,
      { "requirements-gpu.txt": "torch", "requirements-cpu.txt": "numpy" },
      [],
    ],
    ["nothing", tools, {}, []],
  ])("come from %s", (_, toml, files, expected) => expect(dependencies(toml, files)).toEqual(expected));

  test("name the line", () => {
    expect(facts(tools, { "requirements.txt": "\nflask" }).dependencies[0].source).toBe("requirements.txt:2");
  });
  test("the project itself stands for the extras that are asked for", () => {
    const toml = `${build}${project("[project.optional-dependencies]\nweb = ['flask', 'orders[data]']\ndata = ['attrs']")}`;
    expect(dependencies(toml, { "requirements.txt": "-e .[web]" })).toEqual(["flask", "attrs"]);
  });
  test("in a folder or in git are told apart", () => {
    const found = facts(tools, {
      "requirements.txt": "-e ./lib/a\nb @ git+https://example.com/b.git",
      "lib/a/a.py": "",
    });
    expect([found.pathDependencies, found.gitDependencies].map(([{ value }]) => value.location)).toEqual([
      "./lib/a",
      "git+https://example.com/b.git",
    ]);
  });
});

describe("requirements files", () => {
  const stated = project("dependencies = ['flask', 'attrs']");
  test("with the dependencies", () => {
    const files = { "requirements.txt": "-r base.txt\n-c limits.txt", "base.txt": "flask", "limits.txt": "flask<4" };
    expect(requirementsFiles(tools, files)).toEqual([
      ["requirements.txt", "requirements.txt (the dependencies)"],
      ["base.txt", "requirements.txt:1 --requirement"],
      ["limits.txt", "requirements.txt:2 --constraint"],
    ]);
  });
  test.each([
    [
      "pinned",
      "flask==3\nattrs==1\nclick==8",
      [["requirements.txt", "requirements.txt (a list of pinned versions of what the project needs)"]],
    ],
    ["not pinned", "flask\nattrs", []],
    ["for something else", "click==8", []],
  ])("beside [project], %s", (_, text, expected) => {
    expect(requirementsFiles(stated, { "requirements.txt": text })).toEqual(expected);
  });
  test.each([
    [
      "without what pip-compile never pins",
      "flask==3\nattrs==1",
      "dependencies = ['flask', 'attrs', 'setuptools', 'pip']",
    ],
    ["with the project itself", "-e .\nflask==3", "dependencies = ['flask', 'attrs']"],
    [
      "with the project itself by its path",
      "orders @ file:///src/orders\nflask==3",
      "dependencies = ['flask', 'attrs']",
    ],
  ])("that are pinned, %s, lack nothing", (_, text, lines) => {
    const found = facts(project(lines), { "requirements.txt": text });
    expect([found.requirementsFiles.map(({ value }) => value), found.notes]).toEqual([["requirements.txt"], []]);
  });
  test("that hold the project alone are no list of versions", () => {
    const found = facts(stated, { "requirements.txt": "." });
    expect([found.requirementsFiles, found.notes]).toEqual([[], []]);
  });
  test("that take the project itself from elsewhere are not installed from", () => {
    const text = "-e git+https://example.com/orders.git@main#egg=Orders\nflask==3\nattrs==1";
    const found = facts(stated, { "requirements.txt": text });
    expect([found.requirementsFiles, found.notes]).toEqual([
      [],
      [expect.stringMatching(/^requirements.txt:1 takes the project itself from elsewhere .*is not installed from/)],
    ]);
  });
  test("that pin more than the project states tell the system packages and git dependencies too", () => {
    const text =
      "flask==3\nattrs==1\npsycopg2==2\na @ git+https://example.com/a.git@0123456789012345678901234567890123456789";
    const found = facts(stated, { "requirements.txt": text });
    expect(systemPackages(found, "bookworm").run.map(({ value, source }) => [value, source])).toEqual([
      ["libpq5", "requirements.txt:3 (psycopg2)"],
    ]);
    expect(found.gitDependencies.map(({ value }) => [value.name, value.isProduction])).toEqual([["a", true]]);
  });
  test("of which none is named for production are told", () => {
    const files = { "requirements_cpu.txt": "numpy", "requirements_gpu.txt": "torch", "requirements-dev.txt": "ruff" };
    expect(facts(tools, files).notes).toEqual([
      "none of the requirements files requirements_cpu.txt, requirements_gpu.txt is named for production, so that none is installed from; name one of them requirements.txt, or include it there",
    ]);
  });
  test("from which the project takes its dependencies", () => {
    const files = { "setup.py": "setup(name='orders', install_requires=open('a.txt').readlines())", "a.txt": "flask" };
    expect(requirementsFiles("", files)).toEqual([
      ["a.txt", "a.txt (the dependencies that the project takes from it)"],
    ]);
  });
  test("that lack something are told", () => {
    expect(facts(stated, { "requirements.txt": "flask==3" }).notes).toContain(
      "requirements.txt is a list of pinned versions, and lacks attrs, which the project needs: it is not installed from",
    );
  });
  test("beside [project] that are none don't stop anything", () => {
    expect(facts(stated, { "requirements.txt": "a b" }).notes[0]).toMatch(
      /^requirements.txt:1: "a b" is not a req.*left out/,
    );
  });
  test("without a line beside a project that needs nothing are no matter", () =>
    expect(facts(build + project(""), { "requirements.txt": "" }).notes).toEqual([]));
  test("with the dependencies that are none do", () => {
    expect(() => facts(tools, { "requirements.txt": "a b" })).toThrow('requirements.txt:1: "a b" is not a requirement');
  });
});

describe("groups", () => {
  test("of [dependency-groups] are for development", () => {
    expect(facts(`${tools}\n[dependency-groups]\nmaps = ['attrs']`).groups[0].value).toEqual(
      expect.objectContaining({ name: "maps", isDefault: false, isProduction: false }),
    );
  });
  test.each([
    ["requirements-dev.txt", "dev"],
    ["dev-requirements.txt", "dev"],
    ["requirements_test.txt", "test"],
    ["requirements.docs.txt", "docs"],
    ["requirements-dev.in", "dev"],
    ["requirements/dev.txt", "dev"],
    ["requirements/requirements-dev.txt", "dev"],
    ["requirements/local.txt", "local"],
  ])("%s is the group %s", (path, name) => {
    expect(groups(tools, { "requirements.txt": "flask", [path]: "ruff" })).toEqual({ [name]: ["ruff"] });
  });
  test.each(["requirements-prod.txt", "developers.txt", "requirements/gpu.txt", "dev.txt"])("%s is none", (path) => {
    expect(groups(tools, { "requirements.txt": "flask", [path]: "ruff" })).toEqual({});
  });
  test("of a file are for development and name the file", () => {
    const [group] = facts(tools, { "requirements.txt": "", "requirements/local.txt": "ruff" }).groups;
    expect([group.value.isDevelopment, group.source]).toEqual([true, "requirements/local.txt"]);
  });
  test("leave out what they include of the main file", () => {
    const files = {
      "requirements.txt": "-r base.txt",
      "base.txt": "flask",
      "requirements-dev.txt": "-r requirements.txt\nruff",
    };
    expect(groups(tools, files)).toEqual({ dev: ["ruff"] });
  });
  test("have the extras of the project that they ask for", () => {
    const toml = build + project("[project.optional-dependencies]\ntest = ['pytest']");
    expect(groups(toml, { "requirements-dev.txt": "-e .[test]\nruff" })).toEqual({ dev: ["pytest", "ruff"] });
  });
  test("a versioned file comes before what it is made of", () => {
    const files = { "requirements-dev.in": "ruff", "requirements-dev.txt": "ruff==1\nattrs==1" };
    expect(groups(tools, files)).toEqual({ dev: ["ruff", "attrs"] });
  });
  test("from a requirements file name it and those that it includes", () => {
    const files = { "requirements-dev.txt": "-r more.txt\n-c limits.txt\nruff", "more.txt": "mypy", "limits.txt": "" };
    const [group] = facts(tools, files).groups;
    expect(group.value.requirementsFiles).toEqual(["requirements-dev.txt", "more.txt", "limits.txt"]);
  });
  test("of [dependency-groups] come before a file of the name", () => {
    expect(groups("[dependency-groups]\ndev = ['mypy']", { "requirements-dev.txt": "ruff" })).toEqual({
      dev: ["mypy"],
    });
  });
  test("that can't be read are told", () => {
    expect(facts(tools, { "requirements-dev.txt": "a b" }).notes[0]).toMatch(/^requirements-dev.txt:1: "a b" is not a/);
  });
});

test.each([
  [build, {}, true, "pyproject.toml [build-system]"],
  ["", { "setup.py": "setup(name='orders')" }, true, "setup.py setup(name)"],
  ["", { "setup.cfg": "[metadata]\nname = orders" }, true, "setup.cfg [metadata].name"],
  [project("dependencies = ['a']"), { "requirements.txt": "a" }, true, "pyproject.toml [project].dependencies"],
  [project("scripts.a = 'b:c'"), { "requirements.txt": "a" }, true, "pyproject.toml [project.scripts].a"],
  [project(""), {}, true, "pyproject.toml [project]"],
  [named("dynamic = ['version']"), {}, true, "pyproject.toml [project]"],
  [named("dependencies = ['a']"), {}, false, "pyproject.toml [project].version (there is none)"],
  [
    project("dependencies = []"),
    { "requirements.txt": "a" },
    false,
    "pyproject.toml [project] (it has no dependencies and no scripts)",
  ],
  [tools, { "requirements.txt": "a" }, false, "pyproject.toml (it describes no project)"],
  [
    tools,
    { "requirements.txt": "a", "setup.cfg": "[flake8]\na = b" },
    false,
    "pyproject.toml (it describes no project)",
  ],
  [tools, { "requirements.txt": "-e ." }, true, "requirements.txt:1"],
])("of %j with %j the project is installed: %p, by %s", (toml, files, value, source) => {
  expect(facts(toml, files as Record<string, string>).installsProject).toEqual({ value, source });
});

test.each([
  [project("requires-python = '>=3.10'"), {}, ">=3.10"],
  ["", { "setup.py": "setup(name='a', python_requires='>=3.11')" }, ">=3.11"],
])("of %j with %j Python is %s", (toml, files, expected) => {
  expect(facts(toml, files as Record<string, string>).requiresPython?.value).toBe(expected);
});

test.each([
  [{ "pylock.toml": "" }, { name: "pylock.toml", path: "pylock.toml", exists: true }],
  [{}, undefined],
])("with %j the lock file is %j", (files, expected) => {
  expect(facts(tools, files as Record<string, string>).lockFile?.value).toEqual(expected);
});

test("a locked package can come from git or a folder", () => {
  const lock =
    '[[packages]]\nname = "A_b"\nversion = "1"\nvcs = { type = "git", url = "https://example.com/a.git" }\n[[packages]]\nname = "c"\ndirectory = { path = "./c" }\n[[packages]]\nname = "d"\nversion = "2"\nmarker = "os_name == \'nt\'"';
  expect(
    facts(tools, { "pylock.toml": lock }).dependencies.map(({ value }) => [
      value.name,
      value.specifier,
      value.url,
      value.marker,
    ]),
  ).toEqual([
    ["a-b", "", "git+https://example.com/a.git", undefined],
    ["c", "", "./c", undefined],
    ["d", "==2", undefined, "os_name == 'nt'"],
  ]);
});

test("indexes come from all requirements files, each once", () => {
  const [a, b] = ["https://a.example.com/simple", "https://b.example.com/simple"];
  const files = {
    "requirements.txt": `-i ${a}\nflask`,
    "requirements-dev.txt": `-r requirements.txt\n--extra-index-url ${b}`,
  };
  expect(facts(tools, files).indexes).toEqual([
    { value: { url: a, isDefault: true }, source: "requirements.txt:1" },
    { value: { url: b, isDefault: false }, source: "requirements-dev.txt:2" },
  ]);
});

test.each([
  ["docs", "[dependency-groups]\ndocs = ['attrs']", true],
  ["checks", "[dependency-groups]\nchecks = ['attrs', 'ruff']", true],
  ["storage", "[dependency-groups]\nstorage = ['boto3']", false],
])("the group %s of %j is for development: %p", (_, toml, isDevelopment) => {
  expect(facts(toml).groups.map(({ value }) => value.isDevelopment)).toEqual([isDevelopment]);
});

test("what setup.py computes is told", () => {
  expect(facts("", { "setup.py": "setup(name='a', install_requires=required())" }).notes).toContain(
    'setup.py setup(install_requires) has "required()", which is known only by running it',
  );
});
