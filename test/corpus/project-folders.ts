import { readdirSync } from "node:fs";
import { join, posix } from "node:path";

const files = ["pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile"];
/** Where projects are that nobody puts into an image: templates, examples, what tests read. */
const passedOver =
  /^(?:\..*|node_modules|tests?|testing|testdata|test_.*|fixtures?|examples?|docs?|templates?|.*\{\{.*)$/i;

/**
 * The folders of a repository in which a Python project may be adopted: the root where it has one, and each below it
 * that has a pyproject.toml.
 */
export function projectFolders(root: string): string[] {
  const isProject = readdirSync(root).some((name) => files.includes(name));
  return [...(isProject ? [""] : []), ...foldersBelow(root, "")];
}

function foldersBelow(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const here = folder !== "" && entries.some(({ name }) => name === "pyproject.toml") ? [folder] : [];
  const below = entries.filter((entry) => entry.isDirectory() && !passedOver.test(entry.name));
  return [...here, ...below.flatMap(({ name }) => foldersBelow(root, posix.join(folder, name)))];
}
