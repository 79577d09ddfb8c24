import { Project } from "projen";
import { parse } from "yaml";
import { ContainerWorkflow, DevContainerPrebuild, PythonContainer } from "../../src";
import { ACTIONS, type Action } from "../../src/workflow/actions";
import { folderWith, synthesized } from "../project-folder";
import { PYPROJECTS, projectBelow, SHAPES, severalProjects, withWorkflow } from "./workflow-shapes";

type Jobs = Record<string, { readonly [key: string]: unknown; readonly steps: Step[] }>;
type Step = { readonly [key: string]: unknown; readonly with?: Record<string, unknown> };

function parsedWorkflow({ file, project }: ContainerWorkflow) {
  return parse(synthesized(project.root)[file.path]);
}

function made(...args: Parameters<typeof withWorkflow>) {
  return parsedWorkflow(withWorkflow(...args).workflow);
}

function step(jobs: Jobs, job: string, { name }: Action): Step | undefined {
  return jobs[job].steps.find(({ uses }) => String(uses).startsWith(`${name}@`));
}

const inputs = (jobs: Jobs, job: string) => step(jobs, job, ACTIONS.imageBuild)?.with;

describe.each(Object.keys(SHAPES))("with %s", (name) => {
  let all: { readonly [key: string]: unknown; readonly on: object; readonly jobs: Jobs }[] = [];
  beforeAll(() => {
    const files = synthesized(SHAPES[name]());
    const paths = Object.keys(files).filter((path) => /workflows\/(?!pull-request-lint)/.test(path));
    all = paths.map((path) => parse(files[path]));
  });
  const jobs = () => all.flatMap((workflow) => Object.values(workflow.jobs));
  const steps = () => jobs().flatMap((job) => job.steps);

  test("nothing is allowed but what a job names", () => {
    expect(all.map(({ permissions }) => permissions)).toEqual(all.map(() => ({})));
  });
  test("each job says what it may do", () => {
    expect(jobs().map(({ permissions }) => Object.keys(permissions ?? {})[0])).toEqual(jobs().map(() => "contents"));
  });
  test("each job ends after some time", () => {
    expect(jobs().every((job) => Number.isInteger(job["timeout-minutes"]))).toBe(true);
  });
  test("each action is named by its commit", () => {
    const uses = steps().flatMap((each) => each.uses ?? []);
    expect(uses.filter((each) => !/@[0-9a-f]{40}$/.test(String(each)))).toEqual([]);
  });
  test("no command holds an expression", () => {
    expect(steps().filter(({ run }) => String(run).includes("${{"))).toEqual([]);
  });
  test("no token stays on disk", () => {
    const checkouts = jobs().map((job) => job.steps[0].with?.["persist-credentials"]);
    expect(checkouts).toEqual(jobs().map(() => false));
  });
  test("no pull request runs with more than its own rights", () => {
    expect(all.filter(({ on }) => "pull_request_target" in on)).toEqual([]);
  });
  test("a newer commit of a pull request stops the older one", () => {
    expect(all[0].concurrency).toHaveProperty("cancel-in-progress", `\${{ github.event_name == 'pull_request' }}`);
  });
});

test("the branch, tags and pull requests start it", () => {
  expect(made(PYPROJECTS.uv, { branch: "trunk", tagPattern: "r*" }).on).toEqual({
    push: { branches: ["trunk"], tags: ["r*"] },
    pull_request: {},
  });
});
test("the name is that of the folder", () => {
  expect(withWorkflow(PYPROJECTS.uv).workflow.file.path).toBe(".github/workflows/container.yml");
  expect(projectBelow().workflow.file.path).toBe(".github/workflows/container-services-api.yml");
});

