import type { ProjectFacts } from "../../src/pyproject/facts";
import { parseToml } from "../../src/pyproject/files/parse-toml";
import { choosePackageManager, PackageManager } from "../../src/pyproject/managers/package-manager";
import { packageManagerSigns } from "../../src/pyproject/managers/package-manager-signs";
import { readFolder } from "../../src/pyproject/read-folder";
import { factsOf, mapFolder } from "./facts-of";

const project = '[project]\nname = "orders"\n';
const poetry = '[tool.poetry]\nname = "orders"\n';
const backend = (name: string) => `[build-system]\nrequires = []\nbuild-backend = "${name}"\n`;

test.each<[string, string, Record<string, string>, string, string]>([
  ["a lock file", project, { "uv.lock": "" }, "uv", "uv.lock"],
  ["a table", `${project}[tool.uv]\npackage = true`, {}, "uv", "pyproject.toml [tool.uv]"],
  ["an empty table", `${project}[tool.uv]`, {}, "uv", "pyproject.toml [tool.uv]"],
  ["uv's build backend", project + backend("uv_build"), {}, "uv", "pyproject.toml [build-system].build-backend"],
  ["poetry's table", poetry, {}, "poetry", "pyproject.toml [tool.poetry]"],
  ["poetry's lock file", project, { "poetry.lock": "" }, "poetry", "poetry.lock"],
  [
    "poetry's build backend",
    project + backend("poetry.core.masonry.api"),
    {},
    "poetry",
    "pyproject.toml [build-system].build-backend",
  ],
  ["a lock file beside requirements.txt", project, { "uv.lock": "", "requirements.txt": "" }, "uv", "uv.lock"],
  [
    "a lock file with another's build backend",
    project + backend("poetry.core.masonry.api"),
    { "uv.lock": "" },
    "uv",
    "uv.lock",
  ],
  [
    "a table that only sets up a build backend",
    `${project}[tool.poetry]\npackages = []\n`,
    { "uv.lock": "" },
    "uv",
    "uv.lock",
  ],
  [
    "a workspace above",
    project,
    { "../../pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*']" },
    "uv",
    "../../pyproject.toml [tool.uv.workspace].members",
  ],
])("%s shows it", (_, toml, files, manager, source) => {
  expect(factsOf(toml, files).packageManager).toEqual({ value: manager, source });
});

test.each<[string, string, Record<string, string>, string, string]>([
  ["pdm's lock file", project, { "pdm.lock": "" }, "pdm", "pdm.lock"],
  ["pdm's table", `${project}[tool.pdm]\ndistribution = true`, {}, "pdm", "pyproject.toml [tool.pdm]"],
  ["pdm's build backend", project + backend("pdm.backend"), {}, "pdm", "pyproject.toml [build-system].build-backend"],
  ["a Pipfile", "", { Pipfile: "" }, "pipenv", "Pipfile"],
  ["a Pipfile beside requirements.txt", "", { Pipfile: "", "requirements.txt": "" }, "pipenv", "Pipfile"],
  ["environments of hatch", `${project}[tool.hatch.envs.test]`, {}, "hatch", "pyproject.toml [tool.hatch.envs]"],
  ["hatch.toml", project, { "hatch.toml": "" }, "hatch", "hatch.toml"],
  ["environments of hatch beside a lock file", `${project}[tool.hatch.envs.a]`, { "uv.lock": "" }, "uv", "uv.lock"],
  [
    "hatch's build backend",
    project + backend("hatchling.build"),
    {},
    "hatch",
    "pyproject.toml [build-system].build-backend",
  ],
  [
    "hatch's build backend beside poetry.toml",
    project + backend("hatchling.build"),
    { "poetry.toml": "" },
    "poetry",
    "poetry.toml",
  ],
])("%s shows it", (_, toml, files, manager, source) => {
  expect(factsOf(toml, files).packageManager).toEqual({ value: manager, source });
});

