import { statSync } from "node:fs";
import { DevContainer } from "./harness/dev-container";
import { type NewProject, packageManagers } from "./harness/new-project";
import { givePlainUser, plainUserId } from "./harness/plain-user";
import { ownProject } from "./harness/projects";

describe.each(packageManagers)("the dev container of %s, for a plain user", (manager) => {
  let project: NewProject;
  let container: DevContainer;
  beforeAll(async () => {
    project = await ownProject(manager, "dev-container");
    await givePlainUser(project.folder);
    container = await DevContainer.up(project.folder);
  });
  afterAll(() => container?.remove());

  test("has a user of its own, not root", () => expect(container.result.remoteUser).not.toBe("root"));

  test("gives that user the UID of whoever started it", async () => {
    expect((await container.exec(["id", "-u"])).stdout.trim()).toBe(`${plainUserId}`);
  });

  test("runs the project's tests", async () => {
    const { stdout, stderr, exitCode } = await container.exec(["pytest"]);
    expect({ exitCode, output: `${stdout}${stderr}` }).toEqual({
      exitCode: 0,
      output: expect.stringMatching(/\d+ passed/),
    });
  });

  test("writes into the workspace what its user owns on the machine", async () => {
    await container.exec(["touch", "written-inside"]);
    expect(statSync(project.path("written-inside")).uid).toBe(plainUserId);
  });
});