describe("the check", () => {
  const commands = (jobs: Jobs) => jobs.check.steps.flatMap(({ run }) => run ?? []);
  test("installs what is locked and looks", () => {
    expect(commands(made(PYPROJECTS.uv).jobs)).toEqual(["npm ci", "npx projen container:check"]);
  });
  test.each([
    ["pnpm-lock.yaml", ["corepack enable", "pnpm install --frozen-lockfile"]],
    ["yarn.lock", ["corepack enable", "yarn install --frozen-lockfile"]],
    ["bun.lock", ["bun install --frozen-lockfile"]],
  ])("takes the package manager of %s", (lockFile, installs) => {
    const outdir = folderWith({ "pyproject.toml": PYPROJECTS.uv, [lockFile]: "" });
    const container = new PythonContainer(new Project({ name: "orders", outdir }));
    const { jobs } = parsedWorkflow(new ContainerWorkflow(container, container));
    expect(commands(jobs).slice(0, -1)).toEqual(installs);
  });
  test("takes the release of yarn that package.json names", () => {
    const manifest = '{"packageManager": "yarn@4.9.1"}';
    const outdir = folderWith({ "pyproject.toml": PYPROJECTS.uv, "package.json": manifest });
    const container = new PythonContainer(new Project({ name: "orders", outdir }));
    const { jobs } = parsedWorkflow(new ContainerWorkflow(container, container));
    expect(commands(jobs)).toContain("yarn install --immutable");
  });
  test.each([
    ["the root folder, whose task looks at all", () => severalProjects().workflow, undefined],
    ["its folder where the root folder has no such task", () => projectBelow().workflow, "services/api"],
  ])("looks once, in %s", (_where, workflow, folder) => {
    const looks = (parsedWorkflow(workflow()).jobs as Jobs).check.steps.filter(({ run }) => /check$/.test(String(run)));
    expect(looks.map((each) => each["working-directory"])).toEqual([folder]);
  });
});

describe("the tests", () => {
  const inside = (jobs: Jobs) => step(jobs, "test", ACTIONS.devContainer);
  test("run in the dev container", () => {
    expect(inside(made(PYPROJECTS.uv).jobs)?.with).toEqual({ push: "never", runCmd: "pytest" });
  });
  test("are left out where there is no pytest", () =>
    expect(made(PYPROJECTS.untested).jobs).not.toHaveProperty("test"));
  test("run with another command", () => {
    const { jobs } = made(PYPROJECTS.untested, { testCommand: "python -m unittest" });
    expect(inside(jobs)?.with?.runCmd).toBe("python -m unittest");
  });
  test("find the project below", () => {
    const { jobs } = parsedWorkflow(severalProjects().workflow);
    expect(step(jobs, "test-services-worker", ACTIONS.devContainer)?.with?.subFolder).toBe("services/worker");
  });
  const IMAGE = "ghcr.io/acme/orders/devcontainer";
  const prebuilt = () => {
    const { container, workflow } = withWorkflow(PYPROJECTS.uv);
    new DevContainerPrebuild(container, container.devContainer, { imageName: IMAGE });
    return parsedWorkflow(workflow).jobs as Jobs;
  };
  test("take over what was built ahead", () => expect(inside(prebuilt())?.with?.cacheFrom).toBe(IMAGE));
  test("read the package that was built ahead", () => {
    expect(prebuilt().test.permissions).toEqual({ contents: "read", packages: "read" });
  });
});

