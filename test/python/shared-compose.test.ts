// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Project } from "projen";
import { parse } from "yaml";
import { ComposeFile, ComposeValue, PythonContainer, type PythonContainerOptions } from "../../src";
import { parsedStages } from "../dockerfile/parse";
import { folderWith, synthesized } from "../project-folder";

const pyproject = (name: string, more = "") =>
  `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["fastapi", "uvicorn"]\n${more}`;

const member = (name: string, more?: string) => ({
  [`services/${name}/pyproject.toml`]: pyproject(name, more),
  [`services/${name}/uv.lock`]: "",
  [`services/${name}/${name}/__init__.py`]: "",
  [`services/${name}/${name}/main.py`]: "from fastapi import FastAPI\napp = FastAPI()\n",
});

const repository = { ...member("api"), ...member("admin") };

type Options = Readonly<Record<string, PythonContainerOptions>>;

/** A repository of Python projects below `services`, all in one compose file of the root. */
class Repository {
  public readonly root: Project;
  public readonly compose: ComposeFile;
  public readonly containers: Record<string, PythonContainer> = {};

  constructor(options: Options = {}, files: Record<string, string> = repository, fileName?: string) {
    this.root = new Project({ name: "shop", outdir: folderWith(files) });
    this.compose = new ComposeFile(this.root, { fileName });
    for (const name of ["api", "admin"]) this.add(name, options[name]);
  }

  public add(name: string, options: PythonContainerOptions = {}, folder = name): PythonContainer {
    const project = new Project({ name, parent: this.root, outdir: `services/${folder}` });
    this.containers[folder] = new PythonContainer(project, { composeFile: this.compose, ...options });
    return this.containers[folder];
  }

  public output() {
    const files = synthesized(this.root);
    const tasks = (folder: string) => JSON.parse(files[`${folder}.projen/tasks.json`]).tasks;
    return { files, tasks, compose: parse(files[this.compose.fileName]) };
  }
}

const services = (options?: Options, files?: Record<string, string>) =>
  new Repository(options, files).output().compose.services;

test("each project has its services, by its name", () => {
  expect(Object.keys(services())).toEqual(["api", "api-builder", "api-dev", "admin", "admin-builder", "admin-dev"]);
});

test("a synth computes the shared file as often for five projects as for two", () => {
  const desk = `[dependency-groups]\ndev = ["pytest", "debugpy"]\n`;
  const computations = (further: string[]) => {
    const files = { ...repository, ...Object.assign({}, ...further.map((name) => member(name, desk))) };
    const shop = new Repository({}, files);
    for (const name of further) shop.add(name);
    let count = 0;
    const counting = { applyDefaults: () => void count++ };
    shop.compose.addService("cache", { image: "redis" }).addDefaults(counting);
    shop.output();
    return count;
  };
  expect(computations(["mail", "shipping", "search"])).toBe(computations([]));
});

test("no project has a compose file of its own", () => {
  const names = Object.keys(new Repository().output().files).filter((path) => path.endsWith("compose.yaml"));
  expect(names).toEqual(["compose.yaml"]);
});

test("a project that shares no file has the names app and builder", () => {
  const project = new Project({ name: "api", outdir: folderWith(repository) });
  const container = new PythonContainer(project, { command: ["api"] });
  expect(container.compose.services.map(({ name }) => name)).toEqual(["app", "builder", "dev", "test", "debug"]);
});

test("services have other names", () => {
  expect(Object.keys(services({ api: { serviceNames: { app: "web", builder: "tools" } } }))).toEqual(
    expect.arrayContaining(["web", "tools"]),
  );
});

test("the name of the builder follows that of the app", () => {
  expect(services({ api: { serviceNames: { app: "web" } } })["web-builder"]).toBeDefined();
});

test("a name that no service may have becomes one", () => {
  const shop = new Repository();
  shop.add("@shop/Front end", {}, "front");
  expect(shop.compose.services.map(({ name }) => name)).toContain("shop-front-end");
});

describe("paths lead from the folder of the compose file", () => {
  test.each([
    ["compose.yaml", "services/api", ["services/api/api", "services/api/pyproject.toml"]],
    ["deploy/compose.yaml", "../services/api", ["../services/api/api", "../services/api/pyproject.toml"]],
  ])("%s", (fileName, context, watched) => {
    const { api } = new Repository({}, repository, fileName).output().compose.services;
    expect(api.build).toMatchObject({ context, dockerfile: "Dockerfile" });
    expect(api.develop.watch.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(watched));
  });

  test("of one's own too, by pathOf", () => {
    const { compose, containers } = new Repository();
    expect(compose.pathOf(containers.api, ".env")).toBe("services/api/.env");
    expect(compose.pathOf(compose, ".")).toBe(".");
  });

  test("a member of a workspace is built in its root, its own files lie in its folder", () => {
    const workspace = {
      "pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*']\n",
      "uv.lock": "",
      ...repository,
    };
    const { files, compose } = new Repository({}, workspace).output();
    expect(compose.services.api.build).toMatchObject({ context: ".", dockerfile: "services/api/Dockerfile" });
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["services/api/Dockerfile", "services/api/Dockerfile.dockerignore"]),
    );
  });
});

