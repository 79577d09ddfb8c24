import { github, Project } from "projen";
import { parse } from "yaml";
import { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { DevContainerPrebuild } from "../../src/workflow/dev-container-prebuild";
import type { DevContainerPrebuildOptions } from "../../src/workflow/dev-container-prebuild-options";
import { parsed } from "../dev-container/made";
import { bareProject, folderWith, synthesized } from "../project-folder";

const IMAGE = "ghcr.io/acme/orders/devcontainer";
const DOCKERFILE = DevContainerSource.dockerfile({ target: "dev" });
/** The inputs that devcontainers/ci v0.3 has, as its action.yml lists them. */
const INPUTS = [
  ...["imageName", "imageTag", "platform", "runCmd", "subFolder", "configFile", "checkoutPath", "push"],
  ...["refFilterForPush", "eventFilterForPush", "env", "inheritEnv", "skipContainerUserIdUpdate", "userDataFolder"],
  ...["cacheFrom", "noCache", "cacheTo"],
];

/** A workflow read back, with the files beside it. */
function made(
  options: Partial<DevContainerPrebuildOptions> = {},
  { variant, source = DOCKERFILE, folder }: { variant?: string; source?: DevContainerSource; folder?: string } = {},
) {
  const root = bareProject();
  const project = folder === undefined ? root : new Project({ name: "api", parent: root, outdir: folder });
  const devContainer = new DevContainer(project, { source, variant, workspaceFolder: "/workspaces/orders" });
  const prebuild = new DevContainerPrebuild(project, devContainer, { imageName: IMAGE, ...options });
  const files = synthesized(root);
  const workflow = parse(files[prebuild.file.path]);
  const step = (job: string, action: string) =>
    workflow.jobs[job].steps.find(({ uses }: { uses: string }) => uses.startsWith(action));
  const path = [...(folder === undefined ? [] : [folder]), devContainer.file.path].join("/");
  return { prebuild, workflow, step, devContainer: parsed(files[path]) };
}

test("a push to the branch and a pull request start it", () => {
  expect(made({ branch: "trunk" }).workflow.on).toEqual({ push: { branches: ["trunk"] }, pull_request: {} });
});
test("nothing is allowed but what a job names", () => expect(made().workflow.permissions).toEqual({}));
test("packages are written by the push alone", () => {
  const { check, push } = made().workflow.jobs;
  expect([check.permissions, push.permissions]).toEqual([
    { contents: "read", packages: "read" },
    { contents: "read", packages: "write" },
  ]);
});
test("each event has a job of its own", () => {
  const { check, push } = made().workflow.jobs;
  expect([check.if, push.if]).toEqual(["github.event_name == 'pull_request'", "github.event_name == 'push'"]);
});
test("a pull request pushes nothing", () => {
  expect(made().step("check", "devcontainers/ci").with).toEqual({ imageName: IMAGE, cacheFrom: IMAGE, push: "never" });
});
test("a push pushes from the branch", () => {
  expect(made().step("push", "devcontainers/ci").with).toEqual({
    imageName: IMAGE,
    cacheFrom: IMAGE,
    push: "filter",
    refFilterForPush: "refs/heads/main",
  });
});
test.each(["check", "push"])("the command runs in %s", (job) => {
  expect(made({ runCommand: "pytest" }).step(job, "devcontainers/ci").with.runCmd).toBe("pytest");
});
test("a tag is told by itself", () => {
  expect(made({ imageName: `${IMAGE}:3.13` }).step("push", "devcontainers/ci").with).toMatchObject({
    imageName: IMAGE,
    imageTag: "3.13",
    cacheFrom: `${IMAGE}:3.13`,
  });
});
test.each([
  ["a variant", { variant: "gpu" }, "dev-container-gpu", { configFile: ".devcontainer/gpu/devcontainer.json" }],
  ["a project below", { folder: "services/api" }, "dev-container-services-api", { subFolder: "services/api" }],
  [
    "a variant of a project below",
    { folder: "services/api", variant: "gpu" },
    "dev-container-services-api-gpu",
    { subFolder: "services/api", configFile: "services/api/.devcontainer/gpu/devcontainer.json" },
  ],
])("%s is found by the action", (_what, place, name, inputs) => {
  const { prebuild, workflow, step } = made({}, place);
  expect([prebuild.file.path, workflow.name]).toEqual([`.github/workflows/${name}.yml`, name]);
  expect(step("push", "devcontainers/ci").with).toMatchObject(inputs);
});
test("the action has every input that is given", () => {
  const { step } = made({ imageName: `${IMAGE}:1`, runCommand: "pytest" }, { folder: "api", variant: "gpu" });
  const given = ["check", "push"].flatMap((job) => Object.keys(step(job, "devcontainers/ci").with));
  expect(INPUTS).toEqual(expect.arrayContaining(given));
});
test("the workflow and its runner can be named", () => {
  const { prebuild, workflow } = made({ workflowName: "prebuild", runsOn: "big" });
  expect([prebuild.file.path, workflow.jobs.push["runs-on"]]).toEqual([".github/workflows/prebuild.yml", "big"]);
});

describe("the registry", () => {
  const OTHER = { imageName: "registry.example/orders", registryUsername: "bot", registryPassword: "secret" };
  test("of GitHub takes the workflow's own token, in a pull request too", () => {
    const login = { registry: "ghcr.io", username: `\${{ github.actor }}`, password: `\${{ secrets.GITHUB_TOKEN }}` };
    const { step } = made();
    expect(["check", "push"].map((job) => step(job, "docker/login-action").with)).toEqual([login, login]);
  });
  test("of another hand takes its account, in a push alone", () => {
    const { step } = made(OTHER);
    expect(step("push", "docker/login-action").with).toMatchObject({ registry: "registry.example", username: "bot" });
    expect(step("check", "docker/login-action")).toBeUndefined();
  });
  test("of another hand needs no packages", () => {
    expect(made(OTHER).workflow.jobs.push.permissions).toEqual({ contents: "read" });
  });
  test("of another hand needs an account", () => {
    expect(() => made({ imageName: "acme/orders", registryUsername: "bot" })).toThrow(
      'DevContainerPrebuild: the account at the registry of "acme/orders" is missing; a workflow can log in to ghcr.io alone',
    );
  });
});

test("devcontainer.json takes the layers over", () => {
  expect(made().devContainer.build.cacheFrom).toEqual([IMAGE]);
});
test("a compose service is built by the same workflow", () => {
  const { devContainer, step } = made({}, { source: DevContainerSource.composeService({ service: "dev" }) });
  expect(devContainer).not.toHaveProperty("build");
  expect(step("push", "devcontainers/ci").with.imageName).toBe(IMAGE);
});
test("a workflow of that name is not written over", () => {
  const project = new Project({
    name: "orders",
    outdir: folderWith({ ".github/workflows/dev-container.yml": "on: push\n" }),
  });
  const devContainer = new DevContainer(project, { source: DOCKERFILE });
  new DevContainerPrebuild(project, devContainer, { imageName: IMAGE });
  expect(() => synthesized(project)).toThrow(".github/workflows/dev-container.yml");
});
test("an action has the version that the project says", () => {
  const project = bareProject();
  const { file } = new DevContainerPrebuild(project, new DevContainer(project, { source: DOCKERFILE }), {
    imageName: IMAGE,
  });
  new github.GitHub(project, { mergify: false }).actions.set("devcontainers/ci", "devcontainers/ci@abc");
  const { jobs } = parse(synthesized(project)[file.path]);
  expect(jobs.push.steps.at(-1).uses).toBe("devcontainers/ci@abc");
});
test.each([
  [{ imageName: "ghcr.io/Acme/orders" }, "has the repository"],
  [{ imageName: `${IMAGE}@sha256:${"0".repeat(64)}` }, "has a digest, which is known only when it is built"],
])("%j is refused", (options, reason) => expect(() => made(options)).toThrow(reason));
test("two dev containers have two images", () => {
  const project = bareProject();
  const add = (variant?: string) =>
    new DevContainerPrebuild(project, new DevContainer(project, { source: DOCKERFILE, variant }), { imageName: IMAGE });
  add();
  expect(() => add("gpu")).toThrow(`the image "${IMAGE}" is pushed for another dev container too; give each its own`);
});
