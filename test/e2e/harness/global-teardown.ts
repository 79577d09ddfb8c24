import { rmSync } from "node:fs";
import { imagesOfTheTests, removeImages } from "./image";
import { runFolder } from "./locations";

/** Removes the folder of this run and the tests' images; the build cache stays, so that the next run is quick. */
export default async function tearDown(): Promise<void> {
  rmSync(runFolder(), { recursive: true, force: true });
  await removeImages(await imagesOfTheTests());
}
