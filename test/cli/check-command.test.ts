import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CheckReport, StoppedSynth } from "../../src/drift/check-report";
import { treeOf } from "../files/adopted-project";
import { folderWith } from "../project-folder";
import { type Ran, ran } from "./ran";

const PROJEN = resolve(__dirname, "../../node_modules/projen");

const DEFAULT = { name: "default", steps: [{ execArgs: ["node", ".projenrc.js"] }] };

/** A projen project whose projenrc file is this script. */
function projectWith(script: string, files: Record<string, string> = {}): string {
  const tasks = { default: DEFAULT, "container:check": { name: "container:check" } };
  const folder = folderWith({ ".projenrc.js": script, ".projen/tasks.json": JSON.stringify({ tasks }), ...files });
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(PROJEN, join(folder, "node_modules/projen"));
  return folder;
}

/** A projenrc file that reports this. */
function reporting(report: Partial<CheckReport> | StoppedSynth): string {
  const parts = {
    root: ".",
    differences: [],
    locks: [],
    dockerfiles: [],
    composeFiles: [],
    bakeFiles: [],
    devContainers: [],
  };
  const whole = "stoppedBy" in report ? report : { ...parts, ...report };
  const text = JSON.stringify(JSON.stringify(whole));
  return `require("fs").writeFileSync(process.env.PYTHON_CONTAINER_CHECK_REPORT + "/0.json", ${text});\n`;
}

const check = (folder: string, ...args: string[]): Ran => ran(["check", ...args], folder);
const difference = { path: "compose.yaml", what: "is not what npx projen writes", diff: ["-a", "+b"] };

test("all fits", () => {
  expect(check(projectWith(reporting({})))).toEqual({
    out: "The files are what npx projen writes.\n",
    err: "",
    exitCode: 0,
  });
});

test("a projenrc file that fails after its files are made is told with its output", () => {
  const { err, exitCode } = check(projectWith(`${reporting({})}console.error("no budget");\nprocess.exit(3);`));
  expect([exitCode, err]).toEqual([1, expect.stringMatching(/^the synth failed:\n(.*\n)?no budget\n/)]);
});

test("a difference is shown with the lines that would change, and the fix", () => {
  const { err, exitCode } = check(projectWith(reporting({ differences: [difference] })));
  expect([exitCode, err]).toEqual([
    1,
    "compose.yaml is not what npx projen writes\n    -a\n    +b\nRun npx projen, and commit what it writes.\n",
  ]);
});

test("a file that npx projen refuses to write over has another fix", () => {
  const changed = { path: "Dockerfile", what: "was changed by hand", diff: [], isRefused: true };
  const { err } = check(projectWith(reporting({ differences: [changed] })));
  expect(err).toMatch(
    /^Dockerfile was changed by hand\nnpx projen writes nothing over Dockerfile: take the change back/,
  );
  expect(err).not.toContain("Run npx projen");
});

test("where some files are stale and others refused, the fixes stand in their order", () => {
  const changed = { path: "Dockerfile", what: "was changed by hand", diff: [], isRefused: true };
  const { err } = check(projectWith(reporting({ differences: [changed, difference] })));
  expect(err.trimEnd().split("\n").slice(-2)).toEqual([
    expect.stringContaining("npx projen writes nothing over Dockerfile:"),
    "Then run npx projen, and commit what it writes.",
  ]);
});

test("a stale lock file fails", () => {
  const { err, exitCode } = check(projectWith(reporting({ locks: ["uv.lock: is stale"] })));
  expect([exitCode, err]).toEqual([1, "uv.lock: is stale\n"]);
});

test("what stops the synth is told alone", () => {
  const { err, exitCode } = check(projectWith(reporting({ stoppedBy: "Dockerfile: there is no stage" })));
  expect([exitCode, err]).toEqual([1, "Dockerfile: there is no stage\n"]);
});

test("the password of an address is masked", () => {
  const diff = ["-https://user:hunter2@example.com"];
  const { err } = check(projectWith(reporting({ differences: [{ ...difference, diff }] })));
  expect(err).not.toContain("hunter2");
});

test("warnings of the synth are told", () => {
  const { err, exitCode } = check(projectWith(`console.error("a warning");${reporting({})}`));
  expect([exitCode, err]).toEqual([0, "a warning\n"]);
});

test("a synth that fails in its own way is told with its output", () => {
  const { err, exitCode } = check(projectWith('throw new Error("no such option");\n'));
  expect([exitCode, err]).toEqual([1, expect.stringMatching(/^the synth failed:\n[\s\S]*no such option/)]);
});

test("a synth that tells nothing is a failure", () => {
  const { err, exitCode } = check(projectWith(""));
  expect([exitCode, err]).toEqual([1, expect.stringMatching(/^the synth ended and told nothing/)]);
});

test("a projenrc file that writes by itself can't", () => {
  const folder = projectWith(`require("fs").writeFileSync("new.txt", "");\n${reporting({})}`);
  const before = treeOf(folder);
  const { err, exitCode } = check(folder);
  expect([exitCode, err, treeOf(folder)]).toEqual([1, expect.stringContaining("lets nothing be written"), before]);
});

test("a projen project that no longer uses this module is not written", () => {
  const script = 'const { Project } = require("projen");\nnew Project({ name: "orders" }).synth();\n';
  const folder = projectWith(script);
  const before = treeOf(folder);
  expect([check(folder).exitCode, treeOf(folder)]).toEqual([1, before]);
});

test("a folder below is checked by the projenrc file of the repository", () => {
  const folder = projectWith(reporting({}), { "services/api/pyproject.toml": "" });
  expect(check(folder, "services/api").out).toBe("The files are what npx projen writes.\n");
});

test("a root project whose subprojects alone have containers is checked", () => {
  const folder = projectWith(`// uses projen-python-container\n${reporting({})}`, {
    ".projen/tasks.json": JSON.stringify({ tasks: { default: DEFAULT } }),
  });
  expect(check(folder).out).toBe("The files are what npx projen writes.\n");
});

test("a projen project without this module is left alone", () => {
  const folder = projectWith(reporting({}), {
    ".projen/tasks.json": JSON.stringify({ tasks: { default: DEFAULT } }),
    "requirements.txt": "httpx>=0.28\n",
  });
  expect(check(folder).out).toBe("there is no lock file that is read\n");
});

test("a repository in the folder has nothing to do with the one around it", () => {
  const folder = projectWith(reporting({}), { "inner/.git/HEAD": "", "inner/requirements.txt": "httpx>=0.28\n" });
  expect(check(folder, "inner").out).toBe("there is no lock file that is read\n");
});

test("projen has to be installed", () => {
  const tasks = '{ "container:check": {}, "default": {} }';
  const { err, exitCode } = check(folderWith({ ".projen/tasks.json": tasks, ".git/HEAD": "" }));
  expect([exitCode, err]).toEqual([1, expect.stringMatching(/projen is not installed.*npm ci/)]);
});

test("tools are left out on demand", () => {
  const composed = projectWith(reporting({ composeFiles: [".projenrc.js"] }));
  expect(check(composed, "--no-tools").out).toBe("The files are what npx projen writes.\n");
});
