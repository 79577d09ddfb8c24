import { setuptoolsPackages } from "../../src/pyproject/backends/setup-packages";
import { dynamicMetadata, dynamicNotes, setuptoolsProject } from "../../src/pyproject/backends/setuptools-metadata";
import type { Fact } from "../../src/pyproject/fact";
import type { Script } from "../../src/pyproject/facts";
import { parseToml } from "../../src/pyproject/files/parse-toml";
import { readProjectTable } from "../../src/pyproject/metadata/project-table";
import { mapFolder } from "./facts-of";

const project = (files: Record<string, string>) => setuptoolsProject(parseToml("", "pyproject.toml"), mapFolder(files));
const byPy = (keywords: string, files: Record<string, string> = {}) =>
  project({ ...files, "setup.py": `setup(name='orders', ${keywords})` });
const byCfg = (cfg: string, files: Record<string, string> = {}) =>
  project({ ...files, "setup.cfg": `[metadata]\nname = orders\n${cfg}` });
const written = (scripts: readonly Fact<Script>[] = []) =>
  scripts.map(({ value }) => `${value.name} = ${value.target}`);
const names = (facts: readonly Fact<{ readonly name: string }>[] = []) => facts.map(({ value }) => value.name);
const found = { where: [""], include: ["*"], exclude: [], namespaces: false };

describe("setup.cfg", () => {
  test("names the project", () => {
    expect(byCfg("")?.name).toEqual({
      value: { written: "orders", normalized: "orders" },
      source: "setup.cfg [metadata].name",
    });
  });
  test.each([
    ["version = 1.0", "1.0", false],
    ["version = attr: orders.__version__", undefined, true],
    ["version = file: VERSION", undefined, true],
    ["", undefined, false],
  ])("%j gives the version %p, found out: %p", (line, version, isDynamic) => {
    const read = byCfg(line);
    expect([read?.version?.value, read?.hasDynamicVersion]).toEqual([version, isDynamic]);
  });
  test.each([
    ["description = All orders", "description", "All orders"],
    ["summary = All orders", "description", "All orders"],
    ["license = mit", "license", "MIT"],
    ["license = MIT License", "license", undefined],
    ["[options]\npython-requires = >=3.9", "requiresPython", ">=3.9"],
    ["[options]\nPython_Requires = >=3.9", "requiresPython", ">=3.9"],
  ] as const)("%j gives the %s %j", (lines, key, value) => expect(byCfg(lines)?.[key]?.value).toBe(value));
  test("names readmes and licenses", () => {
    const read = byCfg("long_description = file: README.md, ./NEWS.md\nlicense_files =\n  LICENSE*\n  NOTICE");
    expect([read?.readmeFiles, read?.licenseFiles].map((files) => files?.map(({ value }) => value))).toEqual([
      ["README.md", "NEWS.md"],
      ["LICENSE*", "NOTICE"],
    ]);
  });
  test("names links", () => {
    const read = byCfg("url = https://a.example.com\nproject_urls =\n  Source = https://b.example.com/?a=b");
    expect(read?.urls.map(({ value }) => value)).toEqual([
      { label: "Homepage", url: "https://a.example.com" },
      { label: "Source", url: "https://b.example.com/?a=b" },
    ]);
  });
  test.each([
    ["install_requires = flask; attrs>=1", ["flask", "attrs"]],
    ["install_requires =\n  flask; python_version > '3'\n  # web\n  attrs", ["flask", "attrs"]],
    ["install_requires = file: requirements.txt", ["fastapi"]],
  ])("%j", (line, expected) => {
    expect(names(byCfg(`[options]\n${line}`, { "requirements.txt": "fastapi" })?.dependencies)).toEqual(expected);
  });
  test("has extras", () => {
    const read = byCfg("[options.extras_require]\nWeb = flask\nall =\n  orders[test]\n  attrs\ntest = pytest");
    expect(read?.extras.map(({ value }) => [value.name, value.isDevelopment])).toEqual([
      ["Web", false],
      ["all", true],
      ["test", true],
    ]);
  });
  test("has scripts", () => {
    const read = byCfg(
      "[options]\nscripts = bin/orders-old\n[options.entry_points]\nconsole_scripts =\n  orders = orders.cli:main [web]\ngui_scripts = show=orders.ui:main",
    );
    expect([written(read?.consoleScripts), written(read?.guiScripts)]).toEqual([
      ["orders = orders.cli:main", "orders-old = bin/orders-old"],
      ["show = orders.ui:main"],
    ]);
  });
  test.each(["[metadata]\nlicense_files = LICENSE", "[flake8]\nmax-line-length = 120", ""])(
    "%j describes no project",
    (text) => expect(project({ "setup.cfg": text })).toBeUndefined(),
  );
});

