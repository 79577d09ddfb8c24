import { Project } from "projen";
import {
  ContainerWorkflow,
  type ContainerWorkflowOptions,
  DependabotUpdates,
  DevContainerPrebuild,
  ExistingPythonProject,
  GitlabPipeline,
  PackageManager,
  PythonContainer,
  type PythonContainerOptions,
  Renovate,
} from "../../src";
import { containerBeside, containerProject } from "../container-project";
import { folderWith } from "../project-folder";

const pyproject = (...lines: string[]) =>
  ["[project]", 'name = "orders"', 'version = "1.0.0"', 'requires-python = ">=3.12"', ...lines, ""].join("\n");

const GROUP = ["[dependency-groups]", 'dev = ["pytest>=8"]'];

/** Texts of pyproject.toml, each with what a workflow has to care for. */
export const PYPROJECTS = {
  uv: pyproject('dependencies = ["fastapi"]', ...GROUP, "[tool.uv]", "package = true"),
  pip: pyproject('dependencies = ["fastapi"]', ...GROUP),
  untested: pyproject('dependencies = ["fastapi"]'),
  poetry: [
    "[tool.poetry]",
    'name = "orders"',
    'version = "1.0.0"',
    "[tool.poetry.dependencies]",
    'python = "^3.12"',
    'fastapi = "^0.115"',
    "[tool.poetry.group.dev.dependencies]",
    'pytest = "^8"',
    "",
  ].join("\n"),
  privateIndex: pyproject(
    'dependencies = ["fastapi"]',
    ...GROUP,
    "[[tool.uv.index]]",
    'name = "acme"',
    'url = "https://pypi.acme.example/simple"',
  ),
  netrc: pyproject(
    'dependencies = ["fastapi"]',
    ...GROUP,
    "[tool.uv]",
    'index-url = "https://pypi.acme.example/simple"',
  ),
  ssh: pyproject('dependencies = ["tool @ git+ssh://git@git.acme.example/tool.git@v1"]', ...GROUP),
};

/** The container of a project that is described by the text, with its workflow. */
export function withWorkflow(
  text: string,
  options: ContainerWorkflowOptions = {},
  containerOptions: PythonContainerOptions = {},
) {
  const container = containerBeside({ "pyproject.toml": text }, containerOptions);
  return { container, workflow: new ContainerWorkflow(container.project, container, options) };
}

/** A repository of two projects below its root folder, with one workflow over both. */
export function severalProjects(options: ContainerWorkflowOptions = {}) {
  const outdir = folderWith({
    "services/api/pyproject.toml": PYPROJECTS.uv,
    "services/worker/pyproject.toml": PYPROJECTS.privateIndex.replace('"orders"', '"worker"'),
  });
  const project = new ExistingPythonProject({ outdir, name: "shop", folders: ["services/api", "services/worker"] });
  const [api, worker] = project.pythonProjects.map(({ container }) => container);
  const workflow = new ContainerWorkflow(project, api, options);
  workflow.addContainer(worker);
  return { project, workflow };
}

const OTHER_REGISTRY = {
  imageName: "registry.example.com/acme/orders",
  registryUsername: `\${{ vars.REGISTRY_USER }}`,
  registryPassword: `\${{ secrets.REGISTRY_PASSWORD }}`,
};

