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