describe("the image", () => {
  test("is built as the container has it", () => {
    expect(inputs(made(PYPROJECTS.uv).jobs, "image")).toMatchObject({
      context: ".",
      file: "Dockerfile",
      target: "app",
    });
  });
  test("of a project below is built in its folder", () => {
    const { jobs } = parsedWorkflow(severalProjects().workflow);
    expect(inputs(jobs, "image-services-api")).toMatchObject({
      context: "services/api",
      file: "services/api/Dockerfile",
    });
  });
  test("has the context above the project", () => {
    const { jobs } = parsedWorkflow(projectBelow({ buildContext: "../.." }).workflow);
    expect(inputs(jobs, "image")).toMatchObject({ context: ".", file: "services/api/Dockerfile" });
  });
  test("of a pull request is not pushed", () => {
    expect(inputs(made(PYPROJECTS.uv).jobs, "image")?.push).toBe(false);
  });
  test("of a pull request has no rights to push", () => {
    expect(made(PYPROJECTS.uv).jobs.image.permissions).toEqual({ contents: "read" });
  });
  test("of a push is pushed, with provenance and a bill of materials", () => {
    expect(inputs(made(PYPROJECTS.uv).jobs, "publish")).toMatchObject({
      push: true,
      provenance: "mode=max",
      sbom: true,
    });
  });
  test("is pushed by pushes alone", () => {
    const { image, publish } = made(PYPROJECTS.uv).jobs;
    expect([image.if, publish.if]).toEqual(["github.event_name == 'pull_request'", "github.event_name == 'push'"]);
  });
  test("waits for what comes before", () => {
    expect(made(PYPROJECTS.uv).jobs.publish.needs).toEqual(["check", "test"]);
    expect(made(PYPROJECTS.uv, { check: false, tests: false }).jobs.publish).not.toHaveProperty("needs");
  });
  test.each([
    [{}, {}, `ghcr.io/\${{ github.repository_owner }}/orders`],
    [{ imageName: "ghcr.io/acme/shop" }, {}, "ghcr.io/acme/shop"],
    [{}, { imageName: "ghcr.io/acme/api" }, "ghcr.io/acme/api"],
  ])("with %j and %j is %s", (options, containerOptions, name) => {
    const { jobs } = made(PYPROJECTS.uv, options, containerOptions);
    expect(step(jobs, "publish", ACTIONS.imageMetadata)?.with?.images).toBe(name);
  });
  test("of a folder has the name of the repository too", () => {
    const { jobs } = parsedWorkflow(projectBelow().workflow);
    expect(step(jobs, "publish", ACTIONS.imageMetadata)?.with?.images).toBe(`ghcr.io/\${{ github.repository }}/api`);
  });
  test("has tags by the versions of Python", () => {
    const tags = step(made(PYPROJECTS.uv).jobs, "publish", ACTIONS.imageMetadata)?.with?.tags;
    expect(String(tags).split("\n")).toEqual([
      "type=ref,event=branch",
      "type=pep440,pattern={{version}}",
      "type=pep440,pattern={{major}}.{{minor}}",
      "type=sha",
    ]);
  });
  test("keeps the labels of the project, and gets those of the commit", () => {
    const labels = String(inputs(made(PYPROJECTS.uv).jobs, "publish")?.labels).split("\n");
    expect(labels.map((each) => each.split("=")[0])).toEqual(
      ["revision", "source"].map((key) => `org.opencontainers.image.${key}`),
    );
  });
  test("is built for its platforms", () => {
    const { jobs } = made(PYPROJECTS.uv, {}, { platforms: ["linux/amd64", "linux/arm64"] });
    expect(inputs(jobs, "publish")?.platforms).toBe("linux/amd64,linux/arm64");
  });
  test.each([
    [["linux/amd64", "linux/arm64"], true],
    [["linux/amd64"], false],
  ])("for %j has an emulator: %j", (platforms, isThere) => {
    const { jobs } = made(PYPROJECTS.uv, {}, { platforms });
    expect(step(jobs, "publish", ACTIONS.setupQemu) !== undefined).toBe(isThere);
  });
  test.each([
    ["image", false],
    ["publish", true],
  ])("that is reproducible has one time for all its files in %s", (job, isPushed) => {
    expect(inputs(made(PYPROJECTS.uv, {}, { reproducible: true }).jobs, job)).toMatchObject({
      "build-args": "SOURCE_DATE_EPOCH=315532800",
      outputs: `type=image,push=${isPushed},rewrite-timestamp=true`,
    });
  });
  test("takes its layers from GitHub's cache", () => {
    expect(inputs(made(PYPROJECTS.uv).jobs, "image")).toMatchObject({
      "cache-from": "type=gha,scope=image",
      "cache-to": "type=gha,scope=image,mode=max",
    });
  });
  test("takes its layers from the registry, to which pushes alone write", () => {
    const cacheImage = "ghcr.io/acme/orders/cache";
    const { jobs } = made(PYPROJECTS.uv, { imageName: "ghcr.io/acme/orders", cacheImage });
    expect([inputs(jobs, "image")?.["cache-to"], inputs(jobs, "publish")?.["cache-to"]]).toEqual([
      undefined,
      `type=registry,ref=${cacheImage},mode=max`,
    ]);
  });
});