/** All shapes of generated workflows, each as the project that has it. */
export const SHAPES: Record<string, () => Project> = {
  uv: () => withWorkflow(PYPROJECTS.uv).container.project,
  pip: () => withWorkflow(PYPROJECTS.pip).container.project,
  poetry: () => withWorkflow(PYPROJECTS.poetry).container.project,
  "a private index": () => withWorkflow(PYPROJECTS.privateIndex).container.project,
  "an index opened by netrc": () => withWorkflow(PYPROJECTS.netrc).container.project,
  "Git over SSH": () => withWorkflow(PYPROJECTS.ssh).container.project,
  "a proxy": () => withWorkflow(PYPROJECTS.uv, {}, { proxyFromEnvironment: true }).container.project,
  "reproducible images": () => withWorkflow(PYPROJECTS.uv, {}, { reproducible: true }).container.project,
  "several platforms": () =>
    withWorkflow(PYPROJECTS.uv, {}, { platforms: ["linux/amd64", "linux/arm64"] }).container.project,
  "a cache at the registry": () =>
    withWorkflow(PYPROJECTS.uv, { imageName: "ghcr.io/acme/orders", cacheImage: "ghcr.io/acme/orders/cache" }).container
      .project,
  "another registry": () => withWorkflow(PYPROJECTS.uv, OTHER_REGISTRY).container.project,
  "no check": () => withWorkflow(PYPROJECTS.uv, { check: false }).container.project,
  "no tests": () => withWorkflow(PYPROJECTS.uv, { tests: false }).container.project,
  "no images": () => withWorkflow(PYPROJECTS.uv, { images: false }).container.project,
  "images alone": () => withWorkflow(PYPROJECTS.uv, { check: false, tests: false }).container.project,
  "other names": () =>
    withWorkflow(PYPROJECTS.uv, {
      workflowName: "images",
      branch: "trunk",
      tagPattern: "release-*",
      runsOn: "ubuntu-24.04-arm",
      timeoutMinutes: 20,
      testCommand: "pytest -x\nruff check",
      installCommand: "pnpm install --frozen-lockfile",
    }).container.project,
  bun: () => withWorkflow(PYPROJECTS.uv, { installCommand: "bun install --frozen-lockfile" }).container.project,
  "a project below": () => projectBelow().root,
  "several projects": () => severalProjects().project,
  "a dev container built ahead": () => {
    const { container } = withWorkflow(PYPROJECTS.uv);
    new DevContainerPrebuild(container, container.devContainer, {
      imageName: "ghcr.io/acme/orders/devcontainer",
      runCommand: "pytest",
    });
    return container.project;
  },
  Renovate: () => {
    const { container } = withWorkflow(PYPROJECTS.uv);
    new Renovate(container);
    return container.project;
  },
  "Renovate with a token": () => {
    const { container } = withWorkflow(PYPROJECTS.uv);
    new Renovate(container, { tokenSecret: "SYNTH_TOKEN", installCommand: "bun install --frozen-lockfile" });
    return container.project;
  },
  Dependabot: () => {
    const { container } = withWorkflow(PYPROJECTS.uv);
    new DependabotUpdates(container);
    return container.project;
  },
  "a project that projen manages": () => {
    const project = containerProject({ packageManager: PackageManager.POETRY, devDeps: ["pytest@^8"] });
    new ContainerWorkflow(project, project.container);
    return project;
  },
};

/** All shapes of generated pipelines of GitLab. */
export const GITLAB_SHAPES: Record<string, () => Project> = {
  uv: () => withPipeline(PYPROJECTS.uv),
  "a private index": () => withPipeline(PYPROJECTS.privateIndex),
  "Git over SSH": () => withPipeline(PYPROJECTS.ssh),
  "several platforms": () => withPipeline(PYPROJECTS.uv, { platforms: ["linux/amd64", "linux/arm64"] }),
};

function withPipeline(text: string, containerOptions: PythonContainerOptions = {}): Project {
  const container = containerBeside({ "pyproject.toml": text }, containerOptions);
  new GitlabPipeline(container, container);
  return container.project;
}

/** A project below the root folder, where there is none. */
export function projectBelow(containerOptions: PythonContainerOptions = {}) {
  const outdir = folderWith({ "services/api/pyproject.toml": PYPROJECTS.uv });
  const root = new Project({ name: "shop", outdir });
  const project = new Project({ name: "api", parent: root, outdir: "services/api" });
  const container = new PythonContainer(project, containerOptions);
  return { root, workflow: new ContainerWorkflow(project, container) };
}
