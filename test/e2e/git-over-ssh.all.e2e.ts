import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainerOptions } from "../../src";
import { docker } from "./harness/engine";
import { synthesize } from "./harness/fixtures";
import { distribution, GitServer } from "./harness/git-server";
import { removeImages, shellIn } from "./harness/image";
import { runFolder } from "./harness/locations";
import { packageManagers } from "./harness/new-project";
import { type Outcome, run } from "./harness/run";

let server: GitServer;
beforeAll(async () => {
  server = await GitServer.start();
});
afterAll(() => server?.stop());

/** A project whose one dependency lies in the server's repository; gives its folder. */
function project(manager: string, label: string, options: PythonContainerOptions = {}): string {
  const folder = join(runFolder(), "git-over-ssh", manager, label);
  mkdirSync(folder, { recursive: true });
  const table = manager === "poetry" ? "[tool.poetry]\npackage-mode = false\n" : "[tool.uv]\npackage = false\n";
  const head = `[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.13"\n`;
  writeFileSync(join(folder, "pyproject.toml"), `${head}dependencies = ["${server.requirement}"]\n${table}`);
  writeFileSync(join(folder, "known_hosts"), server.knownHosts);
  synthesize(folder, "orders", { command: ["python"], imageName: `e2e-over-ssh-${manager}`, ...options });
  return folder;
}

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  SSH_AUTH_SOCK: server.socket,
  SSH_KNOWN_HOSTS: server.knownHosts,
  ...more,
});

/** Runs a task of the project as projen would. */
function task(folder: string, name: string, env = environment()): Promise<Outcome> {
  const { tasks } = JSON.parse(readFileSync(join(folder, ".projen/tasks.json"), "utf8"));
  return run(["sh", "-c", tasks[name].steps[0].exec], { cwd: folder, env, seconds: 400 });
}

describe.each(packageManagers)("a dependency from git over SSH, with %s", (manager) => {
  const image = `e2e-over-ssh-${manager}`;
  let folder: string;
  beforeAll(() => {
    folder = project(manager, "agent");
  });
  afterAll(() => removeImages([image, `${image}:latest-builder`]));

  test("is not locked without an agent, and the build says so", async () => {
    const { exitCode, stderr } = await task(folder, "lock", environment({ SSH_AUTH_SOCK: undefined }));
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("SSH_AUTH_SOCK");
  });

  test("is not locked from a host that nobody trusts", async () => {
    const { exitCode, stderr } = await task(folder, "lock", environment({ SSH_KNOWN_HOSTS: "" }));
    expect(exitCode).not.toBe(0);
    expect(stderr).toMatch(/Host key verification failed|HangupException|closed the connection/i);
  });

  test("is locked", async () => {
    expect(await task(folder, "lock")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(folder, `${manager}.lock`), "utf8")).toContain(distribution);
  });

  test("is installed", async () => {
    synthesize(folder, "orders", { command: ["python"], imageName: image });
    expect(await task(folder, "docker:build")).toMatchObject({ exitCode: 0 });
    expect(await shellIn(image, "python -c 'import acme_greeting; print(acme_greeting.TEXT)'")).toBe("hello over SSH");
  });

  test("leaves neither OpenSSH nor a known host in the production image", async () => {
    expect(await shellIn(image, "command -v ssh; ls /root/.ssh /etc/ssh/ssh_known_hosts 2>/dev/null; true")).toBe("");
  });

  test("is installed by compose", async () => {
    const words = ["compose", "build", "--no-cache", "app"];
    expect(await docker(words, { cwd: folder, env: environment(), seconds: 400 })).toMatchObject({ exitCode: 0 });
  });
});

test("hosts of a file of the project are trusted without a variable", async () => {
  const folder = project("uv", "hosts", { sshKnownHosts: "known_hosts" });
  expect(await task(folder, "lock", environment({ SSH_KNOWN_HOSTS: undefined }))).toMatchObject({ exitCode: 0 });
});
