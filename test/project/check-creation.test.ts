import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkCreation } from "../../src/project/check-creation";
import { folderWith } from "../project-folder";

const NEW = ["node", "projen", "new", "existing-python-container"];

const inWorkTree = () => folderWith({ ".git/HEAD": "", "services/api/pyproject.toml": "" });

const creation =
  (folder: string, ...words: string[]) =>
  () =>
    checkCreation(folder, {}, [...NEW, ...words]);

test("projen new with git stops in a work tree", () => expect(creation(inWorkTree())).toThrow(/--no-git/));

test("it stops in a folder of one too", () => {
  expect(creation(join(inWorkTree(), "services/api"))).toThrow(/--no-git/);
});

test("a worktree of git counts, whose .git is a file", () => {
  expect(creation(folderWith({ ".git": "gitdir: elsewhere" }))).toThrow(/--no-git/);
});

test.each([["--no-git"], ["--git=false"], ["--git", "false"]])("%s %s lets it go on", (...words) => {
  expect(creation(inWorkTree(), ...words)).not.toThrow();
});

test("--git does not", () => expect(creation(inWorkTree(), "--git")).toThrow(/--no-git/));

test("outside of a work tree git makes one", () => expect(creation(folderWith({}))).not.toThrow());

test("a program that makes the project commits nothing", () => {
  expect(() => checkCreation(inWorkTree(), {}, ["node", "make.js"])).not.toThrow();
});

test.each([".projenrc.ts", ".projenrc.js", ".projenrc.py", ".projenrc.json"])(
  "beside %s it says what to add there",
  (name) => {
    expect(creation(folderWith({ [name]: "" }), "--no-git")).toThrow(
      `projen new: there is a ${name}, so this is a projen project already; add "new PythonContainer(project)"`,
    );
  },
);

test("what an ejected project has left is no projenrc file", () => {
  expect(creation(folderWith({ ".projenrc.ts.bak": "" }))).not.toThrow();
});

test("a folder that is to be made has nothing in it", () => {
  const folder = folderWith({});
  mkdirSync(join(folder, "a"));
  expect(creation(join(folder, "a/b"))).not.toThrow();
});

const withOptions = (args: object) => () => checkCreation(folderWith({}), { ...args }, NEW);

test.each([{ existingFiles: "backup" }, { packageManager: "pdm" }, { packageManager: "UV" }, {}])(
  "%j is taken",
  (args) => {
    expect(withOptions(args)).not.toThrow();
  },
);

test.each([
  [{ existingFiles: "bak" }, 'existingFiles is "bak"; it is one of refuse, backup, overwrite'],
  [{ packageManager: "conda" }, 'packageManager is "conda"'],
])("%j is told", (args, message) => expect(withOptions(args)).toThrow(message));
