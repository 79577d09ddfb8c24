import { type Build, stepsThatRan } from "./harness/build";
import { answerOf, Container } from "./harness/container";
import { distributionsIn, filesIn, shellIn } from "./harness/image";
import { ProjectInFolder } from "./harness/project-in-folder";

// New in every run: what an earlier run built can't stand for this one.
const mark = `${Date.now()}`;

describe("the image of a member of a uv workspace", () => {
  let project: ProjectInFolder;
  let build: Build;
  beforeAll(async () => {
    project = await ProjectInFolder.make("uv-workspace", "services/api", { port: 8000, healthCheckPath: "/health" });
    build = await project.build("app");
  });

  test("answers by the word of the member that it needs", async () => {
    const app = await Container.start(build.image, ["--publish", "127.0.0.1::8000"]);
    try {
      expect(await answerOf(await app.url(8000, "/health"))).toEqual({ status: 200, body: "healthy" });
    } finally {
      await app.remove();
    }
  });

  test("has what it needs, and nothing of the member that it does not need", async () => {
    const distributions = await distributionsIn(build.image, "/opt/venv");
    expect(distributions).toEqual(["api", "packaging", "rules", "tinydb"]);
    expect(await filesIn(build.image, ["/app/*"])).toEqual([]);
  });

  test("is built again after an edit of the other member, without a dependency", async () => {
    project.edit("libs/rules/src/rules/__init__.py", (text) => `${text}\nEDITED = "${mark}"\n`);
    const again = await project.build("app");
    expect(stepsThatRan(again, "deps")).toEqual([]);
    expect(await shellIn(again.image, "python -c 'import rules; print(rules.EDITED)'")).toBe(mark);
  });

  test("is built again after new versions of all members, without a dependency", async () => {
    for (const member of ["services/api", "libs/rules", "libs/unused"]) {
      project.edit(`${member}/pyproject.toml`, (text) => text.replace("0.1.0", `0.2.${mark}`));
    }
    expect(stepsThatRan(await project.build("app"), "deps")).toEqual([]);
  });
});
