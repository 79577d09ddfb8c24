import { folderWith } from "../project-folder";
import { projectFolders } from "./project-folders";

test.each<[string[], string[]]>([
  [["pyproject.toml"], [""]],
  [["requirements.txt"], [""]],
  [["package.json", "services/api/pyproject.toml"], ["services/api"]],
  [
    ["pyproject.toml", "libs/a/pyproject.toml", "libs/b/setup.py"],
    ["", "libs/a"],
  ],
  [
    ["a/pyproject.toml", "a/b/pyproject.toml"],
    ["a", "a/b"],
  ],
  [["tests/data/pyproject.toml", ".venv/a/pyproject.toml", "{{cookiecutter.name}}/pyproject.toml"], []],
])("of %j in %j", (paths, folders) =>
  expect(projectFolders(folderWith(Object.fromEntries(paths.map((path) => [path, ""]))))).toEqual(folders),
);
