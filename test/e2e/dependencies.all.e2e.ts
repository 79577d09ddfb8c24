import { buildTarget } from "./harness/build";
import { distributionsIn } from "./harness/image";
import { type NewProject, packageManagers } from "./harness/new-project";
import { ownProject } from "./harness/projects";
import type { Outcome } from "./harness/run";

describe.each(packageManagers)("a new dependency of a project with %s", (manager) => {
  let project: NewProject;
  let synth: Outcome;
  const check = () => project.run(["npx", "projen", "container:check"]);
  beforeAll(async () => {
    project = await ownProject(manager, "dependencies");
    await buildTarget(project.folder, "app", manager);
    const dependency = 'project.addDependency("colorama@^0.4");';
    project.edit(".projenrc.ts", (text) => text.replace(/^project\.synth\(\)/m, `${dependency}\nproject.synth()`));
    synth = await project.mustRun(["npx", "projen", "--no-post"]);
  });

  test("is told by the synth to be missing in the lock file", () => {
    expect(`${synth.stdout}${synth.stderr}`).toMatch(new RegExp(`${project.lockFile}: .*npx projen lock`));
  });

  test("fails the check for as long as it isn't locked", async () => {
    const { exitCode, stdout, stderr } = await check();
    expect(exitCode).not.toBe(0);
    expect(`${stdout}${stderr}`).toMatch(new RegExp(`${project.lockFile}: .*npx projen lock`));
  });

  test("fails the build for as long as it isn't locked", async () => {
    await expect(buildTarget(project.folder, "app", `${manager}-new`)).rejects.toThrow(
      /needs to be updated|changed significantly|projen lock/,
    );
  });

  test("is installed once it is locked", async () => {
    await project.mustRun(["npx", "projen", "lock"], 400);
    const build = await buildTarget(project.folder, "app", `${manager}-new`);
    expect(await distributionsIn(build.image, "/opt/venv")).toContain("colorama");
  });

  test("passes the check then", async () => expect(await check()).toMatchObject({ exitCode: 0 }));
});
