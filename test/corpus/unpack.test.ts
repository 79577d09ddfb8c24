import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultIndex } from "../../src/knowledge/default-index";
import { filesOf, projectFolder } from "../project-folder";
import { findCases, unpackCase } from "./unpack";

function caseWith(files: Record<string, string | Buffer>, folder = projectFolder()): string {
  for (const [path, text] of Object.entries({ "files/pyproject.toml": "", "expected.json": "{}", ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
function unpacked(files: Record<string, string | Buffer>): Record<string, string> {
  const target = projectFolder();
  unpackCase(caseWith(files), target);
  return filesOf(target);
}

test("the paths of the tree are empty files", () => {
  expect(unpacked({ "tree.txt": "README.md\nsrc/a/__init__.py\n" })).toEqual({
    "README.md": "",
    "pyproject.toml": "",
    "src/a/__init__.py": "",
  });
});
test("the files of the case stand over those of the tree", () => {
  const files = { "tree.txt": "a.txt\n", "files/a.txt": "one", "files/libs/b.txt": "two" };
  expect(unpacked(files)).toEqual({ "a.txt": "one", "libs/b.txt": "two", "pyproject.toml": "" });
});
test("a case without a tree has its files", () => expect(unpacked({})).toEqual({ "pyproject.toml": "" }));

test.each(["pyproject.toml", "libs/pyproject.toml", "Pipfile", "uv.lock", "Pipfile.lock"])(
  "%s has the address of the default index in place of what stands for it",
  (path) => expect(unpacked({ [`files/${path}`]: "at @default-index@/flask" })[path]).toBe(`at ${defaultIndex}/flask`),
);
test("so are the addresses of its files", () => {
  expect(unpacked({ "files/uv.lock": "@default-files@/a.whl" })["uv.lock"]).toMatch(/^https:\/\/[^@]+\/a\.whl$/);
});
test("other files stay as they are", () => {
  expect(unpacked({ "files/requirements.txt": "-i @default-index@" })["requirements.txt"]).toBe("-i @default-index@");
});
test("a file that is no text stays as it is", () => {
  const bytes = Buffer.from([0x00, 0xff, 0xfe, 0x80]);
  const target = projectFolder();
  unpackCase(caseWith({ "files/uv.lock": bytes }), target);
  expect(readFileSync(join(target, "uv.lock"))).toEqual(bytes);
});

test("the project lies where the case says", () => {
  const target = projectFolder();
  const { project, expectation } = unpackCase(caseWith({ "expected.json": '{ "project": "services/api" }' }), target);
  expect([project, expectation]).toEqual([join(target, "services/api"), { project: "services/api" }]);
});
test("a path out of the case is refused", () => {
  expect(() => unpacked({ "tree.txt": "../elsewhere.txt\n" })).toThrow("../elsewhere.txt lies outside of the case");
});

test("a folder of cases has those with expected facts, by name", () => {
  const folder = projectFolder();
  caseWith({}, join(folder, "b"));
  caseWith({}, join(folder, "a"));
  mkdirSync(join(folder, "c"));
  expect(findCases(folder)).toEqual([join(folder, "a"), join(folder, "b")]);
});
test("a case itself is one", () => {
  const folder = caseWith({});
  expect(findCases(folder)).toEqual([folder]);
});
test("a folder that does not exist has none", () => expect(findCases(join(projectFolder(), "none"))).toEqual([]));
