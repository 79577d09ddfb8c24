import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../src";
import { parsedStages } from "../dockerfile/parse";
import { BuildKit } from "./harness/build-kit";
import { describeHardened } from "./harness/describe-hardened";
import { mustDocker } from "./harness/engine";
import { fixtureProject, synthesize } from "./harness/fixtures";
import { removeImages, testImage } from "./harness/image";
import { repository } from "./harness/locations";
import { packageManagers } from "./harness/new-project";
import { Registry } from "./harness/registry";
import { mustRun, type Outcome, run } from "./harness/run";

const python = "python:3.13-slim-trixie";
const uv = "astral-sh/uv:0.13.9";
const service = { port: 8000, healthCheckPath: "/health" };

let registry: Registry;
beforeAll(async () => {
  registry = await Registry.start();
  await registry.take(python, `library/${python}`);
  await registry.take(`ghcr.io/${uv}`, uv);
});
afterAll(() => registry?.stop());

describe("images by digest", () => {
  const file = "image-digests.json";
  const image = testImage("pinned");
  let folder: string;
  let options: PythonContainerOptions;
  beforeAll(async () => {
    const mirrors = { registryMirror: `${registry.address}/library`, ghcrMirror: registry.address };
    options = { ...service, ...mirrors, pinImages: true };
    folder = await fixtureProject("desk-uv", options, "pinned");
  });
  afterAll(() => removeImages([image]));

  /** The first step of the task, by the command of this checkout. */
  const pin = (): Promise<Outcome> => {
    const { tasks } = JSON.parse(readFileSync(join(folder, ".projen/tasks.json"), "utf8"));
    const words: string[] = tasks["images:pin"].steps[0].exec.split(" ").slice(4);
    return run(["node", join(repository, "lib/cli/python-container.js"), ...words], { cwd: folder });
  };
  const digests = (): Record<string, string> => JSON.parse(readFileSync(join(folder, file), "utf8"));

  test("there is no file before the task has run", () => expect(existsSync(join(folder, file))).toBe(false));
  test("the task writes the digests that the registry tells, and no others", async () => {
    writeFileSync(join(folder, file), `{ "python:3.9": "sha256:${"0".repeat(64)}" }`);
    expect(await pin()).toMatchObject({ exitCode: 0, stderr: "" });
    const told = await mustDocker(["image", "inspect", "--format", "{{json .RepoDigests}}", python]);
    const name = `${registry.address}/library/${python}`;
    expect(Object.keys(digests()).sort()).toEqual([`${registry.address}/${uv}`, name]);
    expect(told).toContain(digests()[name]);
  });
  test("the Dockerfile names them after a synth", async () => {
    synthesize(folder, "desk-uv", options);
    const bases = parsedStages(readFileSync(join(folder, "Dockerfile"), "utf8")).map(({ base }) => base);
    const expected = Object.entries(digests()).map(([name, digest]) => `${name}@${digest}`);
    expect(bases).toEqual(expect.arrayContaining(expected));
  });
  test("the image is built from them", async () => {
    await mustDocker(["build", "--pull", "--target", "app", "--tag", image, "."], { cwd: folder, seconds: 400 });
    await expect(mustDocker(["image", "inspect", image])).resolves.toBeDefined();
  });
  test("where an image is not found, the file stays as it was", async () => {
    const before = readFileSync(join(folder, file), "utf8");
    synthesize(folder, "desk-uv", { ...options, debianSuite: "sid" });
    const { exitCode, stderr } = await pin();
    expect({ exitCode, file: readFileSync(join(folder, file), "utf8") }).toEqual({ exitCode: 1, file: before });
    expect(stderr).toContain("python:3.13-slim-sid");
  });
});

describe("two builds on a BuildKit that sets the times of files", () => {
  let buildKit: BuildKit;
  beforeAll(async () => {
    buildKit = await BuildKit.start(registry);
  });
  afterAll(() => buildKit?.stop());

  test.each(packageManagers)("give one image, in another checkout too, with %s", async (manager) => {
    const options = { ...service, removeSetuid: true, reproducible: true };
    const folder = await fixtureProject(`desk-${manager}`, options, "reproducible");
    const first = await buildKit.imageDigest(folder, "app");
    const other = `${folder}-again`;
    await mustRun(["cp", "-r", folder, other]);
    expect(await buildKit.imageDigest(other, "app")).toBe(first);
  });
});

describeHardened("poetry");
