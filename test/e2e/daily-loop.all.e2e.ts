import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../src";
import { answerOf } from "./harness/container";
import { describeDay } from "./harness/describe-day";
import { docker } from "./harness/engine";
import { fixtureProject } from "./harness/fixtures";
import { removeImages } from "./harness/image";
import { ProjectInFolder } from "./harness/project-in-folder";
import { mustRun, type Outcome } from "./harness/run";

// The Linux user of the host, and whatever port is free.
const owner = 1001;
const env = { ...process.env, UID: `${owner}`, GID: `${owner}`, DEV_PORT: "0" };

/** `docker compose` in a project's folder, as its tasks start it. */
const composeIn =
  (folder: string) =>
  (words: string[], seconds = 100): Promise<Outcome> =>
    docker(["compose", ...words], { cwd: folder, seconds, env });

/** Stops everything, and removes what was built. */
async function remove(folder: string): Promise<void> {
  const compose = composeIn(folder);
  const { stdout } = await compose(["--profile", "*", "config", "--images"]);
  await compose(["--profile", "*", "down", "--volumes", "--timeout", "2"]);
  await removeImages([...new Set(stdout.split("\n").filter((name) => /-dev(?:-|$)/.test(name)))]);
}

interface Case {
  readonly name: string;
  /** The project's folder in the fixture. */
  readonly place?: string;
  readonly options?: PythonContainerOptions;
  readonly body: RegExp;
  /** The outcome of the service test, where there is one. */
  readonly tests?: RegExp;
}

const byModule = { command: ["python", "-m", "orders.app"] };
const byRelease = { body: /^0\.\d+/, tests: /1 passed/ };
const healthy = { body: /^healthy$/, tests: /1 passed/ };

const cases: readonly Case[] = [
  { name: "pdm", ...byRelease },
  { name: "pipenv", options: byModule, ...byRelease },
  { name: "pip-requirements", options: byModule, ...byRelease },
  { name: "pip-setuptools", ...byRelease },
  { name: "pip-setup-cfg", ...byRelease },
  { name: "hatch", body: byRelease.body },
  { name: "hatch-locked", ...byRelease },
  { name: "uv-workspace", place: "services/api", ...healthy },
  { name: "poetry-path", place: "service", ...healthy },
];

describe.each(cases)("the day's work on $name, as user 1001", ({ name, place, options, body, tests }) => {
  let folder: string;
  const compose = (words: string[], seconds?: number) => composeIn(folder)(words, seconds);
  beforeAll(async () => {
    const all = { port: 8000, healthCheckPath: "/health", ...options };
    const project = place === undefined ? undefined : await ProjectInFolder.make(name, place, all);
    folder = project?.folder ?? (await fixtureProject(name, all, "daily-loop"));
    await mustRun(["chown", "-hR", `${owner}:${owner}`, project?.root ?? folder]);
    const { exitCode, stderr } = await compose(["up", "--build", "--detach", "dev"], 550);
    if (exitCode !== 0) throw new Error(stderr.slice(-4000));
  }, 900_000);
  afterAll(() => (folder === undefined ? undefined : remove(folder)));

  test("dev serves the source on the host", async () => {
    const { stdout } = await compose(["--profile", "*", "port", "dev", "8000"]);
    expect((await answerOf(`http://${stdout.trim()}/health`, 40)).body).toMatch(body);
  });

  test("what dev writes belongs to the user of the host, as its environment to the developer", async () => {
    const words = ["sh", "-c", 'touch made && find "$VIRTUAL_ENV" ! -user dev'];
    expect(await compose(["exec", "-T", "dev", ...words])).toMatchObject({ exitCode: 0, stdout: "" });
    expect(statSync(join(folder, "made")).uid).toBe(owner);
  });

  test(tests === undefined ? "there are no tests to run" : "test is green", async () => {
    if (tests === undefined) {
      expect((await compose(["--profile", "*", "config", "--services"])).stdout).not.toMatch(/^test$/m);
    } else {
      expect(await compose(["run", "--rm", "-T", "test"])).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(tests),
      });
    }
  });
});

describe("a command that runs first", () => {
  let folder: string;
  const compose = (words: string[], seconds = 500) => composeIn(folder)(words, seconds);
  const runTests = () => compose(["run", "--rm", "-T", "--build", "test", "sh", "-c", "cat migrated"]);
  const migration = (text: string) => writeFileSync(join(folder, "migrate.py"), text);
  beforeAll(async () => {
    folder = await fixtureProject("pip-requirements", { port: 8000, ...byModule }, "runs-first", (container) => {
      container.addCommand("migrate", ["python", "migrate.py"], { runsFirst: true });
    });
    await mustRun(["chown", "-hR", `${owner}:${owner}`, folder]);
  });
  afterAll(() => (folder === undefined ? undefined : remove(folder)));

  test.each(["one", "two"])("has run by the source on the host before test, migration %s", async (word) => {
    migration(`open("migrated", "w").write("${word}")\n`);
    const { exitCode, stdout } = await runTests();
    // Before it stands what the builds tell.
    expect([exitCode, stdout.split("\n").pop()]).toEqual([0, word]);
  });

  test("stops test where it fails, and dev", async () => {
    rmSync(join(folder, "migrated"));
    migration("raise SystemExit(1)\n");
    expect((await runTests()).exitCode).not.toBe(0);
    expect((await compose(["up", "--detach", "dev"])).exitCode).not.toBe(0);
    expect(existsSync(join(folder, "migrated"))).toBe(false);
  });
});

describeDay("daily-poetry");
