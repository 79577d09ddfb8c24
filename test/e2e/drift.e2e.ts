import { chmodSync, writeFileSync } from "node:fs";
import { checkTools } from "./harness/check-tools";
import { runFolder } from "./harness/locations";
import type { NewProject } from "./harness/new-project";
import { asPlainUser } from "./harness/plain-user";
import { lockedProject, ownProject, projectFolder } from "./harness/projects";
import { mustRun, type Outcome } from "./harness/run";
import { snapshotOf } from "./harness/snapshot";
import { withoutPython } from "./harness/user-environment";

const CHECK = ["npx", "projen", "container:check"];
const FITS = "The files are what npx projen writes.";

let tools: NodeJS.ProcessEnv;
beforeAll(() => {
  tools = checkTools(withoutPython(runFolder()).PATH ?? "");
});

/** A copy in which all is committed. */
async function committed(label: string): Promise<NewProject> {
  const project = await ownProject("uv", label);
  await commit(project);
  return project;
}

async function commit(project: NewProject): Promise<void> {
  await project.mustRun(["git", "add", "--all"]);
  await project.mustRun(["git", "commit", "--quiet", "--allow-empty", "--message", "all"]);
}

/** Adds a statement to the projenrc file. */
function state(project: NewProject, statement: string): void {
  project.edit(".projenrc.ts", (text) => text.replace(/^project\.synth\(\)/m, `${statement}\nproject.synth()`));
}

describe("the check of what projen new wrote", () => {
  let project: NewProject;
  let checked: Outcome;
  let before: Record<string, string>;
  beforeAll(async () => {
    project = await committed("drift");
    before = snapshotOf(project.folder);
    checked = await project.run(CHECK, 200, tools);
  });

  test("succeeds", () => expect(checked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(FITS) }));

  test.each([
    "docker build --check: nothing found in Dockerfile",
    "docker compose config: nothing found in compose.yaml",
    "devcontainer read-configuration: nothing found in .devcontainer/devcontainer.json",
  ])("says %s", (line) => expect(checked.stdout.split("\n")).toContain(line));

  test("writes nothing, be it a file, its time or its permissions", () => {
    expect(snapshotOf(project.folder)).toEqual(before);
  });

  test("succeeds in CI, in a fresh clone", async () => {
    const folder = projectFolder("drift-clone", "uv");
    await mustRun(["git", "clone", "--quiet", project.folder, folder]);
    const clone = project.at(folder);
    await clone.mustRun(["npm", "ci"], 300, { CI: "true" });
    expect(await clone.run(CHECK, 200, { CI: "true" })).toMatchObject({ exitCode: 0 });
  });

  test("succeeds for somebody who may only read the checkout", async () => {
    const env = { ...withoutPython(runFolder()), ...tools };
    expect(await asPlainUser([...CHECK, "--no-tools"], { cwd: project.folder, env })).toMatchObject({ exitCode: 0 });
  });

  test("says which tools are not there, which is no failure", async () => {
    const { stdout, exitCode } = await project.run(CHECK);
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringContaining("not checked: the Dev Containers CLI is not installed"),
    ]);
  });
});

describe("the check of a changed checkout", () => {
  const changes: Record<string, (project: NewProject) => void> = {
    "a line in the Dockerfile": (project) => {
      chmodSync(project.path("Dockerfile"), 0o644);
      project.edit("Dockerfile", (text) => `${text}# ours\n`);
    },
    "another option": (project) => state(project, 'project.container.compose.file.addOverride("x-team", "orders");'),
    "another Python file": (project) => writeFileSync(project.path("notes.py"), ""),
  };

  test.each(Object.entries(changes))("fails if and only if a synth changes it: %s", async (name, change) => {
    const project = await committed(`drift-${name.replaceAll(/\W/g, "-")}`);
    change(project);
    await commit(project);
    const before = snapshotOf(project.folder);
    const { exitCode } = await project.run([...CHECK, "--no-tools"]);
    expect(snapshotOf(project.folder)).toEqual(before);
    const synth = await project.run(["npx", "projen", "--no-post"]);
    const { stdout } = await project.mustRun(["git", "status", "--porcelain"]);
    expect(exitCode !== 0).toBe(synth.exitCode !== 0 || stdout !== "");
  });

  test("goes on beside somebody who works there, and leaves their last edit", async () => {
    const project = await committed("drift-edited");
    let edits = 0;
    const clock = setInterval(() => writeFileSync(project.path("notes.txt"), `${++edits}`), 20);
    const { exitCode } = await project.run([...CHECK, "--no-tools"]);
    clearInterval(clock);
    expect([exitCode, project.read("notes.txt")]).toEqual([0, `${edits}`]);
  });
});

describe("a finding of a tool", () => {
  let checked: Outcome;
  beforeAll(async () => {
    const project = await committed("drift-findings");
    state(project, 'project.container.dockerfile.findStage("app").addRaw("ENV LEGACY value");');
    state(project, 'project.container.compose.file.addOverride("services.app.cpu_count", "many");');
    await project.mustRun(["npx", "projen", "--no-post"]);
    checked = await project.run(CHECK, 200, tools);
  });

  test("fails the check", () => expect(checked.exitCode).toBe(1));
  test("is told of BuildKit's checks with its line", () => {
    expect(checked.stderr).toMatch(/^docker build --check: Dockerfile: line \d+: LegacyKeyValueFormat: /m);
  });
  test("is told of compose", () => {
    expect(checked.stderr).toMatch(/^docker compose config: compose\.yaml: .*cpu_count/m);
  });
});

describe("a mistake in the projenrc file", () => {
  const errorAfter = async (label: string, statement: string) => {
    const project = await (await lockedProject("uv")).copyTo(projectFolder(label, "uv"));
    state(project, statement);
    const { exitCode, stderr } = await project.run([...CHECK, "--no-tools"]);
    return [exitCode, stderr.replace(/^👾.*\n?/gm, "")];
  };

  test("is told in its sentence alone", async () => {
    const told = await errorAfter("drift-mistake", 'project.container.dockerfile.findStage("nowhere");');
    expect(told).toEqual([
      1,
      expect.stringMatching(/^Dockerfile: there is no stage "nowhere"; its stages are [^\n]*\n$/),
    ]);
  });

  test("that TypeScript finds is told with the place", async () => {
    const told = await errorAfter("drift-type", "project.nothing();");
    expect(told).toEqual([1, expect.stringMatching(/\.projenrc\.ts.*\n?.*Property 'nothing' does not exist/)]);
  });
});
