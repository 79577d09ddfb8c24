import { answerOf, Container } from "./container";
import { exposedPort, filesIn, imageConfig, programsIn, shellIn } from "./image";

const UID = 10001;
const ENVIRONMENT = "/opt/venv";

// A production platform's usual restrictions, all at once.
const RESTRICTED = ["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];
const BOUNDED = ["--pids-limit", "100", "--memory", "512m"];

/**
 * Tests a production image under a platform's restrictions: it answers `GET /health` at the port that it exposes.
 *
 * @param make builds it
 */
export function describeProductionImage(label: string, make: () => Promise<string>): void {
  describe(`the production image of ${label}, under a platform's restrictions`, () => {
    let image: string;
    let app: Container;
    let port: number;
    beforeAll(async () => {
      image = await make();
      port = await exposedPort(image);
      app = await Container.start(image, [...RESTRICTED, ...BOUNDED, "--publish", `127.0.0.1::${port}`]);
    });
    afterAll(() => app?.remove());

    test("becomes healthy", async () => {
      const health = await app.health();
      expect({ health, logs: health === "healthy" ? "" : await app.logs() }).toEqual({ health: "healthy", logs: "" });
    });

    test("answers /health with 200", async () => {
      expect((await answerOf(await app.url(port, "/health"))).status).toBe(200);
    });

    test("runs as the numeric user", async () => {
      expect((await app.exec(["id", "-u"])).stdout.trim()).toBe(`${UID}`);
    });

    test("its first process has that user, no capabilities and can gain no privileges", async () => {
      const status = (await app.exec(["cat", "/proc/1/status"])).stdout;
      const field = (name: string) => status.match(new RegExp(`^${name}:\\s+(\\S+)`, "m"))?.[1];
      expect([field("Uid"), field("CapEff"), field("NoNewPrivs")]).toEqual([`${UID}`, "0000000000000000", "1"]);
    });

    test("its root file system is read-only", async () => {
      expect((await app.exec(["sh", "-c", "echo x >/x"], ["--user", "0"])).stderr).toMatch(/read-only file system/i);
    });

    test("its environment is there and not writable by its user", async () => {
      const found = await shellIn(
        image,
        `for path in ${ENVIRONMENT} ${ENVIRONMENT}/pyvenv.cfg; do [ -e $path ] && ! [ -w $path ] && echo $path; done; true`,
      );
      expect(found.split("\n")).toEqual([ENVIRONMENT, `${ENVIRONMENT}/pyvenv.cfg`]);
    });

    test("it has no package manager of Python, no compiler and no git", async () => {
      const unwanted = ["uv", "poetry", "pipx", "pdm", "hatch", "pipenv", "gcc", "cc", "git"];
      expect(await programsIn(image, unwanted)).toEqual([]);
    });

    test("it has no caches of package managers", async () => {
      const caches = ["/root/.cache/*", "/home/*/.cache/*", "/var/lib/apt/lists/*_Packages"];
      expect(await filesIn(image, caches)).toEqual([]);
    });

    test("its configuration names a numeric user that is not root", async () => {
      expect((await imageConfig(image)).User).toMatch(/^[1-9][0-9]*(:[0-9]+)?$/);
    });

    // Last: it ends the container of all these tests.
    test("stops on SIGTERM in under three seconds with exit code 0", async () => {
      const { seconds, exitCode } = await app.stop();
      expect(exitCode).toBe(0);
      expect(seconds).toBeLessThan(3);
    });
  });
}