describe("variables", () => {
  test("of a project alone carry the name of its service", () => {
    const { api } = services();
    expect(api.image).toBe("${API_DOCKER_IMAGE:-api}:${API_DOCKER_TAG:-${DOCKER_TAG:-latest}}");
    expect(api.ports[0].published).toBe("${API_PORT:-8000}");
  });

  test("for all of them stand in where a project has none of its own", () => {
    expect(services().admin.build.args).toMatchObject({
      UID: "${ADMIN_UID:-${UID:-10001}}",
      GID: "${ADMIN_GID:-${GID:-10001}}",
      UNAME: "${ADMIN_UNAME:-${UNAME:-app}}",
    });
  });

  test("the image's may be asked for", () => {
    expect(services({ api: { requireImageVariable: true } }).api.image).toMatch(/^\$\{API_DOCKER_IMAGE:\?/);
  });

  test("are plain in a file of one's own, which others may share", () => {
    const root = new Project({
      name: "shop",
      outdir: folderWith({ "pyproject.toml": pyproject("shop"), ...repository }),
    });
    const { compose } = new PythonContainer(root, { command: ["shop"], port: 8000 });
    const project = new Project({ name: "api", parent: root, outdir: "services/api" });
    new PythonContainer(project, { composeFile: compose });
    const { app, api } = parse(synthesized(root)["compose.yaml"]).services;
    expect([app.ports[0].published, api.ports[0].published]).toEqual(["${PORT:-8000}", "${API_PORT:-8001}"]);
  });
});

describe("ports of the host", () => {
  const published = (all: Record<string, { ports?: { published: string }[]; profiles?: string[] }>) =>
    Object.values(all).flatMap(({ ports = [], profiles }) =>
      profiles === undefined ? ports.map((port) => port.published) : [],
    );

  test("services of development have what the others leave", () => {
    const all = services();
    expect([all["api-dev"], all["admin-dev"]].map(({ ports: [port] }) => port.published)).toEqual([
      "${API_DEV_PORT:-8002}",
      "${ADMIN_DEV_PORT:-8003}",
    ]);
  });

  test("those that are left out take none", () => {
    const tool = (name: string) => member(name, '[dependency-groups]\ndev = ["debugpy"]\n');
    const ports = ({ ports = [] }: { ports?: { published: string }[] }) => ports.map(({ published }) => published);
    const one = services({}, { ...repository, ...tool("admin") });
    expect(ports(one["admin-debug"])).toEqual(["${ADMIN_DEBUG_PORT:-8004}", "${ADMIN_DEBUGPY_PORT:-5678}"]);
    const both = services({}, { ...tool("api"), ...tool("admin") });
    expect(ports(both["admin-debug"])).toEqual(["${ADMIN_DEBUG_PORT:-8005}", "${ADMIN_DEBUGPY_PORT:-5679}"]);
  });

  test("one that the user configures takes its own without its tool", () => {
    const shop = new Repository();
    shop.compose.findService("api-debug").configure({ command: ["debug"] });
    const [port] = shop.output().compose.services["admin-dev"].ports;
    expect(port.published).toBe("${ADMIN_DEV_PORT:-8004}");
  });

  test("two applications on one port have the next free one", () => {
    expect(published(services())).toEqual(["${API_PORT:-8000}", "${ADMIN_PORT:-8001}"]);
  });

  test("a command has the next one too", () => {
    const shop = new Repository();
    shop.containers.api.addCommand("metrics", ["serve"], { port: 8000 });
    expect(published(shop.output().compose.services)).toContain("${METRICS_PORT:-8002}");
  });

  test("what the user publishes is taken", () => {
    const shop = new Repository();
    shop.compose.addService("db", { image: "postgres:17", ports: [{ target: 5432, published: 8000 }] });
    expect(published(shop.output().compose.services)).toEqual(["${API_PORT:-8001}", "${ADMIN_PORT:-8002}", "8000"]);
  });

  test("in the container it stays what the application listens on", () => {
    expect(services().admin.ports[0].target).toBe(8000);
  });
});

test("secrets of the same name are one", () => {
  const index = '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\n';
  const { compose } = new Repository({}, { ...member("api", index), ...member("admin", index) }).output();
  expect(Object.keys(compose.secrets)).toEqual(["UV_INDEX_ACME_USERNAME", "UV_INDEX_ACME_PASSWORD"]);
  expect(compose.services.api.build.secrets).toEqual(compose.services.admin.build.secrets);
});

test("a user's property goes before a generated one", () => {
  const shop = new Repository();
  shop.compose.findService("api").addBuildArgument("UID", ComposeValue.variable("SHOP_UID", "1"));
  expect(shop.output().compose.services.api.build.args.UID).toBe("${SHOP_UID:-1}");
});

describe("a mistake", () => {
  test("is two projects whose services have one name", () => {
    const shop = new Repository();
    const message = /the project "API" would have a service "api".*serviceNames: \{ app: "api-2" \}/;
    expect(() => shop.add("API", {}, "other")).toThrow(message);
  });

  test("is two projects that build one image", () => {
    const options = { api: { imageName: "shop" }, admin: { imageName: "shop" } };
    expect(() => new Repository(options)).toThrow(/"api" and "admin" would both build the image "shop".*set imageName/);
  });

  test("is a command with the name of another service", () => {
    const { containers } = new Repository();
    expect(() => containers.api.addCommand("admin", ["x"])).toThrow('there is a service "admin" already');
  });

  test("is a file of another tree of projects", () => {
    const other = new ComposeFile(new Project({ name: "other", outdir: folderWith({}) }));
    expect(() => new Repository({ api: { composeFile: other } })).toThrow(/composeFile is "compose.yaml".*same root/);
  });
});

describe("tasks", () => {
  const exec = (name: string, { containers } = new Repository()) =>
    containers.api.project.tasks.tryFind(name)?.steps[0].exec;

  test.each([
    ["compose:up", "docker compose --file ../../compose.yaml up --build --detach --wait api"],
    ["compose:watch", "docker compose --file ../../compose.yaml watch api"],
  ])("%s names the file and the service", (name, command) => expect(exec(name)).toBe(command));

  test("compose:down stops the project's services, and its commands", () => {
    const shop = new Repository();
    shop.containers.api.addCommand("worker", ["work"]);
    expect(shop.output().tasks("services/api/")["compose:down"].steps[0].exec).toBe(
      'docker compose --file ../../compose.yaml --profile "*" down api api-builder api-dev worker',
    );
  });

  test("compose:down names a service that the user gives what it lacks", () => {
    const shop = new Repository();
    shop.compose.findService("api-test").configure({ command: ["tox"] });
    expect(shop.output().tasks("services/api/")["compose:down"].steps[0].exec).toContain(" api-dev api-test");
  });

  test("a root without a container has none", () => {
    expect(Object.keys(new Repository().output().tasks(""))).not.toContain("compose:up");
  });
});

test("the dev container goes by the Dockerfile, as ever", () => {
  const { files } = new Repository().output();
  const text = files["services/api/.devcontainer/devcontainer.json"];
  expect(JSON.parse(text.slice(text.indexOf("\n"))).build).toMatchObject({ dockerfile: "../Dockerfile" });
  expect(parsedStages(files["services/api/Dockerfile"]).map(({ name }) => name)).toContain("dev");
});

const ifAnswers = spawnSync("docker", ["compose", "version"]).status === 0 ? test : test.skip;

ifAnswers("docker compose knows every service that compose:down names", () => {
  const shop = new Repository();
  const { exec } = shop.output().tasks("services/api/")["compose:down"].steps[0];
  const { outdir: cwd } = shop.containers.api.project;
  const config = exec.replace(" down ", " config --quiet ");
  const { status, stderr } = spawnSync("sh", ["-c", config], { cwd, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

ifAnswers("docker compose takes the file, and finds every folder", () => {
  const shop = new Repository();
  shop.containers.api.addCommand("worker", ["work"]);
  shop.output();
  const { outdir } = shop.containers.api.project;
  const words = ["compose", "--file", "../../compose.yaml", "config", "--format", "json"];
  const { stdout, stderr } = spawnSync("docker", words, { cwd: outdir, encoding: "utf8" });
  expect(stderr).toBe("");
  const { build, develop } = JSON.parse(stdout).services.api;
  expect([build.context, ...develop.watch.map(({ path }: { path: string }) => path)]).toEqual(
    expect.arrayContaining([outdir, join(outdir, "pyproject.toml")]),
  );
});
