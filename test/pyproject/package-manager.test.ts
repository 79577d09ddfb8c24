import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

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

test.each<[string, Record<string, string>, string[]]>([
  [poetry, { "uv.lock": "" }, ["uv (uv.lock)", "poetry (pyproject.toml [tool.poetry])"]],
  [project, { "uv.lock": "", "poetry.lock": "" }, ["uv (uv.lock)", "poetry (poetry.lock)"]],
  [`${project}[tool.uv]\npackage = true`, { "pdm.lock": "" }, ["uv (pyproject.toml [tool.uv])", "pdm (pdm.lock)"]],
])("two at once are refused with what shows them: %j %j", (toml, files, parts) => {
  for (const part of [...parts, "set packageManager: PackageManager.UV or PackageManager.POETRY"]) {
    expect(() => factsOf(toml, files)).toThrow(part);
  }
});
test("of two at once the option decides", () => {
  const options = { packageManager: PackageManager.POETRY };
  expect(factsOf(poetry, { "uv.lock": "" }, options).packageManager).toEqual({
    value: "poetry",
    source: "option packageManager",
  });
});
test("none is refused", () => expect(() => factsOf(project)).toThrow("pyproject.toml: shows no package manager"));

test.each<[string, string, Record<string, string>]>([
  ["pdm (pdm.lock)", project, { "pdm.lock": "" }],
  ["pdm (pyproject.toml [tool.pdm])", `${project}[tool.pdm]\ndistribution = true`, {}],
  ["pipenv (Pipfile)", project, { Pipfile: "" }],
  ["hatch (pyproject.toml [tool.hatch.envs])", `${project}[tool.hatch.envs.default]\n`, {}],
  ["pip (requirements.txt)", project, { "requirements.txt": "" }],
])("%s is not supported yet, and the message says so", (seen, toml, files) => {
  expect(() => factsOf(toml, files)).toThrow(
    `the package manager ${seen} is not supported here yet; supported are uv and poetry`,
  );
});
test("an option beyond the enum is refused", () => {
  expect(() => factsOf(project, {}, { packageManager: "pdm" as PackageManager })).toThrow(
    'the package manager "pdm" is not supported',
  );
});

test.each<[PackageManager, string, boolean, Record<string, string>]>([
  [PackageManager.UV, "uv.lock", true, { "uv.lock": "" }],
  [PackageManager.UV, "uv.lock", false, {}],
  [PackageManager.POETRY, "poetry.lock", true, { "poetry.lock": "" }],
  [PackageManager.POETRY, "poetry.lock", false, {}],
])("%s has the lock file %s: %p", (packageManager, name, exists, files) => {
  expect(factsOf(project + poetry, files, { packageManager }).lockFile.value).toEqual({ name, path: name, exists });
});
test("the lock file of a workspace is at its root", () => {
  const files = { "../../pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*']", "../../uv.lock": "" };
  expect(factsOf(project, files).lockFile.value).toEqual({ name: "uv.lock", path: "../../uv.lock", exists: true });
});
test.each([
  ["excluded", "members = ['services/*']\nexclude = ['services/orders']"],
  ["not listed", "members = ['libraries/*']"],
])("a project that is %s is no member of a workspace", (_, keys) => {
  const files = { "../../pyproject.toml": `[tool.uv.workspace]\n${keys}`, "uv.lock": "" };
  expect(factsOf(project, files).lockFile.value.path).toBe("uv.lock");
});
test("the nearest pyproject.toml above decides about a workspace", () => {
  const workspace = "[tool.uv.workspace]\nmembers = ['**']";
  const files = { "../pyproject.toml": project, "../../pyproject.toml": workspace, "uv.lock": "" };
  expect(factsOf(project, files).lockFile.value.path).toBe("uv.lock");
});
