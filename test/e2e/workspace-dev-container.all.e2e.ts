import { DevContainer } from "./harness/dev-container";
import { givePlainUser } from "./harness/plain-user";
import { ProjectInFolder } from "./harness/project-in-folder";

describe("the dev container of a member of a uv workspace, for a plain user", () => {
  let container: DevContainer;
  beforeAll(async () => {
    const project = await ProjectInFolder.make("uv-workspace", "services/api", { port: 8000 });
    await givePlainUser(project.root);
    container = await DevContainer.up(project.folder);
  });
  afterAll(() => container?.remove());

  test("opens in the member's folder", async () => {
    expect((await container.exec(["pwd"])).stdout.trim()).toBe("/workspace/services/api");
  });

  test("has the member, and the one that it needs, as they lie in the workspace", async () => {
    const code = "import api, rules; print(api.__file__, rules.__file__)";
    const { stdout } = await container.exec(["python", "-c", code]);
    expect(stdout.trim()).toBe(
      "/workspace/services/api/src/api/__init__.py /workspace/libs/rules/src/rules/__init__.py",
    );
  });

  test("has the development dependencies", async () => {
    expect((await container.exec(["pytest", "--version"])).exitCode).toBe(0);
  });
});
