import { spawn } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serviceImage, serviceUrl } from "./compose";
import { answerOf } from "./container";
import { Debugger } from "./debugger";
import { docker } from "./engine";
import { fixtureProject, synthesize } from "./fixtures";
import { removeImages } from "./image";
import { mustRun, type Outcome } from "./run";

// The Linux user of the host, whose number is not the one that images have by themselves.
const owner = 1001;
const env = { ...process.env, UID: `${owner}`, GID: `${owner}` };

/**
 * Describes a day's work on a project in its compose services.
 *
 * @param name the fixture
 */
export const describeDay = (name: string) =>
  describe(`the day's work on ${name}, as user 1001`, () => {
    let folder: string;
    const main = () => join(folder, "src/orders/main.py");
    const inFolder = (words: string[], seconds = 400): Promise<Outcome> =>
      docker(["compose", ...words], { cwd: folder, seconds, env });
    const up = async (service: string) => {
      const { exitCode, stderr } = await inFolder(["up", "--build", "--detach", "--wait", service], 550);
      if (exitCode !== 0) throw new Error(stderr.slice(-4000));
    };
    const edit = (from: string, to: string) => writeFileSync(main(), readFileSync(main(), "utf8").replace(from, to));
    const answer = async (service: string) => {
      const { body } = await answerOf(await serviceUrl({ folder }, service, "/"), 40);
      return JSON.parse(body);
    };
    const answers = async (service: string, text: string) => {
      for (const end = Date.now() + 40_000; Date.now() < end; ) {
        const last = await answer(service).catch(() => undefined);
        if (last?.answer === text) return text;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return (await answer(service)).answer;
    };
    beforeAll(async () => {
      folder = await fixtureProject(name, {}, "daily-loop");
      await mustRun(["chown", "-hR", `${owner}:${owner}`, folder]);
    });
    afterAll(async () => {
      if (folder === undefined) return;
      const images = await Promise.all(["app", "dev"].map((service) => serviceImage({ folder }, service)));
      await inFolder(["--profile", "*", "down", "--volumes"]);
      await removeImages(images);
    });

    test("config has nothing to say", async () => {
      expect(await inFolder(["--profile", "*", "config", "--quiet"])).toEqual({ stdout: "", stderr: "", exitCode: 0 });
    });

    test("dev serves the project, which is installed", async () => {
      await up("dev");
      expect(await answer("dev")).toEqual({ answer: "first", version: "0.1.0" });
    });

    test("dev reloads after an edit on the host", async () => {
      edit("first", "second");
      expect(await answers("dev", "second")).toBe("second");
    });

    test("what dev writes belongs to the user of the host", async () => {
      expect((await inFolder(["exec", "-T", "dev", "touch", "made"])).exitCode).toBe(0);
      expect(statSync(join(folder, "made")).uid).toBe(owner);
    });

    test("the environment is the developer's own", async () => {
      const others = ["sh", "-c", 'find "$VIRTUAL_ENV" ! -user dev'];
      expect((await inFolder(["exec", "-T", "dev", ...others])).stdout).toBe("");
    });

    test("test is green", async () => {
      expect((await inFolder(["run", "--rm", "-T", "test"])).exitCode).toBe(0);
    });

    test("test is red where a test fails", async () => {
      const broken = join(folder, "tests/test_broken.py");
      writeFileSync(broken, "def test_broken():\n    assert False\n");
      expect((await inFolder(["up", "--exit-code-from", "test", "test"])).exitCode).toBe(1);
      await mustRun(["rm", broken]);
    });

    test("a debugger stops at a breakpoint of the host's path", async () => {
      await up("debug");
      await answer("debug");
      const line =
        readFileSync(main(), "utf8")
          .split("\n")
          .findIndex((text) => text.includes("answer =")) + 1;
      const client = await Debugger.attach(5678, folder, "/workspace");
      await client.breakAt(main(), line);
      const answered = answer("debug");
      expect(await client.stopped()).toEqual({ path: main(), line });
      await answered;
      client.close();
      await inFolder(["--profile", "*", "stop", "debug", "dev"]);
    });

    test("app is as production runs it, and healthy", async () => {
      await up("app");
      expect((await inFolder(["ps", "--format", "{{.Health}}", "app"])).stdout.trim()).toBe("healthy");
      expect((await inFolder(["exec", "-T", "app", "touch", "/app/x"])).exitCode).not.toBe(0);
      await inFolder(["stop", "app"]);
    });

    test("watch builds the image again, below the mount, when pyproject.toml changes", async () => {
      const container = async () => (await inFolder(["ps", "--quiet", "dev"])).stdout.trim();
      const words = ["compose", "up", "--build", "--watch", "dev"];
      const watch = spawn("timeout", ["300", "docker", ...words], { cwd: folder, env, stdio: "ignore" });
      try {
        await inTime(() => answers("dev", "second"));
        const before = await container();
        const file = join(folder, "pyproject.toml");
        writeFileSync(file, `${readFileSync(file, "utf8")}\n# changed\n`);
        const another = async () => {
          const now = await container();
          if (now === before || now === "") throw new Error("it is the same container");
          return now;
        };
        expect(await inTime(another)).not.toBe(before);
      } finally {
        watch.kill("SIGINT");
      }
    });

    // Last: it writes the files anew.
    test("without a mount watch copies an edited file into the container that runs", async () => {
      synthesize(folder, name, { developmentMount: false });
      const words = ["compose", "up", "--build", "--watch", "dev"];
      const watch = spawn("timeout", ["400", "docker", ...words], { cwd: folder, env, stdio: "ignore" });
      try {
        expect(await inTime(() => answers("dev", "second"))).toBe("second");
        edit("second", "third");
        expect(await answers("dev", "third")).toBe("third");
        const seen = await inFolder(["exec", "-T", "dev", "stat", "--format", "%u", "src/orders/main.py"]);
        expect(seen.stdout.trim()).toBe(`${owner}`);
      } finally {
        watch.kill("SIGINT");
      }
    });
  });

/** What needs a container that is being built: asked again while it fails. */
async function inTime(ask: () => Promise<string>): Promise<string> {
  for (const end = Date.now() + 300_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}