describe("signs of pip", () => {
  const signs = (toml: string, files: Record<string, string> = {}) =>
    packageManagerSigns(parseToml(toml, "pyproject.toml"), mapFolder(files));
  const chosen = (toml: string, files: Record<string, string> = {}) =>
    choosePackageManager("pyproject.toml", signs(toml, files), undefined);

  test.each<[string, Record<string, string>, string]>([
    [project, {}, "pyproject.toml [project]"],
    [project + backend("setuptools.build_meta"), {}, "pyproject.toml [build-system], pyproject.toml [project]"],
    ["", { "requirements.txt": "" }, "requirements.txt"],
    ["", { "requirements-dev.txt": "", "requirements.txt": "" }, "requirements.txt"],
    ["", { "requirements-prod.in": "" }, "requirements-prod.in"],
    ["", { "requirements-gpu.txt": "", "requirements/prod.txt": "" }, "requirements/prod.txt"],
    ["", { "requirements/base.txt": "" }, "requirements/base.txt"],
    ["", { "setup.py": "" }, "setup.py"],
    ['[dependency-groups]\nmain = ["flask"]', {}, "pyproject.toml [dependency-groups]"],
    ["", { "setup.cfg": "[options]\ninstall_requires = a" }, "setup.cfg"],
    [project + backend("hatchling.build"), { "requirements.txt": "" }, "requirements.txt"],
    [`${project}[tool.uv]\nexclude-newer = "7 days"`, { "requirements.txt": "" }, "requirements.txt"],
    [`${project}[tool.uv]\nmanaged = false\npackage = true`, {}, "pyproject.toml [project]"],
  ])("%j with %j", (toml, files, source) => expect(chosen(toml, files)).toEqual({ value: "pip", source }));
  test.each<[string, Record<string, string>]>([
    ["[tool.ruff]", {}],
    ["", { "setup.cfg": "[flake8]\nmax-line-length = 120" }],
    ["", { "requirements/README.md": "" }],
  ])("but none in %j with %j", (toml, files) => {
    expect(() => chosen(toml, files)).toThrow("pyproject.toml: shows no package manager");
  });
});

const uvTable = `${project}[tool.uv]\npackage = true\n`;
test.each<[string, Record<string, string>, string[]]>([
  [poetry, { "uv.lock": "" }, ["uv (uv.lock)", "poetry (pyproject.toml [tool.poetry])"]],
  [project, { "uv.lock": "", "poetry.lock": "" }, ["uv (uv.lock)", "poetry (poetry.lock)"]],
  [
    `${project}${poetry}[tool.poetry.dependencies]\na = "*"`,
    { "uv.lock": "" },
    ["poetry (pyproject.toml [tool.poetry])"],
  ],
  [`${uvTable}[tool.uv.sources]\na = { path = "a" }`, { "poetry.lock": "" }, ["uv (pyproject.toml [tool.uv])"]],
  [`${uvTable}${poetry}[tool.poetry.group.dev]`, {}, ["uv (pyproject.toml [tool.uv])"]],
  [poetry, { Pipfile: "" }, ["poetry (pyproject.toml [tool.poetry])", "pipenv (Pipfile)"]],
])("two at once are refused with what shows them: %j %j", (toml, files, parts) => {
  for (const part of [...parts, "or remove what is left over of the other"]) {
    expect(() => factsOf(toml, files)).toThrow(part);
  }
});
test("two at once are refused with the option that decides", () => {
  expect(() => factsOf(poetry, { "uv.lock": "" })).toThrow(
    "set packageManager: PackageManager.UV or PackageManager.POETRY (on the command line --package-manager)",
  );
});

describe("in the middle of a migration", () => {
  test.each<[string, string, Record<string, string>, string]>([
    ["uv.lock and pdm's settings", `${project}[tool.pdm]\ndistribution = false`, { "uv.lock": "" }, "uv"],
    ["pdm.lock and a setting of uv", uvTable, { "pdm.lock": "" }, "pdm"],
    ["uv.lock and poetry without dependencies", `${project}${poetry}package-mode = false`, { "uv.lock": "" }, "uv"],
    [
      "uv.lock and poetry with Python alone",
      `${project}[tool.poetry.dependencies]\npython = "^3.12"`,
      { "uv.lock": "" },
      "uv",
    ],
  ])("%s are decided by the lock file, and told", (_, toml, files, manager) => {
    const { packageManager, notes } = factsOf(toml, files);
    const [lock] = Object.keys(files);
    expect([packageManager.value, packageManager.source]).toEqual([manager, lock]);
    expect(notes[0]).toMatch(
      new RegExp(`^pyproject.toml \\[tool.*\\] is taken for left over, since ${lock} shows ${manager}; remove it`),
    );
  });
  test.each<[string, string, Record<string, string>]>([
    ["mere settings", `${project}[tool.uv]\nrequired-version = ">=0.5"`, { "poetry.lock": "" }],
    ["the tables of poetry-core", `${project}${poetry}version = "1"\npackages = []`, { "uv.lock": "" }],
    ["exported requirements", project, { "uv.lock": "", "requirements.txt": "" }],
  ])("%s are nothing to tell", (_, toml, files) => {
    expect(factsOf(toml, files).notes.filter((note) => note.includes("left over"))).toEqual([]);
  });
  test.each<[string, string, Record<string, string>, PackageManager | undefined, string]>([
    ["the option decides", uvTable, { "pdm.lock": "" }, PackageManager.UV, "pdm.lock"],
    ["only another's lock file is there", project, { "uv.lock": "" }, PackageManager.POETRY, "uv.lock"],
    [
      "weaker signs list dependencies",
      `${project}[tool.hatch.envs.a]`,
      { "poetry.lock": "" },
      undefined,
      "[tool.hatch.envs]",
    ],
    ["a table of the other does", `${project}[tool.uv.sources]`, {}, PackageManager.PIP, "[tool.uv]"],
  ])("what is left over is told where %s", (_, toml, files, packageManager, sign) => {
    expect(leftOver(factsOf(toml, files, { packageManager }))).toEqual([
      expect.stringContaining(`${sign} is taken for left over`),
    ]);
  });
});

