import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Project } from "projen";
import {
  DevContainer as DevContainerFile,
  DevContainerMount,
  type DevContainerOptions,
  DevContainerSource,
  LifecycleCommand,
  LifecycleStep,
  ShutdownAction,
} from "../../src";
import { DevContainer } from "./harness/dev-container";
import { docker } from "./harness/engine";
import { removeImages } from "./harness/image";
import { runFolder } from "./harness/locations";
import { givePlainUser } from "./harness/plain-user";

const BASE = "python:3.13-slim-trixie";
const DOCKERFILE = `FROM ${BASE} AS dev\nRUN useradd --create-home dev\nUSER dev\n`;
const STEPS = Object.values(LifecycleStep).filter((step) => step !== LifecycleStep.INITIALIZE);
const FEATURES = ["one", "two"].map((id) => `./.devcontainer/features/${id}`);

/** A command that leaves the mark of a step and a form. */
const mark = (step: string, form: string) => `echo ${form} >> /home/dev/${step}`;

const FORMS: [form: string, command: (step: string) => LifecycleCommand, marks: string[]][] = [
  ["text", (step) => LifecycleCommand.shell(mark(step, "text")), ["text"]],
  ["words", (step) => LifecycleCommand.argv(["sh", "-c", mark(step, "words")]), ["words"]],
  [
    "parallel",
    (step) =>
      LifecycleCommand.parallel({
        a: LifecycleCommand.shell(mark(step, "a")),
        b: LifecycleCommand.argv(["sh", "-c", mark(step, "b")]),
      }),
    ["a", "b"],
  ],
];

/** Writes a project with one dev container, and starts that. */
async function started(name: string, options: Omit<DevContainerOptions, "remoteUser">): Promise<DevContainer> {
  const folder = join(runFolder(), "forms", name);
  const project = new Project({ name, outdir: folder });
  new DevContainerFile(project, { remoteUser: "dev", ...options });
  process.env.PROJEN_DISABLE_POST = "true";
  project.synth();
  const files: Record<string, string> = {
    Dockerfile: DOCKERFILE,
    "compose.yaml": `name: ${name}\nservices:\n  dev:\n    build: { context: ., target: dev }\n    volumes: [".:/workspaces/${name}"]\n  other:\n    image: none\n`,
  };
  for (const path of FEATURES) {
    const id = path.slice(-3);
    const feature = { id, version: "1.0.0", name: id, options: { version: { type: "string", default: "none" } } };
    files[`${path}/devcontainer-feature.json`] = JSON.stringify(feature);
    files[`${path}/install.sh`] = `#!/bin/sh\necho "${id} $VERSION" >> /etc/features\n`;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await givePlainUser(folder);
  return DevContainer.up(folder);
}

const source = DevContainerSource.dockerfile({ target: "dev" });

describe.each(FORMS)("commands of the life cycle as %s", (form, command, marks) => {
  let container: DevContainer;
  beforeAll(async () => {
    const commands = Object.fromEntries(STEPS.map((step) => [step, command(step)]));
    container = await started(`forms-${form}`, { source, ...commands });
  });
  afterAll(() => container?.remove());

  test.each(STEPS)("run at %s", async (step) => {
    const { stdout } = await container.exec(["sort", `/home/dev/${step}`]);
    expect(stdout.trim().split("\n")).toEqual(marks);
  });
});

describe.each<[string, Pick<DevContainerOptions, "source" | "shutdownAction" | "workspaceFolder">]>([
  ["a Dockerfile", { source }],
  [
    "a compose service",
    {
      source: DevContainerSource.composeService({ service: "dev" }),
      shutdownAction: ShutdownAction.NONE,
      workspaceFolder: "/workspaces/forms-compose",
    },
  ],
])("what goes with %s", (what, options) => {
  let container: DevContainer;
  beforeAll(async () => {
    container = await started(what === "a Dockerfile" ? "forms-dockerfile" : "forms-compose", {
      ...options,
      init: true,
      capAdd: ["SYS_PTRACE"],
      securityOpt: ["seccomp=unconfined"],
      containerEnv: { IN_CONTAINER: "$1 'quoted'" },
      remoteEnv: { IN_EDITOR: `\${containerEnv:IN_CONTAINER}!` },
      mounts: [DevContainerMount.volume(`forms-\${devcontainerId}`, "/volume")],
      features: Object.fromEntries(FEATURES.map((path) => [path, { version: `of ${path.slice(-3)}` }])),
      overrideFeatureInstallOrder: [...FEATURES].reverse(),
    });
  });
  afterAll(async () => {
    if (container === undefined) return;
    const names = ["inspect", "--format", "{{range .Mounts}}{{println .Name}}{{end}}", container.result.containerId];
    const volumes = (await docker(names)).stdout.split("\n").filter((name) => name !== "");
    await container.remove();
    await docker(["volume", "rm", "--force", ...volumes]);
    // What compose built, from which the CLI made its own.
    await removeImages(["forms-compose-dev"]);
  });

  test("reaches the container's process", async () => {
    const { stdout } = await docker(["inspect", "--format", "{{json .HostConfig}}", container.result.containerId]);
    const { Init, CapAdd, SecurityOpt } = JSON.parse(stdout);
    expect({ Init, CapAdd, SecurityOpt }).toEqual({
      Init: true,
      // The engine names it with and without its prefix.
      CapAdd: [expect.stringMatching(/^(CAP_)?SYS_PTRACE$/)],
      SecurityOpt: expect.arrayContaining(["seccomp=unconfined"]),
    });
  });
  test("reaches its environment", async () => {
    const { stdout } = await container.exec(["printenv", "IN_CONTAINER", "IN_EDITOR"]);
    expect(stdout.trim().split("\n")).toEqual(["$1 'quoted'", "$1 'quoted'!"]);
  });
  test("is mounted", async () => {
    expect((await container.exec(["mountpoint", "/volume"])).exitCode).toBe(0);
  });
  test("is installed in the order that is asked for", async () => {
    const { stdout } = await container.exec(["cat", "/etc/features"]);
    expect(stdout.trim().split("\n")).toEqual(["two of two", "one of one"]);
  });
});
