import { compose, serviceImage, serviceUrl } from "./harness/compose";
import { answerOf } from "./harness/container";
import { docker, mustDocker } from "./harness/engine";
import { removeImages } from "./harness/image";
import { type NewProject, packageManagers } from "./harness/new-project";
import { ownProject } from "./harness/projects";

describe.each(packageManagers)("docker compose with %s", (manager) => {
  let project: NewProject;
  const services = ["app", "builder"];
  const removeItsImages = async () =>
    removeImages(await Promise.all(services.map((service) => serviceImage(project, service))));
  beforeAll(async () => {
    project = await ownProject(manager, "compose");
    // An interrupted run may have left them.
    await removeItsImages();
  });
  afterAll(async () => {
    if (project === undefined) return;
    await compose(project, ["down", "--volumes"]);
    await removeItsImages();
  });

  test("config has nothing to say", async () => {
    expect(await docker(["compose", "config", "--quiet"], { cwd: project.folder })).toEqual({
      stdout: "",
      stderr: "",
      exitCode: 0,
    });
  });

  test("build makes the images of app and builder", async () => {
    await compose(project, ["build"], 500);
    for (const service of services) {
      await expect(mustDocker(["image", "inspect", await serviceImage(project, service)])).resolves.toBeTruthy();
    }
  });

  test("up --wait ends when app is healthy", async () => {
    await compose(project, ["up", "--detach", "--wait", "app"], 200);
    expect(await compose(project, ["ps", "--format", "{{.Health}}", "app"])).toBe("healthy");
  });

  test("app answers on its published port", async () => {
    expect((await answerOf(await serviceUrl(project, "app", "/health"))).status).toBe(200);
  });

  test("down leaves no container", async () => {
    await compose(project, ["down"]);
    expect(await compose(project, ["ps", "--all", "--quiet"])).toBe("");
  });
});
