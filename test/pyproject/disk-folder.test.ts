import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DiskFolder } from "../../src/pyproject/files/disk-folder";
import { projectFolder } from "../project-folder";

function repository(): DiskFolder {
  const root = projectFolder();
  mkdirSync(join(root, ".git"));
  mkdirSync(join(root, "services/orders/src/orders"), { recursive: true });
  writeFileSync(join(root, "services/orders/pyproject.toml"), "[project]");
  writeFileSync(join(root, "services/orders/src/main.py"), "");
  symlinkSync("src", join(root, "services/orders/link"));
  symlinkSync("nowhere", join(root, "services/orders/loose"));
  return new DiskFolder(join(root, "services/orders"));
}

test.each([
  ["pyproject.toml", true],
  ["src/orders", true],
  ["src/main.py", true],
  ["src/other.py", false],
])("%s exists: %p", (path, exists) => expect(repository().exists(path)).toBe(exists));
test.each([
  ["pyproject.toml", "[project]"],
  ["uv.lock", undefined],
  ["src", undefined],
])("the text of %s is %p", (path, text) => expect(repository().read(path)).toBe(text));
test.each([
  ["", ["link/", "loose", "pyproject.toml", "src/"]],
  ["src", ["main.py", "orders/"]],
  ["pyproject.toml", []],
  ["other", []],
])("the folder %p holds %p", (path, names) => expect(repository().list(path)).toEqual(names));
test("the folders above end at the repository", () => {
  expect(repository().ancestors()).toEqual([
    { path: "..", inside: "orders" },
    { path: "../..", inside: "services/orders" },
  ]);
});

describe("a symbolic link that leads out of the repository", () => {
  function folderWithForeignLinks(): DiskFolder {
    const outside = projectFolder();
    writeFileSync(join(outside, "secret.md"), "outside");
    const root = projectFolder();
    mkdirSync(join(root, ".git"));
    symlinkSync(join(outside, "secret.md"), join(root, "README.md"));
    symlinkSync(outside, join(root, "docs"));
    return new DiskFolder(root);
  }
  const sentence =
    /README\.md: is or lies behind a symbolic link to ".*secret\.md", out of the repository; .*copy the file/;

  test("is not read", () => expect(() => folderWithForeignLinks().read("README.md")).toThrow(sentence));
  test("is no file of the project", () => expect(() => folderWithForeignLinks().exists("README.md")).toThrow(sentence));
  test("is told for what lies behind it", () =>
    expect(() => folderWithForeignLinks().read("docs/secret.md")).toThrow("docs/secret.md: is or lies behind"));
  test("shows no folder, and is told", () => {
    const folder = folderWithForeignLinks();
    expect([folder.list("docs"), [...folder.passedOver().keys()]]).toEqual([[], ["docs"]]);
  });
});

test("a path out of the repository is told as such", () => {
  const root = projectFolder();
  mkdirSync(join(root, "orders/.git"), { recursive: true });
  writeFileSync(join(root, "outside.txt"), "flask");
  expect(() => new DiskFolder(join(root, "orders")).read("../outside.txt")).toThrow(
    "../outside.txt: lies outside of the repository; ",
  );
});
test("a link to nothing is told", () => {
  const folder = repository();
  expect([folder.exists("loose"), [...folder.passedOver().values()]]).toEqual([
    false,
    ['loose is a symbolic link to "nowhere", where nothing is: it is passed over'],
  ]);
});

describe("without a repository", () => {
  function folderWithLinks(root: string): DiskFolder {
    mkdirSync(join(root, "orders"));
    writeFileSync(join(root, "README.md"), "above");
    symlinkSync("/etc/passwd", join(root, "orders/.python-version"));
    symlinkSync("../README.md", join(root, "orders/README.md"));
    return new DiskFolder(join(root, "orders"));
  }

  test("a link out of the folder is not read", () =>
    expect(() => folderWithLinks(projectFolder()).read(".python-version")).toThrow("out of the project; "));
  test("a link to the folder above is not read", () =>
    expect(() => folderWithLinks(projectFolder()).read("README.md")).toThrow("out of the project; "));
  test("a link to the project above is read", () => {
    const root = projectFolder();
    writeFileSync(join(root, "pyproject.toml"), "");
    expect(folderWithLinks(root).read("README.md")).toBe("above");
  });
});

test.each([
  ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x61]],
  ["UTF-16 of a PowerShell", [0xff, 0xfe, 0x61, 0x00]],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61]],
])("a text in %s is read", (_, bytes) => {
  const root = projectFolder();
  writeFileSync(join(root, "requirements.txt"), Uint8Array.from(bytes));
  expect(new DiskFolder(root).read("requirements.txt")).toBe("a");
});
test("bytes that are no text are told", () => {
  const root = projectFolder();
  writeFileSync(join(root, "pyproject.toml"), Uint8Array.from([0x61, 0xff, 0xfe]));
  expect(() => new DiskFolder(root).read("pyproject.toml")).toThrow("pyproject.toml: is not a text in UTF-8; save it");
});