describe("secrets", () => {
  const PASSWORD = "UV_INDEX_ACME_PASSWORD";
  test.each(["image", "publish"])("of an index reach the build of %s", (job) => {
    const { jobs } = made(PYPROJECTS.privateIndex);
    expect(inputs(jobs, job)?.["secret-envs"]).toContain(`${PASSWORD}=${PASSWORD}`);
  });
  test.each([
    ["test", ACTIONS.devContainer],
    ["image", ACTIONS.imageBuild],
    ["publish", ACTIONS.imageBuild],
  ])("of an index are variables of one step of %s", (job, action) => {
    const { jobs } = made(PYPROJECTS.privateIndex);
    expect(step(jobs, job, action)?.env).toMatchObject({ [PASSWORD]: `\${{ secrets.${PASSWORD} }}` });
  });
  test("are those of the Dockerfile", () => {
    expect(inputs(made(PYPROJECTS.netrc).jobs, "image")?.["secret-envs"]).toBe("netrc=NETRC_CONTENT");
  });
  test.each(["test", "image"])("keep %s from pull requests of forks", (job) => {
    const own = "github.event.pull_request.head.repo.full_name == github.repository";
    expect(made(PYPROJECTS.privateIndex).jobs[job].if).toContain(own);
  });
  test("that nobody needs keep no pull request from its tests", () => {
    expect(made(PYPROJECTS.uv).jobs.test).not.toHaveProperty("if");
  });
  test.each(["test", "image", "publish"])("of SSH are given to an agent before %s builds", (job) => {
    const { steps } = (made(PYPROJECTS.ssh).jobs as Jobs)[job];
    const names = steps.map(({ name }) => String(name));
    expect(names.indexOf("Start an SSH agent")).toBe(names.length - 2);
  });
  test("of SSH reach the build by the agent", () => {
    expect(inputs(made(PYPROJECTS.ssh).jobs, "publish")?.ssh).toBe("default");
  });
});

describe("what is wrong is told", () => {
  test("of an account that is missing", () => {
    expect(() => withWorkflow(PYPROJECTS.uv, { imageName: "acme/orders" })).toThrow(
      'ContainerWorkflow: the account at the registry of "acme/orders" is missing',
    );
  });
  test.each(["ghcr.io/acme/orders:1", `ghcr.io/acme/orders@sha256:${"0".repeat(64)}`])(
    "of the name %s",
    (imageName) => {
      expect(() => withWorkflow(PYPROJECTS.uv, { imageName })).toThrow('write "ghcr.io/acme/orders"');
    },
  );
  test("of a cache elsewhere", () => {
    expect(() => withWorkflow(PYPROJECTS.uv, { cacheImage: "registry.example.com/cache" })).toThrow(
      "it lies at the registry of the image, ghcr.io",
    );
  });
  test.each([0, 1.5, Number.NaN])("of %d minutes", (timeoutMinutes) => {
    expect(() => withWorkflow(PYPROJECTS.uv, { timeoutMinutes })).toThrow("timeoutMinutes is");
  });
  test("of two workflows in one file", () => {
    const { container } = withWorkflow(PYPROJECTS.uv);
    expect(() => new ContainerWorkflow(container, container, { imageName: "ghcr.io/acme/other" })).toThrow(
      "container.yml is generated already; leave out the option containerWorkflow",
    );
  });
  test("of one image for two containers", () => {
    const { container, workflow } = withWorkflow(PYPROJECTS.uv);
    expect(() => workflow.addContainer(container)).toThrow("is pushed for another container too");
  });
  test("of a container of another repository", () => {
    const { workflow } = withWorkflow(PYPROJECTS.uv);
    expect(() => workflow.addContainer(withWorkflow(PYPROJECTS.poetry).container)).toThrow("the same root project");
  });
});