describe("setup.py", () => {
  test("names the project", () => {
    expect(byPy("")?.name?.source).toBe("setup.py setup(name)");
  });
  test.each([
    ["version='1.0'", "1.0", false],
    ["version=read_version()", undefined, true],
    ["use_scm_version=True", undefined, true],
    ["", undefined, false],
  ])("%s gives the version %p, found out: %p", (keywords, version, isDynamic) => {
    const read = byPy(keywords);
    expect([read?.version?.value, read?.hasDynamicVersion]).toEqual([version, isDynamic]);
  });
  test.each([
    ["install_requires=['flask', 'attrs>=1']", ["flask", "attrs"]],
    ["install_requires='''\nflask\n# web\nattrs # data\n'''", ["flask", "attrs"]],
    ["install_requires=open('requirements.txt').read().splitlines()", ["fastapi", "uvicorn"]],
    ["install_requires=parse_requirements('requirements.txt')", ["fastapi", "uvicorn"]],
    ["install_requires=['flask', f'attrs=={version}', other()]", ["flask", "attrs"]],
    ["extras_require={':python_version < \"3.11\"': ['tomli']}", ["tomli"]],
    ["install_requires=None", []],
  ])("%s", (keywords, expected) => {
    const files = { "requirements.txt": "fastapi # web\n-e .\n-r more.txt", "more.txt": "uvicorn" };
    expect(names(byPy(keywords, files)?.dependencies)).toEqual(expected);
  });
  test("a requirement from a file has its line", () => {
    const read = byPy("install_requires=open('a.txt').readlines()", { "a.txt": "\nflask" });
    expect(read?.dependencies[0].source).toBe("a.txt:2");
  });
  test("a marker in the name of an extra is one of its requirements", () => {
    const read = byPy("extras_require={'web:os_name == \"nt\"': ['a; python_version > \"3\"', 'b'], 'web': ['c']}");
    expect(read?.extras[0].value.requirements.map(({ name, marker }) => [name, marker])).toEqual([
      ["a", 'python_version > "3" and os_name == "nt"'],
      ["b", 'os_name == "nt"'],
      ["c", undefined],
    ]);
  });
  test.each([
    [
      "install_requires=required()",
      'setup.py setup(install_requires) has "required()", which is known only by running it',
    ],
    [
      "install_requires=load(open('Pipfile.lock'))",
      "setup.py setup(install_requires) takes them from Pipfile.lock in a way that is known only by running it",
    ],
    ["install_requires=open('a.txt')", "there is no requirements file a.txt"],
    ["extras_require=extras()", 'setup.py setup(extras_require) has "extras()", which is known only by running it'],
    ["extras_require={'web': web()}", 'setup.py setup(extras_require) has "web()", which is known only by running it'],
    ["**options", 'setup.py setup() has "**options", which is known only by running it'],
  ])("%s is told", (keywords, note) => expect(byPy(keywords)?.notes).toEqual([note]));
  test.each([
    ["entry_points={'console_scripts': ['orders=orders.cli:main']}", ["orders = orders.cli:main"]],
    ["entry_points={'console_scripts': 'orders=orders.cli:main'}", ["orders = orders.cli:main"]],
    ["entry_points='[console_scripts]\\norders = orders.cli:main\\n[other]\\na = b'", ["orders = orders.cli:main"]],
    ["entry_points=open('points.txt').read()", ["sell = orders.cli:sell"]],
  ])("%s", (keywords, expected) => {
    const files = { "points.txt": "[console_scripts]\n# all\nsell = orders.cli:sell" };
    expect(written(byPy(keywords, files)?.consoleScripts)).toEqual(expected);
  });
  test("the readme is what the long description is made of", () => {
    const files = { "README.md": "", "NEWS.md": "" };
    const read = byPy("long_description=open('README.md').read() + '\\n' + open('NEWS.md').read()", files);
    expect(read?.readmeFiles.map(({ value }) => value)).toEqual(["README.md", "NEWS.md"]);
  });
  test.each(["pyproject.toml", "setup.cfg"])("%s, which is read beside it, is no readme", (path) => {
    const read = byPy(`long_description=open('README.md').read() + open('${path}').read()`, { "README.md": "" });
    expect(read?.readmeFiles.map(({ value }) => value)).toEqual(["README.md"]);
  });
  test("a requirement that is none is refused", () => {
    expect(() => byPy("install_requires=['a b']")).toThrow(
      'setup.py setup(install_requires): "a b" is not a requirement',
    );
  });
});