const leftOver = ({ notes }: ProjectFacts) => notes.filter((note) => note.includes("left over"));

describe("without pyproject.toml", () => {
  const facts = (files: Record<string, string>, packageManager?: PackageManager) =>
    readFolder(mapFolder(files), { packageManager }) as ProjectFacts;
  const setup = "from setuptools import setup\nsetup(name='orders', install_requires=['flask'])";

  test.each([
    ["setup.py", setup, "poetry.lock"],
    ["setup.py", setup, "pdm.lock"],
    ["requirements.txt", "flask==3.0.0", "uv.lock"],
  ])("%s counts (%j), and %s is told", (name, text, lock) => {
    const found = facts({ [name]: text, [lock]: "" });
    expect([found.packageManager.value, found.dependencies.map(({ value }) => value.name)]).toEqual(["pip", ["flask"]]);
    expect(leftOver(found)).toEqual([expect.stringContaining(`${lock} is taken for left over`)]);
  });
  test("another manager is refused", () => {
    expect(() => facts({ "requirements.txt": "flask", "uv.lock": "" }, PackageManager.UV)).toThrow(
      "option packageManager: uv needs a pyproject.toml, and there is none; without one it is pip or pipenv",
    );
  });
});

describe("a list of requirements that the manager does not read", () => {
  const unread = (toml: string, files: Record<string, string>) =>
    factsOf(toml, files).notes.filter((note) => note.includes("finds none and does not read it"));

  test.each<[string, string, Record<string, string>]>([
    ["requirements.txt", project, { "requirements.txt": "flask", "poetry.lock": "" }],
    ["requirements.txt", project, { "requirements.txt": "flask", "uv.lock": "" }],
    ["setup.cfg [options].install_requires", "", { Pipfile: "", "setup.cfg": "[options]\ninstall_requires = flask" }],
  ])("%s is told where there is no other: %j with %j", (source, toml, files) => {
    expect(unread(toml, files)).toEqual([expect.stringContaining(`${source} lists dependencies`)]);
  });
  test("is nothing to tell beside dependencies", () => {
    const files = { "requirements.txt": "flask", "uv.lock": "" };
    expect(unread(`${project}dependencies = ["flask"]`, files)).toEqual([]);
  });
});

test("of two at once the option decides", () => {
  const options = { packageManager: PackageManager.POETRY };
  expect(factsOf(poetry, { "uv.lock": "" }, options).packageManager).toEqual({
    value: "poetry",
    source: "option packageManager",
  });
});
test("an option beyond the enum is refused", () => {
  expect(() => factsOf(project, {}, { packageManager: "conda" as PackageManager })).toThrow(
    'option packageManager: the package manager "conda" is not known; known are uv, poetry, pdm, hatch, pip, pipenv',
  );
});

test.each<[PackageManager, string, boolean, Record<string, string>]>([
  [PackageManager.UV, "uv.lock", true, { "uv.lock": "" }],
  [PackageManager.UV, "uv.lock", false, {}],
  [PackageManager.POETRY, "poetry.lock", true, { "poetry.lock": "" }],
  [PackageManager.POETRY, "poetry.lock", false, {}],
])("%s has the lock file %s: %p", (packageManager, name, exists, files) => {
  expect(factsOf(project + poetry, files, { packageManager }).lockFile?.value).toEqual({ name, path: name, exists });
});
test("the lock file of a workspace is at its root", () => {
  const files = { "../../pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*']", "../../uv.lock": "" };
  expect(factsOf(project, files).lockFile?.value).toEqual({ name: "uv.lock", path: "../../uv.lock", exists: true });
});
test.each([
  ["excluded", "members = ['services/*']\nexclude = ['services/orders']"],
  ["not listed", "members = ['libraries/*']"],
])("a project that is %s is no member of a workspace", (_, keys) => {
  const files = { "../../pyproject.toml": `[tool.uv.workspace]\n${keys}`, "uv.lock": "" };
  expect(factsOf(project, files).lockFile?.value.path).toBe("uv.lock");
});
test("the nearest pyproject.toml above decides about a workspace", () => {
  const workspace = "[tool.uv.workspace]\nmembers = ['**']";
  const files = { "../pyproject.toml": project, "../../pyproject.toml": workspace, "uv.lock": "" };
  expect(factsOf(project, files).lockFile?.value.path).toBe("uv.lock");
});
