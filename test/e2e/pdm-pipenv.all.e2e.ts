import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../src";
import { buildTarget, stepsThatRan } from "./harness/build";
import { answerOf, Container } from "./harness/container";
import { mustDocker } from "./harness/engine";
import { fixtureProject, synthesize } from "./harness/fixtures";
import { distributionsIn, exposedPort, filesIn, programsIn } from "./harness/image";
import { preparedProgram } from "./harness/locations";
import { run } from "./harness/run";

/** An edit of a file: what is replaced, by what. */
type Edit = readonly [file: string, old: string | RegExp, now: string];

interface Case {
  readonly name: string;
  readonly options: PythonContainerOptions;
  /** A module of the application. */
  readonly module: string;
  /** Edits that no dependency depends on. */
  readonly harmless: readonly Edit[];
  /** An edit that the lock file does not know of. */
  readonly dependency: Edit;
  readonly sentence: string;
  /** What production has, some of it. */
  readonly production: readonly string[];
}

// New in every run: what an earlier run built can't stand for this one.
const mark = `${Date.now()}`;
const service = { port: 8000, healthCheckPath: "/health" };

const cases: readonly Case[] = [
  {
    name: "pdm",
    options: { ...service, productionExtras: ["colors"] },
    module: "src/orders/app.py",
    harmless: [
      ["pyproject.toml", 'version = "1.0.0"', `version = "1.0.${mark}"`],
      ["pyproject.toml", "line-length = 100", `line-length = ${mark}`],
    ],
    dependency: ["pyproject.toml", "httpx>=0.28", "httpx>=0.28.1"],
    sentence: "pdm.lock is missing or does not match pyproject.toml: make it with npx projen lock",
    // colorama is that of the extra.
    production: ["httpx", "colorama"],
  },
  {
    name: "pipenv",
    options: { ...service, command: ["python", "-m", "orders.app"] },
    module: "orders/app.py",
    harmless: [["Pipfile", "[scripts]", `[scripts]\nmark = "${mark}"`]],
    dependency: ["Pipfile", ">=0.28", ">=0.28.1"],
    sentence: "Pipfile.lock is missing or does not match Pipfile: make it with npx projen lock",
    production: ["httpx"],
  },
];

describe.each(cases)("a project of $name", ({ name, options, module, harmless, dependency, sentence, production }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await fixtureProject(name, options, "pdm-pipenv");
  });
  const built = (target: string) => buildTarget(folder, target, name);
  const edit = ([file, old, now]: Edit) => {
    const before = readFileSync(join(folder, file), "utf8");
    const after = before.replace(old, now);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, file), after);
    synthesize(folder, name, options);
  };

  test("becomes healthy and answers /health, with a root file system that is read-only", async () => {
    const { image } = await built("app");
    const port = await exposedPort(image);
    const published = ["--publish", `127.0.0.1::${port}`];
    const app = await Container.start(image, ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", ...published]);
    try {
      expect(await app.health()).toBe("healthy");
      expect((await answerOf(await app.url(port, "/health"))).status).toBe(200);
    } finally {
      await app.remove();
    }
  });

  test("has its production dependencies in app, and none for development", async () => {
    const found = await distributionsIn((await built("app")).image, "/opt/venv");
    expect(found).toEqual(expect.arrayContaining([...production]));
    expect(found).not.toContain("pytest");
  });

  test("has no package manager in app, nor what it leaves", async () => {
    const { image } = await built("app");
    expect(await programsIn(image, [name, "pipx"])).toEqual([]);
    expect(await filesIn(image, ["/app/.pdm-python", "/opt/venv/.pdm-python", "/root/.cache/*"])).toEqual([]);
  });

  test("has bytecode of its dependencies", async () => {
    const { image } = await built("app");
    const compiled = "/opt/venv/lib/python3*/site-packages/httpx/__pycache__/__init__.*.pyc";
    expect(await filesIn(image, [compiled])).toHaveLength(1);
  });

  test("runs its tests in dev", async () => {
    const { image } = await built("dev");
    const words = ["run", "--rm", "--network", "none", "--volume", `${folder}:/app:ro`, "--env", "PYTHONPATH=src:."];
    expect(await mustDocker([...words, image, "pytest", "-p", "no:cacheprovider"])).toMatch(/1 passed/);
  });

  test("has a Dockerfile in which hadolint finds nothing", async () => {
    const { stdout } = await run([preparedProgram("hadolint"), "--format", "json", "Dockerfile"], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  test("installs no dependency again for an edit of the source", async () => {
    await built("app");
    appendFileSync(join(folder, module), `\nEDITED = "${mark}"\n`);
    const build = await built("app");
    expect(stepsThatRan(build, "deps")).toEqual([]);
    expect(stepsThatRan(build, "project")).not.toEqual([]);
  });

  test.each(harmless)("installs no dependency again for an edit of %s at %j", async (...change) => {
    edit(change);
    const build = await built("app");
    expect(stepsThatRan(build, "manifest")).not.toEqual([]);
    expect(stepsThatRan(build, "deps")).toEqual([]);
  });

  // Last: the lock file does not match afterwards.
  test("stops with a sentence where the lock file does not match", async () => {
    edit(dependency);
    // As output, not as the command of which BuildKit tells that it failed.
    await expect(built("app")).rejects.toThrow(new RegExp(`^#\\d+ [\\d.]+ ${sentence}`, "m"));
  });
});
