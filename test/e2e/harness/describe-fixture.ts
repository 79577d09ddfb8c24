import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../../src";
import { buildTarget, stepsThatRan } from "./build";
import { answerOf, Container } from "./container";
import { fixtureProject, synthesize } from "./fixtures";
import { distributionsIn, programsIn } from "./image";

/** A hand-written project and where its parts are. */
export interface FixtureCase {
  readonly name: string;
  /** Its first module. */
  readonly module: string;
  /**
   * The file with its version and with settings of a linter.
   *
   * @default - none: no file of it has either
   */
  readonly metadata?: string;
  readonly options?: PythonContainerOptions;
}

const SERVICE = { port: 8000, healthCheckPath: "/health" };

/** Tests that a project's images work, and that an edit installs no dependency again. */
export function describeFixture({ name, module, metadata, options = {} }: FixtureCase): void {
  const all = { ...SERVICE, ...options };
  const mark = `${Date.now()}`;

  describe(`the images of ${name}`, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await fixtureProject(name, all);
    });
    const built = (target: string) => buildTarget(folder, target, name);

    test("app answers /health with 200", async () => {
      const { image } = await built("app");
      const app = await Container.start(image, ["--read-only", "--tmpfs", "/tmp", "--publish", "127.0.0.1::8000"]);
      try {
        expect((await answerOf(await app.url(8000, "/health"))).status).toBe(200);
      } finally {
        await app.remove();
      }
    });

    test("app has the production dependencies and none for development", async () => {
      const found = await distributionsIn((await built("app")).image, "/opt/venv");
      expect(found).toContain("httpx");
      expect(found).not.toContain("pytest");
    });

    test("dev has pytest on its PATH", async () => {
      expect(await programsIn((await built("dev")).image, ["pytest"])).toHaveLength(1);
    });

    test("an edit of the source installs no dependency", async () => {
      await built("app");
      appendFileSync(join(folder, module), `\nEDITED = "${mark}"\n`);
      expect(stepsThatRan(await built("app"), "deps")).toEqual([]);
    });

    const whereMetadataIs = metadata === undefined ? test.skip : test;
    whereMetadataIs.each([
      ["a new version", (text: string) => text.replace("1.0.0", `1.0.${mark}`)],
      ["a new setting of the linter", (text: string) => `${text}\n[tool.ruff.lint]\nexclude = ["${mark}"]\n`],
    ])("%s installs no dependency", async (_, change) => {
      const path = join(folder, metadata ?? "");
      const text = readFileSync(path, "utf8");
      writeFileSync(path, change(text));
      expect(readFileSync(path, "utf8")).not.toBe(text);
      synthesize(folder, name, all);
      expect(stepsThatRan(await built("app"), "deps")).toEqual([]);
    });
  });
}
