import { execFileSync } from "node:child_process";
import { chownSync, linkSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { ExistingFiles } from "../../src";
import { filesOf, folderWith, projectFolder } from "../project-folder";
import { asPlainUser, bareSynth, edit, HAND_WRITTEN, OUR_FILES, treeOf } from "./adopted-project";

const synth = (folder: string, existing = ExistingFiles.REFUSE) => bareSynth("3.13", { existing })(folder);
const entryIn = (folder: string, path: string) => treeOf(folder)[path];
const isRoot = process.getuid?.() === 0;

/** What may be where the Dockerfile is to be, how it is put there, and how it is told. */
const things: Record<string, [put: (path: string) => void, told: RegExp]> = {
  "a link to a file": [(path) => symlinkSync("README.md", path), /Dockerfile is a symbolic link to README\.md/],
  "a link that leads out": [(path) => symlinkSync("/etc/hostname", path), /is a symbolic link to \/etc\/hostname/],
  "a link that leads nowhere": [(path) => symlinkSync("nowhere", path), /Dockerfile is a symbolic link to nowhere/],
  "a link to itself": [(path) => symlinkSync("Dockerfile", path), /Dockerfile is a symbolic link to Dockerfile/],
  "a folder": [(path) => mkdirSync(path), /Dockerfile is a folder/],
  "a folder with files": [(path) => folderAt(path), /Dockerfile is a folder/],
  "a pipe": [(path) => execFileSync("mkfifo", [path]), /Dockerfile is neither a file nor a folder/],
};

function folderAt(path: string): void {
  mkdirSync(path);
  writeFileSync(join(path, "app"), HAND_WRITTEN);
}

function folderWithThing(name: string): string {
  const folder = folderWith({ "README.md": "# Orders\n" });
  things[name][0](join(folder, "Dockerfile"));
  return folder;
}

test.each(Object.entries(things))("%s stops the synth before anything is written", (name, [, told]) => {
  const folder = folderWithThing(name);
  const before = lstatSync(folder).mtimeMs;
  expect(() => synth(folder)).toThrow(told);
  expect(lstatSync(folder).mtimeMs).toBe(before);
});

test.each(Object.keys(things).filter((name) => name.includes("link")))("%s is kept as backup", (name) => {
  const folder = folderWithThing(name);
  const link = entryIn(folder, "Dockerfile");
  synth(folder, ExistingFiles.BACKUP);
  expect([entryIn(folder, "Dockerfile.bak"), lstatSync(join(folder, "Dockerfile")).isFile()]).toEqual([link, true]);
});

test.each(Object.keys(things).filter((name) => name.includes("link")))("%s is written over, not its target", (name) => {
  const folder = folderWithThing(name);
  synth(folder, ExistingFiles.OVERWRITE);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("# Orders\n");
  expect(lstatSync(join(folder, "Dockerfile")).isFile()).toBe(true);
});

test("a folder is kept as backup with all that is in it", () => {
  const folder = folderWithThing("a folder with files");
  synth(folder, ExistingFiles.BACKUP);
  expect(readFileSync(join(folder, "Dockerfile.bak/app"), "utf8")).toBe(HAND_WRITTEN);
});

test.each(["a pipe", "a folder"])("%s is never written over", (name) => {
  expect(() => synth(folderWithThing(name), ExistingFiles.OVERWRITE)).toThrow(things[name][1]);
});

test("a socket stops the synth", async () => {
  const folder = projectFolder();
  const server = createServer().listen(join(folder, "Dockerfile"));
  await new Promise((resolve) => server.once("listening", resolve));
  expect(() => synth(folder, ExistingFiles.BACKUP)).toThrow(/Dockerfile is neither a file nor a folder/);
  server.close();
});

test.each(OUR_FILES)("a folder in the place of %s stops the synth", (path) => {
  const folder = projectFolder();
  mkdirSync(join(folder, path), { recursive: true });
  expect(() => synth(folder)).toThrow(new RegExp(`${path.replaceAll(".", "\\.")} is a folder`));
});

/** What `.devcontainer` may be, and how it is told. */
const parents: Record<string, [put: (path: string) => void, told: RegExp]> = {
  "a link that leads out": [(path) => symlinkSync("/", path), /devcontainer\.json would lie outside of the project/],
  "a link that leads nowhere": [(path) => symlinkSync("nowhere", path), /which is a link that leads nowhere/],
  "a link to itself": [(path) => symlinkSync(basename(path), path), /which is a link that leads nowhere/],
  "a file": [(path) => writeFileSync(path, HAND_WRITTEN), /would lie in \.devcontainer, which is no folder/],
};

test.each(Object.entries(parents))("%s above a file of ours stops the synth, whatever is decided", (_, [put, told]) => {
  const folder = projectFolder();
  put(join(folder, ".devcontainer"));
  for (const existing of Object.values(ExistingFiles)) expect(() => synth(folder, existing)).toThrow(told);
  expect(Object.keys(treeOf(folder))).toEqual([".devcontainer"]);
});

test("a folder that is a link inside of the project is written to", () => {
  const folder = folderWith({ "desk/README.md": "" });
  symlinkSync("desk", join(folder, ".devcontainer"));
  synth(folder);
  expect(Object.keys(filesOf(folder))).toContain("desk/devcontainer.json");
});

test("another name of a file keeps the old text", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  linkSync(join(folder, "Dockerfile"), join(folder, "Other"));
  synth(folder, ExistingFiles.OVERWRITE);
  expect(readFileSync(join(folder, "Other"), "utf8")).toBe(HAND_WRITTEN);
});

