import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "../e2e/harness/run";
import { projectFolder } from "../project-folder";

const root = resolve(__dirname, "../..");

/** Runs what `npm run corpus` runs. */
function corpus(...folders: string[]): ReturnType<typeof run> {
  const loader = ["--require", "ts-node/register/transpile-only", join(__dirname, "run.ts")];
  const env = { ...process.env, TS_NODE_PROJECT: join(root, "test/tsconfig.json") };
  return run([process.execPath, ...loader, ...folders], { cwd: root, env });
}

function folderOfCases(pyprojects: Record<string, string>): string {
  const folder = projectFolder();
  for (const [name, text] of Object.entries(pyprojects)) {
    mkdirSync(join(folder, name, "files"), { recursive: true });
    writeFileSync(join(folder, name, "files/pyproject.toml"), text);
    writeFileSync(join(folder, name, "files/uv.lock"), "");
    writeFileSync(join(folder, name, "expected.json"), '{ "packageManager": "uv", "consoleScripts": ["orders"] }');
  }
  return folder;
}

const right =
  '[build-system]\nrequires = []\n[project]\nname = "orders"\nversion = "1"\n[project.scripts]\norders = "orders:main"\n';

test("where all facts are right the exit code is 0", async () => {
  const { stdout, exitCode } = await corpus(folderOfCases({ one: right }));
  expect([exitCode, stdout]).toEqual([0, "one: 2 of 2 right\nlocks right: 0 of 0\nfacts right: 2 of 2\n"]);
}, 120_000);

test("each difference is printed, and where there is no answer the message", async () => {
  const { stdout, exitCode } = await corpus(folderOfCases({ a: "[project", b: '[project]\nname = "b"', c: right }));
  const lines = stdout.split("\n");
  expect([exitCode, lines.slice(0, 1), lines.slice(2)]).toEqual([
    1,
    ["a: 0 of 2 right"],
    [
      "b: 1 of 2 right",
      '  consoleScripts: expected ["orders"], got []; missing orders',
      "c: 2 of 2 right",
      "locks right: 0 of 0",
      "facts right: 3 of 6",
      "",
    ],
  ]);
  expect(lines[1]).toMatch(/^ {2}exit code 1: pyproject\.toml:1:\d+: is not valid TOML/);
}, 120_000);

test("without a folder it says what it needs", async () => {
  const { stdout, stderr, exitCode } = await corpus();
  expect([exitCode, stdout, stderr]).toEqual([
    1,
    "",
    expect.stringMatching(/^corpus: no folder is given; it needs a folder of cases, .*\n$/),
  ]);
}, 120_000);
