import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { type Build, stepsThatRan } from "./harness/build";
import { answerOf, Container } from "./harness/container";
import { distributionsIn, filesIn } from "./harness/image";
import { ProjectInFolder } from "./harness/project-in-folder";

const options = { port: 8000, healthCheckPath: "/health", command: ["python", "-m", "web"] };

describe.each([
  ["uv-root", ["packaging", "rules", "tinydb"]],
  ["poetry-application", ["tinydb"]],
])("the image of %s, a project that is no package", (fixture, distributions) => {
  let project: ProjectInFolder;
  let build: Build;
  beforeAll(async () => {
    project = await ProjectInFolder.make(fixture, "", options);
    build = await project.build("app");
  });

  test("runs its source", async () => {
    const app = await Container.start(build.image, ["--publish", "127.0.0.1::8000"]);
    try {
      expect((await answerOf(await app.url(8000, "/health"))).status).toBe(200);
    } finally {
      await app.remove();
    }
  });

  test("has the dependencies, and members of a workspace that it needs", async () => {
    expect(await distributionsIn(build.image, "/opt/venv")).toEqual(distributions);
  });

  test("has the source of no other project", async () => {
    expect(await filesIn(build.image, ["/app/web/__main__.py", "/app/libs/*"])).toEqual(["/app/web/__main__.py"]);
  });

  test("is built again after an edit, without a dependency", async () => {
    appendFileSync(join(project.folder, "web/__init__.py"), `\nEDITED = "${Date.now()}"\n`);
    expect(stepsThatRan(await project.build("app"), "deps")).toEqual([]);
  });
});
