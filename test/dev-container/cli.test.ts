import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Project } from "projen";
import { DevContainer } from "../../src/dev-container/dev-container";
import type { DevContainerOptions } from "../../src/dev-container/dev-container-options";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { bareProject, synthesized } from "../project-folder";

const CLI = join(__dirname, "../../node_modules/.bin/devcontainer");
// The CLI asks the engine for running containers before it reads anything.
const isReady = existsSync(CLI) && spawnSync("docker", ["version"], { timeout: 5000 }).status === 0;

(isReady ? describe : describe.skip)("the Dev Containers CLI reads (skipped without it, or without an engine)", () => {
  const empty = `projen-python-container-empty:${process.pid}`;
  // It shows in what the CLI says only where that has found the Dockerfile.
  const base = `FROM scratch\nLABEL devcontainer.metadata='[{"remoteUser":"of-the-image"}]'\n`;
  beforeAll(() => spawnSync("docker", ["build", "--tag", empty, "-"], { input: base }));
  afterAll(() => spawnSync("docker", ["rmi", empty]));

  /** What the CLI makes of the file: it reads the Dockerfile, the compose files and local features for it. */
  // biome-ignore lint/suspicious/noExplicitAny: it is what a parser gives
  function read({ project, file }: DevContainer, files: Record<string, string>): any {
    synthesized(project.root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project.root.outdir, path)), { recursive: true });
      writeFileSync(join(project.root.outdir, path), text);
    }
    const words = ["read-configuration", "--workspace-folder", project.outdir, "--config", file.absolutePath];
    const all = ["--include-merged-configuration", "--include-features-configuration"];
    const run = spawnSync(CLI, [...words, ...all], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout);
  }
  const dockerfile = `FROM ${empty} AS dev\n`;

  test.each<[string, Omit<DevContainerOptions, "workspaceFolder">, Record<string, string>]>([
    ["a Dockerfile", { source: DevContainerSource.dockerfile({ target: "dev" }) }, { Dockerfile: dockerfile }],
    [
      "the Dockerfile of a project below, from a variant",
      { variant: "api", source: DevContainerSource.dockerfile({ dockerfile: "api/Dockerfile", context: "api" }) },
      { "api/Dockerfile": dockerfile },
    ],
    [
      "one of two services, from a variant, with a file of its own",
      {
        variant: "api",
        source: DevContainerSource.composeService({
          service: "api",
          files: ["compose.yaml", ".devcontainer/api.yaml"],
        }),
      },
      {
        "compose.yaml": "services: { worker: { image: other }, api: { profiles: [dev], build: api } }\n",
        ".devcontainer/api.yaml": "services: { api: { init: true } }\n",
        "api/Dockerfile": dockerfile,
      },
    ],
  ])("%s", (_what, options, files) => {
    const devContainer = new DevContainer(bareProject(), { ...options, workspaceFolder: "/workspaces/orders" });
    const { mergedConfiguration, workspace } = read(devContainer, files);
    expect([mergedConfiguration.remoteUser, workspace.workspaceFolder]).toEqual(["of-the-image", "/workspaces/orders"]);
  });

  test("a user whom a variable of the host names, and a mount in the words of docker run", () => {
    const options = { workspaceFolder: "/work", runArgs: ["--volume", "/data:/work"] };
    const image = DevContainerSource.image(empty);
    const devContainer = new DevContainer(bareProject(), {
      ...options,
      source: image,
      remoteUser: `\${localEnv:NONE:ada}`,
    });
    const { configuration, workspace } = read(devContainer, {});
    expect([configuration.remoteUser, workspace.workspaceFolder]).toEqual(["ada", "/work"]);
  });

  test("dev containers of two projects below one root", () => {
    const root = bareProject();
    const devContainers = ["api", "worker"].map((name) => {
      const parent = new Project({ name, parent: root, outdir: `services/${name}` });
      return new DevContainer(parent, { source: DevContainerSource.dockerfile() });
    });
    const files = { "services/api/Dockerfile": dockerfile, "services/worker/Dockerfile": dockerfile };
    expect(devContainers.map((each) => read(each, files).workspace.workspaceFolder)).toEqual([
      "/workspaces/api",
      "/workspaces/worker",
    ]);
  });

  test("local features from a variant, in the order that is asked for", () => {
    const features = ["./.devcontainer/features/one", "./.devcontainer/features/two"];
    const devContainer = new DevContainer(bareProject(), {
      variant: "ci",
      source: DevContainerSource.dockerfile(),
      features: Object.fromEntries(features.map((path) => [path, { version: "22", fast: true }])),
      overrideFeatureInstallOrder: [...features].reverse(),
    });
    const files = features.flatMap((path) => [
      [`${path}/devcontainer-feature.json`, JSON.stringify({ id: path.slice(-3), version: "1.0.0", name: path })],
      [`${path}/install.sh`, "true\n"],
    ]);
    const { featuresConfiguration } = read(devContainer, {
      ...Object.fromEntries(files),
      Dockerfile: dockerfile,
    });
    expect(featuresConfiguration.featureSets.map((set: { features: object[] }) => set.features[0])).toEqual([
      expect.objectContaining({ id: "two", value: { version: "22", fast: true } }),
      expect.objectContaining({ id: "one" }),
    ]);
  });

  test("a line of a script for a stage, where the Dockerfile is read line by line", () => {
    const other = `${empty}-other`;
    spawnSync("docker", ["build", "--tag", other, "-"], { input: "FROM scratch\nLABEL a=b\n" });
    const devContainer = new DevContainer(bareProject(), { source: DevContainerSource.dockerfile() });
    const script = (line: string) => `${dockerfile}RUN <<'SCRIPT'\n${line}\nSCRIPT\n`;
    const user = (line: string) => read(devContainer, { Dockerfile: script(line) }).mergedConfiguration.remoteUser;
    const users = ["import os", `  from ${other} import path`].map(user);
    spawnSync("docker", ["rmi", other]);
    expect(users).toEqual(["of-the-image", undefined]);
  });
});
