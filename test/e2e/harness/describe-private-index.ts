import { existsSync } from "node:fs";
import { join } from "node:path";
import { docker, mustDocker } from "./engine";
import { removeImages, shellIn } from "./image";
import { PrivateIndex } from "./private-index";
import {
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

    test("leaves its password in no layer", async () => {
      for (const trace of PrivateIndex.traces) {
        const { stdout } = await run(["sh", "-c", `docker save ${image} | grep --binary-files=text -c ${trace}`]);
        expect(stdout.trim()).toBe("0");
      }
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

    test("is open to a build by compose", async () => {
      const env = { ...process.env, ...credentials(manager, index) };
      await mustRun(["docker", "compose", "build", "app"], { cwd: folder, env, seconds: 400 });
      const { stdout } = await docker(["compose", "config"], { cwd: folder, env });
      expect(stdout).not.toContain(PrivateIndex.password);
    });
  });
}
