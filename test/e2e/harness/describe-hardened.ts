import { buildTarget } from "./build";
import { fixtureProject } from "./fixtures";
import type { PackageManagerName } from "./new-project";
import { describeProductionImage } from "./production-image";
import { treeDigest } from "./tree";

/** Describes the image of a project that asks for all that hardens it. */
export const describeHardened = (manager: PackageManagerName) =>
  describe(`a hardened project with ${manager}`, () => {
    const options = { port: 8000, healthCheckPath: "/health", removeSetuid: true, reproducible: true };
    const make = (label: string) => fixtureProject(`desk-${manager}`, options, label);
    let folder: string;
    beforeAll(async () => {
      folder = await make("hardened");
    });

    describeProductionImage(`${manager}, hardened`, async () => (await buildTarget(folder, "app", "hardened")).image);

    test("gives the same files in another checkout, with nothing from the cache", async () => {
      const other = await make("hardened-again");
      // The first may be of another day, from the cache.
      expect(await treeDigest(other, "app", "--no-cache")).toBe(await treeDigest(folder, "app"));
    });
  });
