import { poetryFacts, uvFacts } from "./facts-of";

const built = '[build-system]\nrequires = ["hatchling>=1.20"]\nbuild-backend = "hatchling.build"\n';
const project = (lines: string) => `${built}[project]\n${lines}\n`;
const poetry = (lines: string) => `[tool.poetry]\n${lines}\n`;
const values = (facts: readonly { value: unknown }[]) => facts.map(({ value }) => value);

test.each([
  ["Kit_Concept.Intranet", "kit-concept-intranet"],
  ["a--b__c", "a-b-c"],
])("the name %s is compared as %s", (written, normalized) => {
  expect(uvFacts(project(`name = "${written}"`)).name).toEqual({
    value: { written, normalized },
    source: "pyproject.toml [project].name",
  });
});
test("poetry's name counts where [project] has none", () => {
  expect(poetryFacts(poetry('name = "orders"')).name?.source).toBe("pyproject.toml [tool.poetry].name");
});
test("[project] comes before poetry's table", () => {
  expect(poetryFacts(`${project('name = "a"')}${poetry('name = "b"')}`).name?.value.written).toBe("a");
});

test.each([
  [project('version = "1.2.0"'), "1.2.0", false],
  [project('dynamic = ["version"]'), undefined, true],
  [project(""), undefined, false],
])("version of %j: %p, dynamic: %p", (toml, version, isDynamic) => {
  const facts = uvFacts(toml);
  expect([facts.version?.value, facts.hasDynamicVersion]).toEqual([version, isDynamic]);
});
const plugin = "[tool.poetry.requires-plugins]\npoetry-dynamic-versioning = '>=1'\n";
const required = "[build-system]\nrequires = ['poetry-core', 'poetry-dynamic-versioning']\n";
test.each([
  [poetry('version = "1.2.0"'), "1.2.0", false],
  [`${project('dynamic = ["version"]')}${poetry('version = "1.2.0"')}`, "1.2.0", false],
  [`${poetry('version = "0.0.0"')}${plugin}[tool.poetry-dynamic-versioning]\nenable = true`, undefined, true],
  [`${poetry('version = "0.0.0"')}${required}[tool.poetry-dynamic-versioning]\nenable = true`, undefined, true],
  [`${poetry('version = "1.2.0"')}[tool.poetry-dynamic-versioning]\nenable = true`, "1.2.0", false],
  [`${poetry('version = "1.2.0"')}${plugin}`, "1.2.0", false],
  [`${poetry('version = "1.2.0"')}[tool.poetry-dynamic-versioning]\nenable = false`, "1.2.0", false],
])("poetry's version of %j: %p, dynamic: %p", (toml, version, isDynamic) => {
  const facts = poetryFacts(toml);
  expect([facts.version?.value, facts.hasDynamicVersion]).toEqual([version, isDynamic]);
});

test.each([
  ['"MIT"', "MIT"],
  ['"apache-2.0"', "Apache-2.0"],
  ['"MIT OR (Apache-2.0 and BSD-3-Clause)"', "MIT OR (Apache-2.0 AND BSD-3-Clause)"],
  ['"GPL-2.0-only WITH Classpath-exception-2.0"', "GPL-2.0-only WITH Classpath-exception-2.0"],
  ['"LicenseRef-Proprietary"', "LicenseRef-Proprietary"],
  ['{ text = "MIT" }', "MIT"],
  ['{ text = "MIT license" }', undefined],
  ['{ file = "LICENSE" }', undefined],
  ['"Apache License 2.0"', undefined],
  ['"AGPL"', undefined],
  ['"MIT OR"', undefined],
  ['"(MIT"', undefined],
  ['""', undefined],
])("the license %s is %p", (written, license) => {
  expect(uvFacts(project(`license = ${written}`)).license?.value).toBe(license);
});
test("poetry's license is read", () => expect(poetryFacts(poetry('license = "MIT"')).license?.value).toBe("MIT"));

test.each([
  ["Homepage", "homepage"],
  ["home-page", "homepage"],
  ["Source", "repository"],
  ["Source Code", "repository"],
  ["GitHub", "repository"],
  ["repository", "repository"],
] as const)("the link %s is the %s", (label, fact) => {
  expect(uvFacts(project(`urls = { "${label}" = "https://example.com" }`))[fact]).toEqual({
    value: "https://example.com",
    source: expect.stringContaining("pyproject.toml [project.urls]."),
  });
});
test("poetry's links are read", () => {
  const facts = poetryFacts(poetry('homepage = "https://a.example"\nrepository = "https://b.example"'));
  expect([facts.homepage?.value, facts.repository?.value]).toEqual(["https://a.example", "https://b.example"]);
});
test("all links are kept with their labels", () => {
  const facts = poetryFacts(
    `${poetry('documentation = "https://a.example"')}[tool.poetry.urls]\n"Bug Tracker" = "https://b.example"`,
  );
  expect(values(facts.urls)).toEqual([
    { label: "documentation", url: "https://a.example" },
    { label: "Bug Tracker", url: "https://b.example" },
  ]);
});

