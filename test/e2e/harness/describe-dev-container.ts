import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DependencyCondition, DevContainerMode, PackageManager, type PythonContainer } from "../../../src";
import { DevContainer } from "./dev-container";
import { docker } from "./engine";
import { fixtureProject } from "./fixtures";
import { removeImages } from "./image";
import type { PackageManagerName } from "./new-project";
import { givePlainUser } from "./plain-user";
import { mustRun } from "./run";

/** A distribution that no fixture depends on. */
const ADDED = "toolz";

/** Without a lock file nothing else tells it. */
const managers = { uv: PackageManager.UV, poetry: PackageManager.POETRY };

/** A dev container, and for whom. */
export interface DevContainerCase {
  readonly manager: PackageManagerName;
  readonly uid: number;
  readonly mode: DevContainerMode;
}

/** Tests a day in the dev container of a project whose pyproject.toml people write. */
export function describeDevContainer({ manager, uid, mode }: DevContainerCase): void {
  describe(`the dev container of ${manager} beside pyproject.toml, by ${mode}, for UID ${uid}`, () => {
    let folder: string;
    let container: DevContainer;
    beforeAll(async () => {
      const options = { packageManager: managers[manager], devContainerMode: mode };
      folder = await fixtureProject(`desk-${manager}`, options, `${mode}-${uid}`, addDatabase);
      shadow(folder);
      await mustRun(["git", "init", "--quiet", folder]);
      await givePlainUser(folder, uid);
      container = await DevContainer.up(folder, uid);
    });
    afterAll(async () => {
      await container?.remove();
      // What compose built, and the CLI took for its own image.
      if (mode === DevContainerMode.COMPOSE) await removeImages([`desk-${manager}:latest-dev`]);
    });

    const output = async (...command: string[]) => {
      const { stdout, stderr, exitCode } = await container.exec(command);
      if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}: ${stdout}${stderr}`);
      return stdout.trim();
    };
    const environment = "/home/dev/venv";
    const origin = (module: string) => output("python", "-c", `import ${module}; print(${module}.__file__)`);

    test("has a user with the UID of whoever started it", async () => {
      expect(await output("sh", "-c", 'echo "$(whoami) $(id -u)"')).toBe(`dev ${uid}`);
    });

    test("runs the project's tests", async () => expect(await output("pytest")).toMatch(/1 passed/));

    test("has the environment that the editor is told, whatever .venv lies in the project's folder", async () => {
      const text = readFileSync(join(folder, ".devcontainer/devcontainer.json"), "utf8");
      const { settings } = JSON.parse(text.slice(text.indexOf("\n"))).customizations.vscode;
      expect([settings["python.defaultInterpreterPath"], await output("which", "python")]).toEqual(
        Array(2).fill(`${environment}/bin/python`),
      );
    });

    test("leaves that environment to its user", async () => {
      expect(await output("find", environment, "!", "-user", `${uid}`)).toBe("");
    });

    test("has the project as it lies in the workspace", async () => {
      expect(await origin("orders")).toContain(container.result.remoteWorkspaceFolder);
    });

    test("has git, for which the folder is no stranger's", async () => {
      expect(await output("git", "status", "--short")).toContain("pyproject.toml");
    });

    if (mode === DevContainerMode.COMPOSE) {
      test("is started with what it depends on, and without what runs in production", async () => {
        expect(await container.services()).toEqual(["db", "dev"]);
      });

      test("waits until that is healthy", async () => {
        const { stdout } = await docker([
          "inspect",
          "--format",
          "{{.State.Health.Status}}",
          await container.idOf("db"),
        ]);
        expect(stdout.trim()).toBe("healthy");
      });
    }

    describe(`after ${manager} add`, () => {
      beforeAll(() => output(manager, "add", ADDED));

      test.each(["pyproject.toml", `${manager}.lock`])("%s on the host names it and keeps its owner", (file) => {
        expect(readFileSync(join(folder, file), "utf8")).toContain(ADDED);
        expect(statSync(join(folder, file)).uid).toBe(uid);
      });

      test("it is in the environment", async () => expect(await origin(ADDED)).toContain(environment));

      test("the host's .venv is as it was", () => {
        expect(readFileSync(join(folder, ".venv/pyvenv.cfg"), "utf8")).toBe(HOST_ENVIRONMENT);
      });
    });

    describe("after a rebuild", () => {
      let before: string;
      beforeAll(async () => {
        await output("sh", "-c", "echo 'echo remember-me' | bash -i");
        before = container.result.containerId;
        await container.rebuild();
      });

      test("it is another container", () => expect(container.result.containerId).not.toBe(before));

      test("what was added is there again", async () => expect(await origin(ADDED)).toContain(environment));

      test("the shell remembers", async () =>
        expect(await output("sh", "-c", "echo history | bash -i")).toContain("remember-me"));

      test("the cache of the package manager is there, and its user's", async () => {
        expect(await output("find", "/persistent/cache", "-maxdepth", "0", "-user", `${uid}`, "!", "-empty")).not.toBe(
          "",
        );
      });
    });
  });
}

/** Stands for a database, which takes a moment until it answers. */
function addDatabase({ compose }: PythonContainer): void {
  const database = compose.addService("db", {
    image: "debian:trixie-slim",
    command: ["sh", "-c", "sleep 2 && touch /tmp/ready && exec sleep 900"],
    healthCheck: { command: ["test", "-e", "/tmp/ready"], intervalSeconds: 1, retries: 20 },
    init: true,
  });
  compose.findService("dev").addDependency(database, DependencyCondition.HEALTHY);
}

const HOST_ENVIRONMENT = "home = /nowhere\nversion = 3.9.0\n";

/** An environment of the host, of no use in the container. */
function shadow(folder: string): void {
  mkdirSync(join(folder, ".venv/bin"), { recursive: true });
  writeFileSync(join(folder, ".venv/pyvenv.cfg"), HOST_ENVIRONMENT);
  writeFileSync(join(folder, ".venv/bin/python"), "#!/bin/sh\necho the python of the host\nexit 1\n", { mode: 0o755 });
}
