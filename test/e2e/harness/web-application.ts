import type { PythonContainerOptions } from "../../../src";
import { buildTarget } from "./build";
import { answerOf, Container } from "./container";
import { fixtureProject } from "./fixtures";
import { exposedPort, imageConfig } from "./image";

/** A platform's usual restrictions, all at once. */
const RESTRICTED = ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];
const BOUNDED = ["--pids-limit", "100", "--memory", "512m"];

/** A web application that nobody said how to start. */
export interface WebApplication {
  /** The folder of its files. */
  readonly fixture: string;
  readonly command: string[];
  readonly port: number;
  readonly options?: PythonContainerOptions;
}

/** The tests of web applications, each as production runs it. */
export function testWebApplications(applications: readonly WebApplication[]): void {
  describe.each(applications)("$fixture, under a platform's restrictions", ({ fixture, command, port, options }) => {
    let image: string;
    let app: Container;
    beforeAll(async () => {
      ({ image } = await buildTarget(await fixtureProject(fixture, options), "app", fixture));
      app = await Container.start(image, [...RESTRICTED, ...BOUNDED, "--publish", `127.0.0.1::${port}`]);
    });
    afterAll(() => app?.remove());

    test("has the server's command and port", async () => {
      expect([(await imageConfig(image)).Cmd, await exposedPort(image)]).toEqual([command, port]);
    });

    test("becomes healthy", async () => {
      const health = await app.health();
      expect({ health, logs: health === "healthy" ? "" : await app.logs() }).toEqual({ health: "healthy", logs: "" });
    });

    test("answers /health with 200", async () => {
      expect((await answerOf(await app.url(port, "/health"))).status).toBe(200);
    });

    test("its server is the first process, and no user of the system's", async () => {
      const script = "import os; print(os.stat('/proc/1').st_uid, open('/proc/1/cmdline').read().split('\\0')[1])";
      const first = await app.exec(["python", "-c", script]);
      expect(first.stdout.trim()).toBe(`10001 /opt/venv/bin/${command[0]}`);
    });

    // Last: it ends the container of all these tests.
    test("stops on SIGTERM in under three seconds with exit code 0", async () => {
      const { seconds, exitCode } = await app.stop();
      expect({ exitCode, logs: exitCode === 0 ? "" : await app.logs() }).toEqual({ exitCode: 0, logs: "" });
      expect(seconds).toBeLessThan(3);
    });
  });
}