test.each([
  ['readme = "README.md"', ["README.md"]],
  ['readme = { file = "docs/README.rst", content-type = "text/x-rst" }', ["docs/README.rst"]],
  ['readme = { text = "Orders" }', []],
  ["", []],
])("the readme files of %j are %p", (line, files) => expect(values(uvFacts(project(line)).readmeFiles)).toEqual(files));
test.each([
  ['readme = "README.md"', ["README.md"]],
  ['readme = ["README.md", "CHANGES.md"]', ["README.md", "CHANGES.md"]],
])("poetry's readme files of %j are %p", (line, files) => {
  expect(values(poetryFacts(poetry(line)).readmeFiles)).toEqual(files);
});
test("what is not built needs no readme", () => {
  expect(uvFacts('[project]\nreadme = "README.md"\nlicense-files = ["LICENSE"]')).toMatchObject({
    readmeFiles: [],
    licenseFiles: [],
  });
});

test.each([
  ['license-files = ["LICENSE", "licenses/*"]', ["LICENSE", "licenses/*"]],
  ['license = { file = "COPYING" }', ["COPYING"]],
  ['license-files = { paths = ["LICENSE"] }', ["LICENSE"]],
  ['license-files = { globs = ["LICEN[CS]E*"] }', ["LICEN[CS]E*"]],
])("the license files of %s are %p", (line, files) => {
  expect(values(uvFacts(project(line)).licenseFiles)).toEqual(files);
});

test("console scripts and those of a desktop are told apart", () => {
  const facts = uvFacts(
    project('scripts = { orders = "orders.cli:main" }\ngui-scripts = { window = "orders.gui:main" }'),
  );
  expect([facts.consoleScripts, facts.guiScripts]).toEqual([
    [{ value: { name: "orders", target: "orders.cli:main" }, source: "pyproject.toml [project.scripts].orders" }],
    [{ value: { name: "window", target: "orders.gui:main" }, source: "pyproject.toml [project.gui-scripts].window" }],
  ]);
});
test.each([
  ['"orders.cli:main"', "orders.cli:main"],
  ['{ callable = "orders.cli:main" }', "orders.cli:main"],
  ['{ reference = "bin/orders", type = "file" }', "bin/orders"],
])("poetry's script %s runs %s", (value, target) => {
  expect(values(poetryFacts(`[tool.poetry.scripts]\norders = ${value}`).consoleScripts)).toEqual([
    { name: "orders", target },
  ]);
});
test("a script that is a file has the file's name", () => {
  const toml = '[tool.poetry.scripts]\nrun = { reference = "bin/orders", type = "file" }';
  expect(poetryFacts(toml).consoleScripts[0].value.name).toBe("orders");
});
test("a script that [project] and poetry both have counts once", () => {
  const toml = `${project('scripts = { a = "x:a" }')}[tool.poetry.scripts]\na = "y:a"\nb = "y:b"`;
  expect(values(poetryFacts(toml).consoleScripts)).toEqual([
    { name: "a", target: "x:a" },
    { name: "b", target: "y:b" },
  ]);
});
test("a script of poetry without a reference is refused", () => {
  expect(() => poetryFacts("[tool.poetry.scripts]\na = { type = 'file' }")).toThrow(
    "[tool.poetry.scripts].a: has a table",
  );
});

test("the build backend and what it requires", () => {
  const facts = uvFacts(project(""));
  expect([facts.buildBackend?.value, facts.buildRequires.map(({ value }) => value.name)]).toEqual([
    "hatchling.build",
    ["hatchling"],
  ]);
});
test.each([
  [
    "a build system without a backend",
    '[project]\n[build-system]\nrequires = ["setuptools"]',
    "setuptools.build_meta:__legacy__",
  ],
  ["a package without a build system", "[project]\n[tool.uv]\npackage = true", "setuptools.build_meta:__legacy__"],
  ["no package", "[project]", undefined],
])("the backend of %s", (_, toml, backend) => expect(uvFacts(toml).buildBackend?.value).toBe(backend));

test("an empty name is none", () => expect(uvFacts('[project]\nname = ""').name).toBeUndefined());

test.each([
  ["['ruff', 'pyright']", true],
  ["['ruff', 'flask']", false],
  ["[]", false],
])("an extra qa = %s is for development: %p", (list, expected) => {
  const { extras } = uvFacts(project(`name = "a"\noptional-dependencies.qa = ${list}`));
  expect(extras[0].value.isDevelopment).toBe(expected);
});