test("a name in another case is another file, or the same one where the system says so", () => {
  const folder = folderWith({ dockerfile: HAND_WRITTEN });
  const isSame = lstatSync(join(folder, "Dockerfile"), { throwIfNoEntry: false }) !== undefined;
  if (isSame) expect(() => synth(folder)).toThrow(/Dockerfile is written by hand/);
  else synth(folder);
  expect(readFileSync(join(folder, "dockerfile"), "utf8")).toBe(HAND_WRITTEN);
});

test("bytes that are no text are kept as they are", () => {
  const folder = projectFolder();
  const bytes = Buffer.from([0, 255, 254, 10, 200]);
  writeFileSync(join(folder, "Dockerfile"), bytes);
  synth(folder, ExistingFiles.BACKUP);
  expect(readFileSync(join(folder, "Dockerfile.bak"))).toEqual(bytes);
});

test("a backup is the very file, so that none of it can be missing", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  const { ino } = lstatSync(join(folder, "Dockerfile"));
  synth(folder, ExistingFiles.BACKUP);
  expect(lstatSync(join(folder, "Dockerfile.bak")).ino).toBe(ino);
});

test("a backup does not take the place of another one", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN, "Dockerfile.bak": "FROM scratch\n" });
  synth(folder, ExistingFiles.BACKUP);
  const { "Dockerfile.bak": first, "Dockerfile.bak2": second } = filesOf(folder);
  expect([first, second]).toEqual(["FROM scratch\n", HAND_WRITTEN]);
});

test("what a backup has already is not kept twice", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN, "Dockerfile.bak": HAND_WRITTEN });
  synth(folder, ExistingFiles.BACKUP);
  expect(Object.keys(filesOf(folder))).not.toContain("Dockerfile.bak2");
});

test("a generated file is read-only", () => {
  const folder = projectFolder();
  synth(folder);
  expect(OUR_FILES.map((path) => lstatSync(join(folder, path)).mode & 0o777)).toEqual([0o444, 0o444, 0o444, 0o444]);
});

test("a checkout that is writable becomes read-only again", () => {
  const folder = projectFolder();
  synth(folder);
  edit(join(folder, "Dockerfile"), (text) => text);
  synth(folder);
  expect(lstatSync(join(folder, "Dockerfile")).mode & 0o777).toBe(0o444);
});

(isRoot ? test : test.skip)("the owner of a file stays its owner, and that of its backup", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  chownSync(join(folder, "Dockerfile"), 1234, 1234);
  synth(folder, ExistingFiles.BACKUP);
  expect(["Dockerfile", "Dockerfile.bak"].map((name) => lstatSync(join(folder, name)).uid)).toEqual([1234, 1234]);
});

test("a file that nobody may read stops the synth", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  asPlainUser(folder, () => {
    execFileSync("chmod", ["000", join(folder, "Dockerfile")]);
    expect(() => synth(folder, ExistingFiles.BACKUP)).toThrow(/Dockerfile can't be read \(EACCES\)/);
  });
});
