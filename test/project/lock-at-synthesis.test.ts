import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileGuard, type PythonContainerProject } from "../../src";
import { containerProject } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { lockedProject } from "../lock/locked-project";

// A Docker engine that answers.
jest.mock("node:child_process", () => ({
  ...jest.requireActual("node:child_process"),
  spawnSync: () => ({ status: 0 }),
}));

/** Synthesizes with all steps, of which the one that locks writes this lock file; gives what is warned of. */
function synthesizedAndLocked(project: PythonContainerProject, lock: string): string[] {
  jest.spyOn(project.tasks, "runTask").mockImplementation((name) => {
    if (name === "lock") writeFileSync(join(project.outdir, "uv.lock"), lock);
  });
  const warn = jest.spyOn(project.logger, "warn").mockImplementation();
  delete process.env.PROJEN_DISABLE_POST;
  project.synth();
  return warn.mock.calls.map(([text]) => String(text));
}

describe("a lock file that the synth makes", () => {
  test("tells the Dockerfile of the same synth what is compiled", () => {
    const project = containerProject();
    const lock = lockedProject({ packages: { "flask-pg": { needs: ["psycopg2"] }, psycopg2: { hasSdist: true } } });
    synthesizedAndLocked(project, lock["uv.lock"]);
    const dockerfile = readFileSync(join(project.outdir, "Dockerfile"), "utf8");
    expect(argumentsOf(parsedStage(dockerfile, "builder"), "RUN").join(" ")).toContain("libpq-dev");
  });

  test("has its warnings told, each once", () => {
    const project = containerProject({ sample: false });
    const lock = lockedProject({ packages: { unheard: { hasSdist: true } } });
    const warnings = synthesizedAndLocked(project, lock["uv.lock"]);
    expect(warnings).toContainEqual(expect.stringContaining("unheard 1.0 is built from source"));
    expect(new Set(warnings).size).toBe(warnings.length);
  });
});

test("no lock file is made by a Dockerfile of people that has no stages for it", () => {
  const project = containerProject({ sample: false });
  writeFileSync(
    join(project.outdir, "Dockerfile"),
    "FROM a AS builder\nFROM a AS dev\nFROM a AS live\nFROM a AS app\n",
  );
  FileGuard.of(project).leave(project, "Dockerfile");
  synthesizedAndLocked(project, "");
  expect(project.tasks.runTask).not.toHaveBeenCalledWith("lock");
});

describe("a lock file that does not fit", () => {
  const told = (project: PythonContainerProject) => {
    writeFileSync(join(project.outdir, "uv.lock"), lockedProject({ packages: { unheard: {} } })["uv.lock"]);
    const warn = jest.spyOn(project.logger, "warn").mockImplementation();
    jest.spyOn(project.logger, "error").mockImplementation();
    jest.spyOn(project.tasks, "runTask").mockImplementation((name) => {
      if (name === "lock") throw new Error("no network");
    });
    project.synth();
    return warn.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith("uv.lock: "));
  };

  test("is no matter for a warning where the same synth makes it again", () => {
    delete process.env.PROJEN_DISABLE_POST;
    expect(told(containerProject())).toEqual([]);
  });

  test("is warned of where the steps after a synth are not wanted", () => {
    process.env.PROJEN_DISABLE_POST = "true";
    expect(told(containerProject())).toEqual([expect.stringContaining("npx projen lock")]);
  });
});
