import { execFileSync } from "node:child_process";
import type { Project } from "projen";
import { parse } from "yaml";
import {
  ExistingPythonProject,
  GitlabPipeline,
  type GitlabPipelineOptions,
  type PythonContainerOptions,
} from "../../src";
import { containerBeside } from "../container-project";
import { folderWith, synthesized } from "../project-folder";
import { PYPROJECTS } from "./workflow-shapes";

interface Job {
  readonly stage: string;
  readonly script: string[];
  readonly rules?: { if: string }[];
  readonly [key: string]: unknown;
}

function pipelineOf(project: Project): Record<string, Job> {
  return parse(synthesized(project)[".gitlab-ci.yml"]);
}

function made(
  text = PYPROJECTS.uv,
  options: GitlabPipelineOptions = {},
  containerOptions: PythonContainerOptions = {},
) {
  const container = containerBeside({ "pyproject.toml": text }, containerOptions);
  new GitlabPipeline(container, container, options);
  return pipelineOf(container.project);
}

function several() {
  const outdir = folderWith({
    "Api/pyproject.toml": PYPROJECTS.uv,
    "worker/pyproject.toml": PYPROJECTS.uv.replace('"orders"', '"worker"'),
  });
  const project = new ExistingPythonProject({ outdir, name: "shop", folders: ["Api", "worker"] });
  const [api, worker] = project.pythonProjects.map(({ container }) => container);
  new GitlabPipeline(project, api).addContainer(worker);
  return pipelineOf(project);
}

const build = (job: Job) => job.script.find((command) => command.startsWith("docker buildx build")) ?? "";

test("the stages stand in their order", () => {
  expect(made().stages).toEqual(["check", "test", "image"]);
});
test("a commit has one pipeline", () => {
  expect((made().workflow as unknown as { rules: object[] }).rules).toHaveLength(3);
});
test("the files are checked as they are locked", () => {
  expect(made().check.script).toEqual(["npm ci", "npx projen container:check"]);
});
test("the files of all folders are checked once, in the root folder", () => {
  expect(several().check.script.slice(1)).toEqual(["npx projen container:check"]);
});
test.each([
  ["pnpm install", "corepack enable"],
  ["bun install", "npm install --global bun"],
])("%s is there first", (installCommand, first) => {
  expect(made(PYPROJECTS.uv, { installCommand }).check.script[0]).toBe(first);
});

describe("the tests", () => {
  test("run in the dev container", () => {
    const { test: job } = made();
    expect(job.script.at(-1)).toMatch(/devcontainers\/cli@\S+ exec --workspace-folder \. bash -c "\$TEST_COMMAND"$/);
    expect(job.variables).toMatchObject({ TEST_COMMAND: "pytest" });
  });
  test("have a command in which GitLab replaces nothing", () => {
    const { test: job } = made(PYPROJECTS.uv, { testCommand: 'echo "$HOME"' });
    expect(job.variables).toMatchObject({ TEST_COMMAND: 'echo "$$HOME"' });
  });
  test("are left out where there is no pytest", () => expect(made(PYPROJECTS.untested)).not.toHaveProperty("test"));
  test("run in their folder", () =>
    expect(several()["test-worker"].script.at(-1)).toContain("--workspace-folder worker "));
});

