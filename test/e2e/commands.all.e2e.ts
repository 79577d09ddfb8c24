import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer, type PythonContainerOptions } from "../../src";
import { buildTarget } from "./harness/build";
import { Container } from "./harness/container";
import { docker, mustDocker } from "./harness/engine";
import { fixtureProject } from "./harness/fixtures";
import { imageConfig, testImage } from "./harness/image";

const FIXTURE = "web-flask";
const TAG = "commands";
const worker = ["celery", "-A", "shop.tasks:app", "worker", "--loglevel", "INFO", "--concurrency", "1"];

/** Writes the container files of the project again, with further commands. */
function synthesize(folder: string, options: PythonContainerOptions, add: (container: PythonContainer) => void): void {
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name: "shop", outdir: folder });
  add(new PythonContainer(project, options));
  project.synth();
}

describe("several commands of one project", () => {
  let folder: string;
  const compose = (...words: string[]) => mustDocker(["compose", ...words], { cwd: folder, seconds: 500 });
  const imageId = (name: string) => mustDocker(["image", "inspect", "--format", "{{.Id}}", name]);
  const imageOf = async (id: string) => new Container(id).inspect("{{.Image}}");
  beforeAll(async () => {
    folder = await fixtureProject(FIXTURE, {}, "commands");
    writeFileSync(join(folder, ".env"), `DOCKER_TAG=${TAG}\n`);
    synthesize(folder, { imageName: testImage("").replace(/:$/, "") }, (container) => {
      container.addCommand("worker", worker);
      container.addCommand("migrate", ["python", "-c", "import shop.tasks; print('migrated')"], { oneOff: true });
      container.addCommand("beat", ["celery", "-A", "shop.tasks:app", "beat"], { ownImage: true });
    });
    await compose("build");
  });
  afterAll(async () => {
    if (folder !== undefined) await compose("--profile", "*", "down", "--volumes");
  });

  test("up starts the worker on the very image of the app service, and not what runs once", async () => {
    await compose("up", "--detach", "--no-build", "app", "worker");
    const [app, queue] = [await compose("ps", "--quiet", "app"), await compose("ps", "--quiet", "worker")];
    const image = await imageId(testImage(TAG));
    expect([await imageOf(app), await imageOf(queue)]).toEqual([image, image]);
    expect(await compose("ps", "--all", "--services")).not.toContain("migrate");
  });

  test("the worker gets ready, with a health check of its own in place of the web server's", async () => {
    const queue = new Container(await compose("ps", "--quiet", "worker"));
    for (let left = 80; left > 0 && !/celery@\w+ ready/.test(await queue.logs()); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await queue.logs()).toMatch(/shop\.tasks\.pack[\s\S]*celery@\w+ ready/);
    expect(await queue.inspect("{{json .Config.Healthcheck.Test}}")).toBe('["CMD","true"]');
  });

  // Celery ends what it is doing first: a few seconds.
  test("the worker stops on SIGTERM with exit code 0", async () => {
    const { exitCode } = await new Container(await compose("ps", "--quiet", "worker")).stop();
    expect(exitCode).toBe(0);
  });

  test("run runs what runs once", async () => {
    expect(await compose("run", "--rm", "migrate")).toBe("migrated");
  });

  test("an image of its own has the layers of the app image and another command", async () => {
    const layers = (name: string) => mustDocker(["image", "inspect", "--format", "{{json .RootFS.Layers}}", name]);
    const beat = testImage(`${TAG}-beat`);
    expect(await layers(beat)).toBe(await layers(testImage(TAG)));
    const { Cmd, Healthcheck } = await imageConfig(beat);
    expect([Cmd, Healthcheck?.Test]).toEqual([["celery", "-A", "shop.tasks:app", "beat"], ["NONE"]]);
  });
});

test("an image without a command says why and ends with exit code 64", async () => {
  const folder = await fixtureProject(FIXTURE, { ignoredFrameworks: ["flask", "celery"] }, "no-command");
  const { image } = await buildTarget(folder, "app", "no-command");
  const { exitCode, stdout, stderr } = await docker(["run", "--rm", "--read-only", image]);
  expect([exitCode, stdout]).toEqual([64, ""]);
  expect(stderr).toContain("The app image has no command, since there is no script; set the option command");
});
