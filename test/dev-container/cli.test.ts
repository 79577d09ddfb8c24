import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { bareProject, synthesized } from "../project-folder";

const CLI = join(__dirname, "../../node_modules/.bin/devcontainer");
// The CLI asks the engine for running containers before it reads anything.
const isReady = existsSync(CLI) && spawnSync("docker", ["version"], { timeout: 5000 }).status === 0;

(isReady ? describe : describe.skip)("the Dev Containers CLI reads (skipped without it, or without an engine)", () => {
  test.each([
    ["a Dockerfile", undefined, DevContainerSource.dockerfile({ target: "dev" })],
    ["a compose service of a variant", "ci", DevContainerSource.composeService({ service: "dev" })],
  ])("%s", (_kind, variant, source) => {
    const project = bareProject();
    const devContainer = new DevContainer(project, {
      source,
      variant,
      workspaceFolder: "/workspace",
      remoteUser: "app",
    });
    const file = join(project.outdir, devContainer.file.path);
    synthesized(project);
    writeFileSync(join(project.outdir, "compose.yaml"), "services: { dev: { image: scratch } }\n");

    const words = ["read-configuration", "--workspace-folder", project.outdir, "--config", file];
    const run = spawnSync(CLI, words, { encoding: "utf8" });
    expect(JSON.parse(run.stdout)).toMatchObject({
      configuration: { remoteUser: "app", configFilePath: { fsPath: file } },
      workspace: { workspaceFolder: "/workspace" },
    });
  });
});
