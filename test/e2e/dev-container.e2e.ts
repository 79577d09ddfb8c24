import { DevContainerMode } from "../../src";
import { describeDevContainer } from "./harness/describe-dev-container";
import { DevContainer } from "./harness/dev-container";
import type { NewProject } from "./harness/new-project";
import { givePlainUser, plainUserId } from "./harness/plain-user";
import { ownProject } from "./harness/projects";

for (const mode of Object.values(DevContainerMode)) describeDevContainer({ manager: "uv", uid: plainUserId, mode });
describeDevContainer({ manager: "poetry", uid: plainUserId, mode: DevContainerMode.COMPOSE });

describe("the dev container of a project that projen manages", () => {
  let project: NewProject;
  let container: DevContainer;
  beforeAll(async () => {
    project = await ownProject("uv", "dev-container");
    await givePlainUser(project.folder);
    container = await DevContainer.up(project.folder);
  });
  afterAll(() => container?.remove());

  test("runs the project's tests", async () => {
    const { stdout, stderr, exitCode } = await container.exec(["pytest"]);
    expect({ exitCode, output: `${stdout}${stderr}` }).toEqual({
      exitCode: 0,
      output: expect.stringMatching(/\d+ passed/),
    });
  });

  test("says where a dependency is added", () => {
    expect(container.log).toContain(".projenrc.ts has the dependencies");
  });

  test("keeps a package manager from changing pyproject.toml and the lock file", async () => {
    const before = [project.read("pyproject.toml"), project.read("uv.lock")];
    const { exitCode } = await container.exec(["uv", "add", "toolz"]);
    expect(exitCode).not.toBe(0);
    expect([project.read("pyproject.toml"), project.read("uv.lock")]).toEqual(before);
  });
});
