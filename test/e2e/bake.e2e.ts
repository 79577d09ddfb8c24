import { join } from "node:path";
import { bakedProject } from "./harness/baked-project";
import { type Bake, BakedRepository, installationsIn } from "./harness/baked-repository";
import { mustDocker } from "./harness/engine";
import { imageConfig, removeImages } from "./harness/image";
import { runFolder } from "./harness/locations";

describe("a repository of three projects, two of one name", () => {
  const names = ["orders", "orders", "billing"];
  let repository: BakedRepository;
  let images: string[] = [];
  let bake: Bake;
  beforeAll(async () => {
    repository = await BakedRepository.make(join(runFolder(), "bake"), bakedProject(), names, { afresh: true });
    images = await repository.images();
    bake = await repository.bake();
  });
  afterAll(() => removeImages(images));

  test("is built with no dependency installed twice", () => {
    expect(installationsIn(bake)).toHaveLength(1);
  });

  test("has an image for each of them", async () => {
    const titles = await Promise.all(images.map(async (image) => (await imageConfig(image)).Labels));
    expect(titles.map((labels) => labels?.["org.opencontainers.image.title"])).toEqual(names);
  });

  test("has each project in its own image", async () => {
    const run = (image: string) => mustDocker(["run", "--rm", "--network", "none", image]);
    expect(await Promise.all(images.map(run))).toEqual(names);
  });

  test("builds nothing again where nothing changed", async () => {
    const again = await repository.bake();
    expect(again.steps.filter(({ text, cached }) => text.startsWith("RUN") && !cached)).toEqual([]);
  });
});
