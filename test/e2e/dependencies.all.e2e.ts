import { buildTarget } from "./harness/build";
import { distributionsIn } from "./harness/image";
import { type NewProject, packageManagers } from "./harness/new-project";
import { ownProject } from "./harness/projects";

describe.each(packageManagers)("a new dependency of a project with %s", (manager) => {
  let project: NewProject;
  beforeAll(async () => {
    project = await ownProject(manager, "dependencies");
    await buildTarget(project.folder, "app", manager);
    const dependency = 'project.addDependency("colorama@^0.4");';
    project.edit(".projenrc.ts", (text) => text.replace(/^project\.synth\(\)/m, `${dependency}\nproject.synth()`));
    await project.mustRun(["npx", "projen", "--no-post"]);
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
});
