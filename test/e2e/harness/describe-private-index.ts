import { existsSync } from "node:fs";
import { join } from "node:path";
import { docker, mustDocker } from "./engine";
import { removeImages, shellIn } from "./image";
import { Layers, withRemovedTrace } from "./layers";
import { PrivateIndex } from "./private-index";
import {
  buildOptionsIn,
  credentials,
  type IndexedManager,
  imageNameOf,
  lockFiles,
  privateIndexProject,
  runTask,
  synthesizeIndexed,
} from "./private-index-project";
import { mustRun, run } from "./run";

/** What the package managers say; pdm and pip tell only what they can't find. */
const REFUSALS =
  /authorization error|lack of valid authentication|401 unauthorized|http error 401|(?:unable to find candidates|no matching distribution found|no candidate is found) for `?acme-greeting/i;

/** The tests of a project with an index behind a password. */
export function describePrivateIndex(manager: IndexedManager): void {
  describe(`a private index with ${manager}`, () => {
    const label = "private-index";
    const image = imageNameOf(label, manager);
    let index: PrivateIndex;
    let folder: string;

    beforeAll(async () => {
      index = await PrivateIndex.start();
      folder = privateIndexProject(manager, index, label);
    });
    afterAll(async () => {
      index?.stop();
      await removeImages([image]);
    });

    test("can't be locked without its secret, and the message names what is missing", async () => {
      const { exitCode, stdout, stderr } = await runTask(folder, "lock");
      expect(exitCode).not.toBe(0);
      expect(stdout + stderr).toMatch(REFUSALS);
    });

    test("is locked with it", async () => {
      expect(await runTask(folder, "lock", credentials(manager, index))).toMatchObject({ exitCode: 0 });
      expect(existsSync(join(folder, lockFiles[manager]))).toBe(true);
      // pip can do without a lock file: the build goes by it once a synth has seen it.
      synthesizeIndexed(folder, manager, index, label);
    });

    test("can't be installed from without its secret", async () => {
      const { exitCode, stdout, stderr } = await runTask(folder, "docker:build");
      expect(exitCode).not.toBe(0);
      expect(stdout + stderr).toMatch(REFUSALS);
    });

    test("is installed from with it", async () => {
      expect(await runTask(folder, "docker:build", credentials(manager, index))).toMatchObject({ exitCode: 0 });
      expect(await shellIn(image, "python -c 'import orders; orders.main()'")).toBe("hello from the private index");
    });

    describe("leaves in the layers", () => {
      const images = { app: image, builder: `${image}-builder`, dev: `${image}-dev`, traced: `${image}-traced` };
      const filesWith = async (name: string, traces: string[]) => {
        const layers = await Layers.of(name);
        const files = await Promise.all(traces.map((trace) => layers.filesWith(trace)));
        layers.remove();
        return files.flat();
      };
      afterAll(() => removeImages([images.builder, images.dev, images.traced]));

      test("a trace that is found even where it was removed again", async () => {
        await withRemovedTrace(image, PrivateIndex.password, images.traced);
        expect(await filesWith(images.traced, [PrivateIndex.password])).toContainEqual(
          expect.stringMatching(/^layers\/\d+\/trace$/),
        );
      });
      test("of app no password", async () => expect(await filesWith(images.app, PrivateIndex.traces)).toEqual([]));
      test.each(["builder", "dev"] as const)("of %s no password", async (target) => {
        const env = { ...process.env, ...credentials(manager, index) };
        const words = ["build", ...buildOptionsIn(folder), "--target", target, "--tag", images[target], "."];
        await mustDocker(words, { cwd: folder, env, seconds: 400 });
        expect(await filesWith(images[target], PrivateIndex.traces)).toEqual([]);
      });
    });

    test("leaves its password out of the image's history and configuration", async () => {
      const told = [
        await mustDocker(["history", "--no-trunc", image]),
        await mustDocker(["image", "inspect", image]),
      ].join();
      for (const trace of PrivateIndex.traces) expect(told).not.toContain(trace);
    });

    test("leaves its password in no file of the project", async () => {
      for (const trace of PrivateIndex.traces) {
        expect((await run(["grep", "-rl", trace, folder])).stdout).toBe("");
      }
    });

    test("is installed from for the services of development", async () => {
      const env = { ...process.env, ...credentials(manager, index) };
      await mustRun(["docker", "compose", "build", "dev"], { cwd: folder, env, seconds: 400 });
      const words = ["run", "--rm", "-T", "dev", "python", "-c", "import orders; orders.main()"];
      const { stdout } = await docker(["compose", ...words], { cwd: folder, env });
      expect(stdout.trim()).toBe("hello from the private index");
      await docker(["compose", "--profile", "*", "down"], { cwd: folder, env });
      await removeImages([`${image}:latest-dev`]);
    });

    test("is open to a build by compose", async () => {
      const env = { ...process.env, ...credentials(manager, index) };
      await mustRun(["docker", "compose", "build", "app"], { cwd: folder, env, seconds: 400 });
      const { stdout } = await docker(["compose", "config"], { cwd: folder, env });
      expect(stdout).not.toContain(PrivateIndex.password);
    });
  });
}
