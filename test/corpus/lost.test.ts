import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../project-folder";
import { lostLines, lostPaths, mergedTexts } from "./lost";

const before = { "src/a.py": "644 one", Dockerfile: "644 theirs", "compose.yaml": "644 theirs" };
const lost = (after: Record<string, string>, folder = "") =>
  lostPaths({ root: "", folder }, new Map(Object.entries(before)), new Map(Object.entries({ ...before, ...after })));

test.each<[string, Record<string, string>, string[]]>([
  ["nothing changed", {}, []],
  ["a new file of ours", { ".dockerignore": "444 ours" }, []],
  ["a new folder", { ".devcontainer/": "", ".devcontainer/devcontainer.json": "444 ours" }, []],
  ["a file that is kept beside", { Dockerfile: "444 ours", "Dockerfile.bak": "644 theirs" }, []],
  ["a file that is kept nowhere", { Dockerfile: "444 ours" }, ["Dockerfile is lost"]],
  [
    "a backup that is not what was there",
    { Dockerfile: "444 ours", "Dockerfile.bak": "644 other" },
    ["Dockerfile is lost", "Dockerfile.bak is not what was there"],
  ],
  ["a file of the project", { "src/a.py": "644 two" }, ["src/a.py is not ours and changed"]],
  ["another new file", { "notes.txt": "644 ours" }, ["notes.txt is not ours and changed"]],
])("%s", (_what, after, paths) => expect(lost(after)).toEqual(paths));

test("in a subfolder ours are there", () =>
  expect(lost({ ".dockerignore": "444 ours", "api/.dockerignore": "444 ours" }, "api")).toEqual([
    ".dockerignore is not ours and changed",
  ]));

test.each<[string, string, string[]]>([
  ["lines more", "first\na\nb\nlast\n", []],
  ["a line less", "b\n", [".gitignore lost the line a"]],
  ["another order", "b\na\n", [".gitignore lost the line b"]],
  ["other line ends", "a\r\nb\n", [".gitignore lost the line a"]],
])("a file that is merged and has %s", (_what, now, told) => {
  const root = folderWith({ ".gitignore": "a\nb\n" });
  const texts = mergedTexts({ root, folder: "" });
  writeFileSync(join(root, ".gitignore"), now);
  expect(lostLines({ root, folder: "" }, texts)).toEqual(told);
});

test("a comma more in package.json is no other line", () => {
  const root = folderWith({ "package.json": '{\n  "name": "a"\n}\n' });
  const texts = mergedTexts({ root, folder: "" });
  writeFileSync(join(root, "package.json"), '{\n  "name": "a",\n  "type": "module"\n}\n');
  expect(lostLines({ root, folder: "" }, texts)).toEqual([]);
});