describe("the image", () => {
  test("of a merge request is not pushed", () => expect(build(made().build)).not.toContain("--push"));
  test("of the default branch and of tags is pushed", () => {
    const { publish } = made();
    expect(build(publish)).toMatch(/--provenance mode=max --sbom true "\$@" --push \.$/);
    expect(publish.rules?.map((each) => each.if)).toEqual([
      "$CI_COMMIT_TAG =~ /^v/",
      "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]);
  });
  test("is built as the container has it", () => {
    expect(build(made().build)).toMatch(/^docker buildx build --file Dockerfile --target app /);
  });
  test.each([
    ["the branch", { CI_COMMIT_BRANCH: "main", CI_COMMIT_REF_SLUG: "main" }, ["sha-0a1b", "main"]],
    ["a release", { CI_COMMIT_TAG: "v1.2.3" }, ["sha-0a1b", "1.2.3", "1.2", "latest"]],
    ["a release by the calendar", { CI_COMMIT_TAG: "v2026.11.4" }, ["sha-0a1b", "2026.11.4", "2026.11", "latest"]],
    ["a pre-release, which is not the latest", { CI_COMMIT_TAG: "v2.0.0rc1" }, ["sha-0a1b", "2.0.0rc1"]],
    ["a local version", { CI_COMMIT_TAG: "v1.0+acme" }, ["sha-0a1b", "1.0-acme"]],
    ["what is no release", { CI_COMMIT_TAG: "vendor" }, ["sha-0a1b"]],
  ])("has the tags of %s", (_what, variables, tags) => {
    const { script } = made().publish;
    const from = script.findIndex((command) => command.startsWith("set --"));
    const named = [...script.slice(from, script.indexOf(build(made().publish))), `printf '%s\\n' "$@"`].join("\n");
    const env = { PATH: process.env.PATH, CI_REGISTRY_IMAGE: "image", CI_COMMIT_SHORT_SHA: "0a1b", ...variables };
    const words = execFileSync("sh", ["-c", named], { env, encoding: "utf8" }).trim().split("\n");
    expect(words.filter((word) => word !== "--tag")).toEqual(tags.map((tag) => `image:${tag}`));
  });
  test("of a second pipeline is told", () => {
    const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
    new GitlabPipeline(container, container);
    expect(() => new GitlabPipeline(container, container)).toThrow("leave out the option gitlabPipeline");
  });
  test("of a folder has its name in small letters", () => {
    expect(several()["publish-Api"].script.join("\n")).toContain('"$CI_REGISTRY_IMAGE/api:sha-');
  });
  test("is built for its platforms", () => {
    const { build: image } = made(PYPROJECTS.uv, {}, { platforms: ["linux/amd64", "linux/arm64"] });
    expect(build(image)).toContain("--platform linux/amd64,linux/arm64");
    expect(image.script).toContain("docker run --privileged --rm tonistiigi/binfmt --install all");
  });
  test("has the secrets of its indexes", () => {
    const name = "UV_INDEX_ACME_PASSWORD";
    expect(build(made(PYPROJECTS.privateIndex).build)).toContain(`--secret id=${name},env=${name}`);
  });
  test("has the agent", () => {
    const { publish } = made(PYPROJECTS.ssh);
    expect(publish.script[0]).toBe('eval "$(ssh-agent -s)"');
    expect(build(publish)).toContain("--ssh default");
  });
  test("goes to another registry", () => {
    const { publish } = made(PYPROJECTS.uv, {
      imageName: "registry.example.com/acme/orders",
      registryUsernameVariable: "REGISTRY_USER",
      registryPasswordVariable: "REGISTRY_PASSWORD",
    });
    expect(publish.script[0]).toBe(
      `printf '%s' "$REGISTRY_PASSWORD" | docker login --username "$REGISTRY_USER" --password-stdin "registry.example.com"`,
    );
  });
});

test.each(["check", "tests", "images"] as const)("%s can be left out", (what) => {
  const jobs = Object.keys(made(PYPROJECTS.uv, { [what]: false })).filter((each) => /^(check|test|build)$/.test(each));
  expect(jobs).toHaveLength(2);
});
test("it can be a file that another one includes", () => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  new GitlabPipeline(container, container, { path: ".gitlab/containers.yml" });
  expect(Object.keys(synthesized(container.project))).toContain(".gitlab/containers.yml");
});
test("a project adds jobs of its own", () => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  const { configuration } = new GitlabPipeline(container, container);
  configuration.addJobs({ docs: { stage: "test", script: ["make docs"] } });
  expect(Object.keys(pipelineOf(container.project))).toEqual(expect.arrayContaining(["docs", "check", "publish"]));
});

describe("what is wrong is told", () => {
  test("of an account that is missing", () => {
    expect(() => made(PYPROJECTS.uv, { imageName: "acme/orders" })).toThrow(
      'the account at the registry of "acme/orders"',
    );
  });
  test("of a password in the place of its variable", () => {
    expect(() => made(PYPROJECTS.uv, { registryPasswordVariable: "$PASSWORD" })).toThrow("is no name of a variable");
  });
  test("of a tag", () => {
    const account = { registryUsernameVariable: "A", registryPasswordVariable: "B" };
    expect(() => made(PYPROJECTS.uv, { imageName: "acme/orders:1", ...account })).toThrow('write "acme/orders"');
  });
  test("of one image for two containers", () => {
    const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
    const pipeline = new GitlabPipeline(container, container);
    expect(() => pipeline.addContainer(container)).toThrow("is pushed for another container too");
  });
});
