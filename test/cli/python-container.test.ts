import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectFolder } from "../project-folder";

const root = resolve(__dirname, "../..");
const program = join(root, "src/cli/python-container.ts");

test("the program runs, and its exit code is that of the command", () => {
  const loader = ["--require", join(root, "node_modules/ts-node/register/transpile-only")];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...loader, program, "facts", "--json"], {
    cwd: projectFolder(),
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, TS_NODE_PROJECT: join(root, "test/tsconfig.json") },
  });
  expect([stdout, status]).toEqual(["", 1]);
  expect(stderr).toMatch(/^pyproject\.toml: there is no such file in the current folder; .*\n$/);
});

test("a shell starts it with node", () => {
  expect(readFileSync(program, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
});

test("the package names it as its program", () => {
  const { bin } = require("../../package.json") as { bin: Record<string, string> };
  expect(bin).toEqual({ "python-container": "lib/cli/python-container.js" });
});
