import { join } from "node:path";
import { PackageManager } from "../../src";
import { bakedProject } from "./harness/baked-project";
import { type Bake, BakedRepository, installationsIn, stepsOf } from "./harness/baked-repository";
import { BuildKit } from "./harness/build-kit";
import { checkTools } from "./harness/check-tools";
import { mustDocker } from "./harness/engine";
import { removeImages } from "./harness/image";
import { runFolder } from "./harness/locations";
import { Registry } from "./harness/registry";

const names = Array.from({ length: 20 }, (_, at) => `orders${at + 1}`);

describe.each([PackageManager.UV, PackageManager.POETRY, PackageManager.PIP] as const)(
  "20 projects of %s",
  (manager) => {
    let repository: BakedRepository;
    let images: string[] = [];
    let bake: Bake;
    beforeAll(async () => {
      const options = { packageManager: manager, afresh: true };
      repository = await BakedRepository.make(join(runFolder(), `bake-${manager}`), bakedProject(), names, options);
      images = await repository.images();
      bake = await repository.bake();
    }, 900_000);
    afterAll(() => removeImages(images));

    test("install their dependencies once", () => {
      expect(installationsIn(bake)).toHaveLength(1);
    });

    test("make the build backend ready once", () => {
      const ran = stepsOf(bake, "backend").flatMap(({ cached, text }) => (cached ? [] : [text]));
      expect(ran.length).toBeGreaterThan(0);
      expect(ran).toEqual([...new Set(ran)]);
    });

    test("have 20 images, each with its own project", async () => {
      const run = (image: string) => mustDocker(["run", "--rm", "--network", "none", image]);
      const said: string[] = [];
      for (const image of images) said.push(await run(image));
      // bake prints its targets by their names.
      expect(said.sort()).toEqual([...names].sort());
    }, 120_000);
  },
);

describe("on another builder", () => {
  let registry: Registry;
  let buildKit: BuildKit;
  let repository: BakedRepository;
  beforeAll(async () => {
    registry = await Registry.start();
    await registry.take("python:3.13-slim-trixie", "library/python:3.13-slim-trixie");
    await registry.take("ghcr.io/astral-sh/uv:0.13.9", "astral-sh/uv:0.13.9");
    buildKit = await BuildKit.start(registry);
    repository = await BakedRepository.make(join(runFolder(), "bake-remote"), bakedProject(), ["orders", "billing"], {
      packageManager: PackageManager.UV,
    });
  }, 900_000);
  afterAll(async () => {
    await buildKit?.stop();
    await registry?.stop();
  });

  test("the same file builds", async () => {
    const bake = await repository.bake(["--builder", buildKit.name]);
    expect(stepsOf(bake, "deps").filter(({ cached }) => !cached)).toHaveLength(1);
  }, 600_000);

  test("its images are pushed to the registry that a variable names", async () => {
    process.env.DOCKER_REGISTRY = `${registry.address}/team/`;
    await repository.bake(["--builder", buildKit.name, "--push"]);
    delete process.env.DOCKER_REGISTRY;
    const tags = await fetch(`http://${registry.address}/v2/team/billing/tags/list`);
    expect(await tags.json()).toMatchObject({ tags: ["latest"] });
  }, 600_000);

  test("a buildx of today reads the same file", async () => {
    const env = { ...process.env, ...checkTools(process.env.PATH ?? "") };
    const words = ["buildx", "bake", "--file", "docker-bake.json", "--print"];
    const { target } = JSON.parse(await mustDocker(words, { cwd: repository.folder, env }));
    expect(Object.keys(target)).toEqual(["services-1", "services-2"]);
  });
});
