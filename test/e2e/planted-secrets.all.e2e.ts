import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustDocker } from "./harness/engine";
import { fixtureProject } from "./harness/fixtures";
import { removeImages, testImage } from "./harness/image";
import { Layers } from "./harness/layers";
import { PLANTED, plantSecrets } from "./harness/planted-secrets";
import { PrivateIndex } from "./harness/private-index";
import { buildOptionsIn, credentials, privateIndexProject, synthesizeIndexed } from "./harness/private-index-project";
import { run } from "./harness/run";

/** A project with secrets in its folder and in the environment of its builds. */
interface Planted {
  readonly folder: string;
  readonly options: string[];
  readonly env: NodeJS.ProcessEnv;
}

const label = "planted";
let index: PrivateIndex;
beforeAll(async () => {
  index = await PrivateIndex.start();
});
afterAll(() => index?.stop());

async function installed(): Promise<Planted> {
  const folder = privateIndexProject("uv", index, label);
  const env = { ...process.env, ...credentials("uv", index) };
  const options = buildOptionsIn(folder);
  await mustDocker(["build", ...options, "--target", "lock", "--output", "type=local,dest=.", "."], {
    cwd: folder,
    env,
    seconds: 300,
  });
  synthesizeIndexed(folder, "uv", index, label);
  return { folder, options, env };
}

/** All of the source is in its image, and in that of its development. */
async function copied(): Promise<Planted> {
  const options = { port: 8000, developmentMount: false };
  return { folder: await fixtureProject("web-flask", options, label), options: [], env: process.env };
}

describe.each([
  ["a project that is installed, with a private index", installed],
  ["a project whose source is copied", copied],
])("%s", (name, make) => {
  const isIndexed = name.includes("index");
  const traces = isIndexed ? [PLANTED, ...PrivateIndex.traces] : [PLANTED];
  const imageOf = (target: string) => testImage(`${label}-${isIndexed ? "installed" : "copied"}-${target}`);
  let project: Planted;
  beforeAll(async () => {
    project = await make();
    plantSecrets(project.folder);
    for (const target of ["app", "live"]) {
      const { folder: cwd, options, env } = project;
      const metadata = ["--metadata-file", join(cwd, `../${target}-metadata.json`)];
      const words = ["buildx", "build", ...options, ...metadata, "--target", target, "--tag", imageOf(target), "."];
      await mustDocker(words, { cwd, env, seconds: 400 });
    }
  });
  afterAll(() => removeImages([imageOf("app"), imageOf("live")]));

  test.each(["app", "live"])("has no secret in any layer of %s", async (target) => {
    const layers = await Layers.of(imageOf(target));
    try {
      const found = await Promise.all(traces.map((trace) => layers.filesWith(trace)));
      expect(found.flat()).toEqual([]);
    } finally {
      layers.remove();
    }
  });
  test.each(["app", "live"])("has none in what describes %s, nor in what its build tells", async (target) => {
    const told = [
      await mustDocker(["history", "--no-trunc", imageOf(target)]),
      await mustDocker(["image", "inspect", imageOf(target)]),
      readFileSync(join(project.folder, `../${target}-metadata.json`), "utf8"),
    ].join();
    expect(traces.filter((trace) => told.includes(trace))).toEqual([]);
  });
  test("has none in compose's view of its services", async () => {
    const { folder: cwd, env } = project;
    const told = await mustDocker(["compose", "--profile", "*", "config"], { cwd, env });
    expect(traces.filter((trace) => told.includes(trace))).toEqual([]);
  });
  test("has none in a generated file", async () => {
    const files = ["Dockerfile", "compose.yaml", ".dockerignore", ".devcontainer/devcontainer.json", ".projen"];
    for (const trace of traces) {
      const { stdout } = await run(["grep", "-rlF", "--", trace, ...files], { cwd: project.folder });
      expect(stdout).toBe("");
    }
  });
});

test("a secret that a builder copies is found", async () => {
  const folder = await fixtureProject("web-flask", { port: 8000 }, `${label}-found`);
  mkdirSync(join(folder, "shop/data"), { recursive: true });
  writeFileSync(join(folder, "shop/data/plain.txt"), `${PLANTED}plain\n`);
  const image = testImage(`${label}-found`);
  await mustDocker(["build", "--target", "app", "--tag", image, "."], { cwd: folder, seconds: 400 });
  const layers = await Layers.of(image);
  const found = await layers.filesWith(PLANTED);
  layers.remove();
  await removeImages([image]);
  expect(found).toContainEqual(expect.stringMatching(/shop\/data\/plain\.txt$/));
});