describe("setup.py and setup.cfg together", () => {
  const both = (keywords: string) =>
    project({
      "setup.py": `setup(${keywords})`,
      "setup.cfg": "[metadata]\nname = orders\nversion = 1.0\n[options]\ninstall_requires = flask",
    });
  test.each([
    ["", ["flask"]],
    ["install_requires=[]", ["flask"]],
    ["install_requires=['attrs']", ["attrs"]],
    ["install_requires=required()", []],
  ])("setup(%s) needs %j", (keywords, expected) => expect(names(both(keywords)?.dependencies)).toEqual(expected));
  test("say nothing where there is a [project]", () => {
    const file = parseToml("[project]", "pyproject.toml");
    expect(setuptoolsProject(file, mapFolder({ "setup.py": "setup(name='orders')" }))).toBeUndefined();
  });
});

test("pbr takes the dependencies from requirements.txt and has sections of its own", () => {
  const read = project({
    "setup.py": "setup(setup_requires=['pbr'], pbr=True)",
    "setup.cfg":
      "[metadata]\nname = orders\ndescription-file = README.rst\npython-requires = >=3.9\n[entry_points]\nconsole_scripts =\n  orders = orders.cli:main\n[extras]\nweb =\n  flask:(python_version>'3')",
    "requirements.txt": "attrs",
  });
  expect([
    names(read?.dependencies),
    written(read?.consoleScripts),
    read?.extras[0].value.requirements[0].marker,
    read?.readmeFiles[0].value,
    read?.requiresPython?.value,
    read?.hasDynamicVersion,
  ]).toEqual([["attrs"], ["orders = orders.cli:main"], "python_version>'3'", "README.rst", ">=3.9", true]);
});

describe("dynamic fields", () => {
  const context = (toml: string, files: Record<string, string> = {}) => {
    const file = parseToml(toml, "pyproject.toml");
    return { file, folder: mapFolder(files), project: readProjectTable(file) };
  };
  const dynamic = (...fields: string[]) => `[project]\nname = "orders"\ndynamic = ${JSON.stringify(fields)}\n`;
  const metadata = (toml: string, files?: Record<string, string>) => dynamicMetadata(context(toml, files));
  const tables = "[tool.setuptools.dynamic]\n";

  test.each([
    ['dependencies = { file = "requirements.txt" }', ["flask"]],
    ['dependencies = { file = ["requirements.txt", "more.txt"] }', ["flask", "attrs"]],
  ])("%s", (line, expected) => {
    const files = { "requirements.txt": "flask # web", "more.txt": "# data\nattrs" };
    expect(names(metadata(dynamic("dependencies") + tables + line, files).dependencies)).toEqual(expected);
  });
  test("extras come from files", () => {
    const lines = 'optional-dependencies.test = { file = ["test.txt"] }';
    expect(metadata(dynamic("optional-dependencies") + tables + lines, { "test.txt": "pytest" }).extras).toEqual([
      {
        value: { name: "test", isDevelopment: true, requirements: [expect.objectContaining({ name: "pytest" })] },
        source: "pyproject.toml [tool.setuptools.dynamic.optional-dependencies].test",
      },
    ]);
  });
  test("dependencies and extras come from templates with the version", () => {
    const plugin = "[tool.setuptools_dynamic_dependencies]\n";
    const lines =
      "dependencies = ['core == {version}', 'flask>=3']\noptional-dependencies = { web = ['app[x]=={version}'] }";
    const read = metadata(`${dynamic("dependencies", "optional-dependencies")}${plugin}${lines}`);
    const [web] = read.extras?.map(({ value }) => value.requirements.map(({ name }) => name)) ?? [];
    expect([names(read.dependencies), web]).toEqual([["core", "flask"], ["app"]]);
  });
  test("the readme comes from files", () => {
    const { readmeFiles } = metadata(`${dynamic("readme")}${tables}readme = { file = ["README.md", "NEWS.md"] }`);
    expect(readmeFiles?.map(({ value }) => value)).toEqual(["README.md", "NEWS.md"]);
  });
  test("scripts come from a file", () => {
    const toml = `${dynamic("scripts")}${tables}entry-points = { file = "points.txt" }`;
    expect(written(metadata(toml, { "points.txt": "[console_scripts]\na = b:c" }).consoleScripts)).toEqual(["a = b:c"]);
  });
  test("the description comes from a file", () => {
    const toml = `${dynamic("description")}${tables}description = { file = "about.txt" }`;
    expect(metadata(toml, { "about.txt": "All orders\n" }).description?.value).toBe("All orders");
  });
  test("all else comes from setup.py and setup.cfg", () => {
    const files = {
      "setup.py": "setup(install_requires=['flask'], extras_require={'web': ['attrs']}, python_requires='>=3.9')",
      "setup.cfg": "[options.entry_points]\nconsole_scripts = a = b:c",
    };
    const read = metadata(dynamic("dependencies", "optional-dependencies", "requires-python", "scripts"), files);
    expect([
      names(read.dependencies),
      names(read.extras),
      read.requiresPython?.value,
      written(read.consoleScripts),
    ]).toEqual([["flask"], ["web"], ">=3.9", ["a = b:c"]]);
  });
  test("a field that is not dynamic is left alone", () => {
    expect(metadata(dynamic("version"), { "setup.py": "setup(install_requires=['flask'], description='a')" })).toEqual(
      {},
    );
  });
  test.each([
    [`${tables}dependencies = { file = "missing.txt" }`, "there is no requirements file missing.txt"],
    ["", 'setup.py setup(install_requires) has "required()", which is known only by running it'],
  ])("what could not be read is told, with %j", (lines, note) => {
    const files = { "setup.py": "setup(install_requires=required())" };
    expect(dynamicNotes(context(dynamic("dependencies") + lines, files))).toEqual([note]);
  });
});

