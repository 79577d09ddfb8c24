import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { Dockerfile, ImageReference, RunMount, StageBase } from "../../src";
import { describePrivateIndex } from "./harness/describe-private-index";
import { docker } from "./harness/engine";
import { removeImages, shellIn } from "./harness/image";
import { runFolder } from "./harness/locations";
import { packageManagers } from "./harness/new-project";
import { distribution, PrivateIndex } from "./harness/private-index";
import { imageNameOf, privateIndexProject, runTask } from "./harness/private-index-project";
import { run } from "./harness/run";

describePrivateIndex("poetry");

describe.each(packageManagers)("an index that asks for no password, with %s and no variable set", (manager) => {
  const label = "open-index";
  const image = imageNameOf(label, manager);
  let index: PrivateIndex;
  let folder: string;
  beforeAll(async () => {
    index = await PrivateIndex.start(true);
    folder = privateIndexProject(manager, index.url, { label });
  });
  afterAll(async () => {
    index?.stop();
    await removeImages([image]);
  });

  test("is locked", async () => expect(await runTask(folder, "lock")).toMatchObject({ exitCode: 0 }));
  test("is installed from", async () => {
    expect(await runTask(folder, "docker:build")).toMatchObject({ exitCode: 0 });
    expect(await shellIn(image, "orders")).toBe("hello from the private index");
  });
  test("is installed from by compose", async () => {
    expect(await docker(["compose", "build", "app"], { cwd: folder, seconds: 400 })).toMatchObject({ exitCode: 0 });
  });
});

describe("pip and the secret netrc", () => {
  let index: PrivateIndex;
  let folder: string;
  beforeAll(async () => {
    index = await PrivateIndex.start();
    folder = join(runFolder(), "private-index", "pip");
    mkdirSync(folder, { recursive: true });
    const project = new Project({ name: "pip", outdir: folder });
    const stage = new Dockerfile(project).addStage("app", StageBase.reference(ImageReference.of("python:3.13-slim")));
    const words = ["--no-input", "--extra-index-url", index.url, "--trusted-host", index.host, distribution];
    stage.addRun(["pip", "install", "--no-cache-dir", ...words], {
      mounts: [RunMount.secret("netrc", { target: "/root/.netrc" })],
    });
    process.env.PROJEN_DISABLE_POST = "true";
    project.synth();
  });
  afterAll(() => index?.stop());
  const built = (content?: string) => {
    const line = "docker build --no-cache --secret=id=netrc,env=NETRC_CONTENT .";
    return run(["sh", "-c", line], { cwd: folder, seconds: 200, env: { ...process.env, NETRC_CONTENT: content } });
  };

  test("don't install from it without a content", async () => {
    const { exitCode, stderr } = await built();
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("No matching distribution found for acme-greeting");
  });
  test("install from it with one", async () => {
    const { user, password } = PrivateIndex;
    expect(await built(`machine ${index.host} login ${user} password ${password}\n`)).toMatchObject({ exitCode: 0 });
  });
});
