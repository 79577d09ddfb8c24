import { existsSync } from "node:fs";
import { buildTarget } from "./harness/build";
import { distributionsIn, programsIn } from "./harness/image";
import { preparedProgram } from "./harness/locations";
import { type NewProject, packageManagers } from "./harness/new-project";
import { lockedProject } from "./harness/projects";
import { run } from "./harness/run";

const targets = ["builder", "deps", "dev", "app"];

describe.each(packageManagers)("the images of %s", (manager) => {
  let project: NewProject;
  beforeAll(async () => {
    project = await lockedProject(manager);
  });
  const built = (target: string) => buildTarget(project.folder, target, manager);

  test.each(targets)("%s is built from the Dockerfile as it was written", async (target) => {
    await expect(built(target)).resolves.toBeDefined();
  });

  test("builder has the package manager", async () => {
    expect(await programsIn((await built("builder")).image, [manager])).toHaveLength(1);
  });

  test("app has no development dependency", async () => {
    expect(await distributionsIn((await built("app")).image, "/opt/venv")).not.toContain("pytest");
  });

  test("app has the production dependencies", async () => {
    const locked = await distributionsIn((await built("deps")).image, "/opt/venv");
    expect(locked).not.toEqual([]);
    expect(await distributionsIn((await built("app")).image, "/opt/venv")).toEqual(expect.arrayContaining(locked));
  });

  test("dev has pytest on its PATH", async () => {
    expect(await programsIn((await built("dev")).image, ["pytest"])).toHaveLength(1);
  });

  test.each(targets)("BuildKit's own checks find nothing on the way to %s", async (target) => {
    const compiled = preparedProgram("docker-buildx");
    const buildx = existsSync(compiled) ? [compiled] : ["docker", "buildx"];
    const options = ["--check", "--build-arg", "BUILDKIT_SYNTAX=docker/dockerfile:1", "--target", target];
    const { stdout, stderr, exitCode } = await run([...buildx, "build", ...options, "."], { cwd: project.folder });
    expect({ exitCode, output: `${stdout}${stderr}` }).toEqual({
      exitCode: 0,
      output: expect.stringContaining("no warnings found"),
    });
  });

  test("hadolint finds nothing", async () => {
    const hadolint = preparedProgram("hadolint");
    const { stdout } = await run([hadolint, "--format", "json", "Dockerfile"], { cwd: project.folder });
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