test.each([
  ["f'acme[fast]>={version}'", "acme", ["fast"]],
  ["'acme>=' + version", "acme", []],
  ["'acme>=%s' % version", "acme", []],
  ["'acme>={}'.format(version)", "acme", []],
])("the requirement %s, with a version from a file, has its name", (code, name, extras) => {
  const source = `version = open('VERSION').read()\nsetup(name='orders', install_requires=[${code}])`;
  expect(project({ "setup.py": source, VERSION: "1" })?.dependencies.map(({ value }) => value)).toEqual([
    expect.objectContaining({ name, extras }),
  ]);
});

describe("commands that are computed", () => {
  const read = byPy("entry_points={'console_scripts': ['a = b:c'] + more(), 'plugins': more()}");
  test("are told, and others are not", () =>
    expect(read?.notes).toEqual(['setup.py setup(entry_points) has "more()", which is known only by running it']));
  test("leave the list open", () =>
    expect([names(read?.consoleScripts), read?.hasUnreadScripts]).toEqual([["a"], true]));
  test("may be files", () => expect(byPy("scripts=['bin/a', more()]")?.hasUnreadScripts).toBe(true));
});

test.each([
  ["extras that are computed", 'dynamic = ["optional-dependencies"]', 1],
  [
    "extras from a file",
    'dynamic = ["optional-dependencies"]\n[tool.setuptools.dynamic]\noptional-dependencies.a = {}',
    0,
  ],
  ["nothing where they are not asked for", "", 0],
])("of extras_require %s is told", (_, lines, count) => {
  const file = parseToml(`[project]\n${lines}`, "pyproject.toml");
  const folder = mapFolder({ "setup.py": "setup(extras_require=extras())" });
  expect(dynamicNotes({ file, folder, project: readProjectTable(file) })).toHaveLength(count);
});

describe("packages", () => {
  const packages = (files: Record<string, string>) => setuptoolsPackages(mapFolder(files));
  test.each([
    ["packages = find:", found],
    ["packages =\n  find:", found],
    ["packages = find_namespace:", { ...found, namespaces: true }],
    [
      "packages = find:\n[options.packages.find]\nwhere = ./src\ninclude = a*, b\nexclude =\n  tests",
      { where: ["src"], include: ["a*", "b"], exclude: ["tests"], namespaces: false },
    ],
  ])("%j in setup.cfg", (lines, search) => {
    expect(packages({ "setup.cfg": `[options]\n${lines}` })?.searches).toEqual([search]);
  });
  test("setup.py names packages, modules and folders", () => {
    const keywords = "packages=['a', 'a.b'], py_modules=['c'], package_dir={'': './src', 'a': 'lib/a'}";
    expect(packages({ "setup.py": `setup(${keywords})` })).toEqual({
      searches: [],
      packages: ["a", "a.b"],
      modules: ["c"],
      folders: new Map([
        ["", "src"],
        ["a", "lib/a"],
      ]),
      source: "setup.py setup(packages)",
    });
  });
  test("setup.py can name some and look for others", () => {
    expect(packages({ "setup.py": "setup(packages=find_packages() + ['a'])" })).toEqual(
      expect.objectContaining({ searches: [found], packages: ["a"] }),
    );
  });
  test.each(["setup(name='a')", "setup(packages=unknown())"])("%s names none", (source) => {
    expect(packages({ "setup.py": source })).toBeUndefined();
  });
});
