import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Project } from "projen";
import { Dockerfile, type DockerfileOptions, type DockerfileStage, RunMount, RunNetwork, StageBase } from "../../src";
import { reference } from "../dockerfile/reference";
import { buildTarget } from "./harness/build";
import { mustDocker } from "./harness/engine";
import { removeImages, shellIn, testImage } from "./harness/image";
import { preparedProgram, runFolder } from "./harness/locations";
import { mustRun, run } from "./harness/run";

const debian = StageBase.image("debian:trixie-slim");
const newest = ["--build-arg", "BUILDKIT_SYNTAX=docker/dockerfile:1"];

function folderWith(name: string, add: (dockerfile: Dockerfile) => void, options: DockerfileOptions = {}): string {
  const folder = join(runFolder(), name);
  mkdirSync(folder);
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name, outdir: folder });
  add(new Dockerfile(project, options));
  project.synth();
  return folder;
}

test("BuildKit reads every instruction and flag of the reference", async () => {
  const folder = folderWith(
    "reference",
    (dockerfile) => {
      dockerfile.addStage("made", debian);
      for (const [at, { add, since }] of reference.entries()) {
        if (!since?.endsWith("labs")) add?.(dockerfile.addStage(`row-${at}`, debian));
      }
      dockerfile.addStage("last", debian);
    },
    { skippedBuildChecks: ["JSONArgsRecommended"] },
  );
  const compiled = preparedProgram("docker-buildx");
  const buildx = existsSync(compiled) ? [compiled] : ["docker", "buildx"];
  const { stdout, stderr, exitCode } = await run([...buildx, "build", "--check", ...newest, "."], { cwd: folder });
  expect({ exitCode, output: `${stdout}${stderr}` }).toEqual({
    exitCode: 0,
    output: expect.stringContaining("no warnings found"),
  });
});

describe("what BuildKit makes of", () => {
  let server: Server;
  let daemon: ChildProcess;
  let image: string;
  const archive = Buffer.from("downloaded\n");

  beforeAll(async () => {
    server = createServer((_, response) => response.end(archive)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.on("listening", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
    const gitPort = 20_000 + (process.pid % 10_000);
    const repositories = join(runFolder(), "repositories");
    await repositoryIn(repositories);
    daemon = spawn("git", [
      "daemon",
      "--export-all",
      "--reuseaddr",
      "--listen=127.0.0.1",
      `--port=${gitPort}`,
      `--base-path=${repositories}`,
    ]);

    const folder = folderWith("instructions", (dockerfile) => {
      const base = dockerfile.addStage("base", debian);
      base.addOnBuild().addRun(["touch", "/on-build"]);
      const stage = dockerfile.addStage("app", debian);
      files(stage, address, `git://127.0.0.1:${gitPort}/orders.git#v1`);
      stage.addShell(["/bin/bash", "-o", "pipefail", "-c"]);
      stage.addRunShell("if false | true; then exit 1; fi; echo $0 > /shell");
      stage.addRun(["sh", "-c", "ls /sys/class/net > /network"], { network: RunNetwork.NONE });
      stage.addRun(["sh", "-c", "df -k /memory | tail -1 > /memory-size"], {
        mounts: [RunMount.tmpfs("/memory", { sizeBytes: 4 * 1024 * 1024 })],
      });
      stage.addRun(["sh", "-c", "echo $SSH_AUTH_SOCK > /agent"], { mounts: [RunMount.ssh()] });
      stage.addVolume("/data");
      stage.addHealthCheckShell("test -e /shell || exit 1", { intervalSeconds: 5 });
      stage.addCommandShell('exec echo "$HOME"');
    });
    mkdirSync(join(folder, "tree/a"), { recursive: true });
    for (const path of ["tree/a/kept.txt", "tree/a/left.md"]) writeFileSync(join(folder, path), `${path}\n`);
    await mustRun(["tar", "-cf", "tree.tar", "tree"], { cwd: folder });
    image = (await buildTarget(folder, "app", "instructions", newest)).image;
  });
  afterAll(async () => {
    server?.close();
    daemon?.kill();
    await removeImages([image, testImage("instructions-base")].filter(Boolean));
  });

  function files(stage: DockerfileStage, address: string, repository: string) {
    const sha256 = createHash("sha256").update(archive).digest("hex");
    stage.addDownload(address, "/download", { checksum: `sha256:${sha256}`, chmod: "0644" });
    stage.addGitRepository(repository, "/repository", { keepGitDir: true });
    stage.addArchives(["tree.tar"], "/unpacked/");
    stage.addArchives(["tree.tar"], "/packed/", { unpack: false });
    stage.addCopy(["tree/a"], "/parents/", { parents: true });
    stage.addCopy(["tree/a"], "/without/", { exclude: ["*.md"] });
    stage.addCopyText('say "$HOME"\n', "/text");
  }

  async function repositoryIn(folder: string) {
    const path = join(folder, "orders.git");
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "README"), "orders\n");
    const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    await mustRun(["git", "init", "--quiet"], { cwd: path });
    await mustRun(["git", "add", "."], { cwd: path });
    await mustRun(["git", ...identity, "commit", "--quiet", "--message=one"], { cwd: path });
    await mustRun(["git", ...identity, "tag", "v1"], { cwd: path });
  }

  test.each([
    ["a download with its checksum", "cat /download", "downloaded"],
    ["a git repository", "cat /repository/README; ls -d /repository/.git", "orders\n/repository/.git"],
    ["an archive", "cat /unpacked/tree/a/kept.txt", "tree/a/kept.txt"],
    ["an archive that stays one", "ls /packed", "tree.tar"],
    ["parents", "ls /parents/tree/a", "kept.txt\nleft.md"],
    ["exclude", "ls /without", "kept.txt"],
    ["a text in place", "cat /text", 'say "$HOME"'],
    ["SHELL", "cat /shell", "/bin/bash"],
    ["no network", "cat /network", "lo"],
    ["a bounded folder in memory", "awk '{print $2}' /memory-size", "4096"],
    ["an SSH mount", "cat /agent", "/run/buildkit/ssh_agent.0"],
  ])("%s", async (_, command, output) => expect(await shellIn(image, command)).toBe(output));

  test.each([
    ["VOLUME", "{{json .Config.Volumes}}", { "/data": {} }],
    ["the shell form of CMD", "{{json .Config.Cmd}}", ["/bin/bash", "-o", "pipefail", "-c", 'exec echo "$HOME"']],
    ["the shell form of HEALTHCHECK", "{{json .Config.Healthcheck.Test}}", ["CMD-SHELL", "test -e /shell || exit 1"]],
  ])("%s", async (_, template, value) => {
    expect(JSON.parse(await mustDocker(["image", "inspect", "--format", template, image]))).toEqual(value);
  });

  test("ONBUILD", async () => {
    const folder = join(runFolder(), "instructions");
    const { image: base } = await buildTarget(folder, "base", "instructions", newest);
    expect(JSON.parse(await mustDocker(["image", "inspect", "--format", "{{json .Config.OnBuild}}", base]))).toEqual([
      "RUN touch /on-build",
    ]);
  });
});
