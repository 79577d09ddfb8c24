import type { Project } from "projen";
import { ComposeValue, DevContainer, DevContainerSource, ExistingPythonProject, PackageManager } from "../src";
import { containerBeside, containerProject } from "./container-project";
import { exampleLock } from "./findings/example-lock";
import { folderWith } from "./project-folder";

const pyproject = (name: string, ...more: string[]) =>
  [`[project]`, `name = "${name}"`, `version = "1"`, `requires-python = ">=3.12"`, ...more, ""].join("\n");

const webProject = (name: string) =>
  pyproject(
    name,
    'dependencies = ["fastapi", "uvicorn", "psycopg2"]',
    "[dependency-groups]",
    'dev = ["pytest", "mypy", "debugpy"]',
  );

const web = (name: string, folder = "") => ({
  [`${folder}pyproject.toml`]: webProject(name),
  [`${folder}uv.lock`]: exampleLock(webProject(name)),
  [`${folder}${name}/__init__.py`]: "",
  [`${folder}${name}/main.py`]: "from fastapi import FastAPI\napp = FastAPI()\n",
});

const fresh = (packageManager: PackageManager) =>
  containerProject({ packageManager, deps: ["fastapi@^0.115", "uvicorn@^0.34"] });

/**
 * Projects of every shape, whose files whole tests look at: the official schemas and tools, and for the first two the
 * golden files.
 */
export const shownProjects: { readonly [shape: string]: () => Project } = {
  uv: () => fresh(PackageManager.UV),
  poetry: () => fresh(PackageManager.POETRY),
  "an existing project": () => containerBeside(web("orders")).project,
  "requirements files": () =>
    containerBeside({ "requirements.txt": "flask==3.1.2\n", "app.py": "" }, { command: ["python", "app.py"] }).project,
  "several commands": () => {
    const container = containerBeside(web("orders"));
    container.addCommand("worker", ["python", "-m", "orders.worker"]);
    container.addCommand("migrate", ["python", "-m", "orders.migrate"], { oneOff: true });
    container.addCommand("report", ["python", "-m", "orders.report"], { ownImage: true });
    return container.project;
  },
  "several projects": () => {
    const files = { ...web("api", "services/api/"), ...web("admin", "services/admin/") };
    const shop = new ExistingPythonProject({ outdir: folderWith(files), folders: ["services/api", "services/admin"] });
    return shop;
  },
  "a private index": () => {
    const index = '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.example.com/simple"\n';
    const { "pyproject.toml": own, ...rest } = web("orders");
    return containerBeside({ ...rest, "pyproject.toml": own + index }).project;
  },
  "a dependency over SSH": () => {
    const { "pyproject.toml": own, ...rest } = web("orders");
    const toml = own.replace('"psycopg2"', '"lib @ git+ssh://git@example.com/lib.git"');
    return containerBeside({ ...rest, "pyproject.toml": toml, "uv.lock": exampleLock(toml) }).project;
  },
  "a closed network": () =>
    containerBeside(web("orders"), { proxyFromEnvironment: true, registryMirror: "registry.example.com/hub" }).project,
  "an image that has to be named": () => containerBeside(web("orders"), { requireImageVariable: true }).project,
  "a dev container in a service": () => {
    const { compose, project } = containerBeside(web("orders"));
    const { name } = compose.addService("desk", {
      image: "orders-desk:1",
      environment: { LEVEL: ComposeValue.variable("LEVEL", "debug") },
    });
    const source = DevContainerSource.composeService({ service: name });
    new DevContainer(project, { variant: "desk", source, workspaceFolder: "/workspace" });
    return project;
  },
};
