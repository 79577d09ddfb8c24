import { type Build, stepsThatRan } from "./harness/build";
import { answerOf, Container } from "./harness/container";
import { distributionsIn, shellIn } from "./harness/image";
import { ProjectInFolder } from "./harness/project-in-folder";

const mark = `${Date.now()}`;

describe("the image of a poetry project with path dependencies", () => {
  let project: ProjectInFolder;
  let build: Build;
  beforeAll(async () => {
    project = await ProjectInFolder.make("poetry-path", "service", { port: 8000, healthCheckPath: "/health" });
    build = await project.build("app");
  });

  test("answers by the word of the one that production needs", async () => {
    const app = await Container.start(build.image, ["--publish", "127.0.0.1::8000"]);
    try {
      expect(await answerOf(await app.url(8000, "/health"))).toEqual({ status: 200, body: "healthy" });
    } finally {
      await app.remove();
    }
  });

  test("does not have the one for development", async () => {
    const distributions = await distributionsIn(build.image, "/opt/venv");
    expect(distributions).toEqual(["packaging", "rules", "service", "tinydb"]);
  });

  test("is built again after an edit of one, without a dependency", async () => {
    project.edit("libs/rules/rules/__init__.py", (text) => `${text}\nEDITED = "${mark}"\n`);
    const again = await project.build("app");
    expect(stepsThatRan(again, "deps")).toEqual([]);
    expect(await shellIn(again.image, "python -c 'import rules; print(rules.EDITED)'")).toBe(mark);
  });

  test("is built again after new versions, without a dependency", async () => {
    for (const folder of ["service", "libs/rules", "libs/checks"]) {
      project.edit(`${folder}/pyproject.toml`, (text) => text.replace("0.1.0", `0.2.${mark}`));
    }
    expect(stepsThatRan(await project.build("app"), "deps")).toEqual([]);
  });

  test("can be developed in: the dev stage has the development dependencies", async () => {
    expect(await distributionsIn((await project.build("dev")).image, "/home/dev/venv")).toContain("pytest");
  });
});
