import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectFolder } from "../project-folder";

/** Root reads everything: the folder is read by a process of a plain user. */
function readAsPlainUser(method: "read" | "list", root: string, path: string): string {
  const source = resolve(__dirname, "../../src/pyproject/files/disk-folder.ts");
  const script = `
    const { DiskFolder } = require(${JSON.stringify(source)});
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
    const folder = new DiskFolder(${JSON.stringify(root)});
    try { console.log("read", folder.${method}(${JSON.stringify(path)}), [...folder.passedOver().values()]); }
    catch (error) { console.log(error.name + ": " + error.message); }`;
  const loader = ["--require", "ts-node/register/transpile-only", "--eval", script];
  const run = spawnSync(process.execPath, loader, {
    cwd: resolve(__dirname, "../.."),
    encoding: "utf8",
    timeout: 60_000,
  });
  return `${run.stdout}${run.stderr}`.trim();
}

function folderWithClosedFile(): string {
  const root = projectFolder();
  chmodSync(root, 0o755);
  writeFileSync(join(root, "pyproject.toml"), "[project]", { mode: 0o600 });
  chmodSync(join(root, "pyproject.toml"), 0o000);
  return root;
}

test("a folder without permission is passed over", () => {
  const root = folderWithClosedFile();
  mkdirSync(join(root, "pgdata"));
  chmodSync(join(root, "pgdata"), 0o000);
  expect(readAsPlainUser("list", root, "pgdata")).toMatch(/^read \[\] .*pgdata can't be read: permission denied/s);
});
test("a file without permission is told with the command that gives it", () => {
  expect(readAsPlainUser("read", folderWithClosedFile(), "pyproject.toml")).toBe(
    'Mistake: pyproject.toml: can\'t be read: permission denied; give yourself the permission, for example with chmod u+rX "pyproject.toml"',
  );
});
