import { pythonFolders } from "../../src/project/python-folders";
import { folderWith } from "../project-folder";

const service = (name: string) =>
  `[project]\nname = "${name}"\nversion = "1.0"\nrequires-python = ">=3.12"\n[project.scripts]\n${name} = "${name}:main"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n`;
const library = (name: string) => `[project]\nname = "${name}"\nversion = "1.0"\n`;
const tools = "[tool.ruff]\nline-length = 100\n";

const paths = (files: Record<string, string>) => pythonFolders(folderWith(files)).map(({ path }) => path);

test.each<[string, Record<string, string>, string[]]>([
  ["a project at the root", { "pyproject.toml": service("a"), "b/pyproject.toml": service("b") }, ["."]],
  [
    "projects below",
    { "svc/a/pyproject.toml": service("a"), "svc/b/pyproject.toml": service("b") },
    ["svc/a", "svc/b"],
  ],
  ["a root that only configures tools", { "pyproject.toml": tools, "a/pyproject.toml": service("a") }, ["a"]],
  [
    "the root of a workspace that is no project",
    { "pyproject.toml": '[tool.uv.workspace]\nmembers = ["packages/*"]\n', "packages/a/pyproject.toml": service("a") },
    ["packages/a"],
  ],
  ["requirements files", { "api/requirements.txt": "fastapi\n" }, ["api"]],
  ["a virtual environment", { "env/pyvenv.cfg": "", "env/lib/pyproject.toml": service("a") }, []],
  ["a project of a test", { "tests/a/pyproject.toml": service("a") }, []],
  ["a project in a project", { "a/pyproject.toml": service("a"), "a/b/pyproject.toml": service("b") }, ["a"]],
  ["no project", { "index.html": "" }, []],
  ["a project with a mistake", { "a/pyproject.toml": "[project\n" }, ["a"]],
])("%s", (_, files, expected) => expect(paths(files)).toEqual(expected));

test.each([
  ["a script", service("a"), true],
  ["a library", library("a"), false],
])("%s has a program: %#", (_, text, expected) => {
  expect(pythonFolders(folderWith({ "a/pyproject.toml": text }))[0].hasProgram).toBe(expected);
});
