// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { BackingService, DevContainerMode, type PythonContainer, type PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";

const application = {
  "src/orders/__init__.py": "",
  "src/orders/main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
};
const toml = (deps: string, tools: string) => `[project]
name = "orders"
version = "1"
requires-python = ">=3.12"
dependencies = [${quoted(deps)}]
[dependency-groups]
dev = [${quoted(tools)}]
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`;
const quoted = (names: string) =>
  names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => `"${name}"`);

const beside = (options: PythonContainerOptions = {}, deps = "fastapi uvicorn", tools = "pytest debugpy") =>
  containerBeside({ ...application, "pyproject.toml": toml(deps, tools), "uv.lock": "" }, options);
const servicesOf = (container: PythonContainer) => generated(container.project).compose.services;
const services = (...words: Parameters<typeof beside>) => servicesOf(beside(...words));

describe("which services there are", () => {
  const all = ["app", "builder", "dev"];
  test.each([
    ["pytest debugpy", [...all, "test", "debug"]],
    ["pytest", [...all, "test"]],
    ["debugpy", [...all, "debug"]],
    ["ruff", all],
  ])("with %s", (tools, names) => expect(Object.keys(services({}, undefined, tools))).toEqual(names));

  test("one that the user configures is there without its tool", () => {
    const container = beside({}, undefined, "ruff");
    container.compose.findService("test").configure({ command: ["python", "-m", "unittest"] });
    expect(servicesOf(container).test.command).toEqual(["python", "-m", "unittest"]);
  });
});

test.each(["dev", "test", "debug"])("%s is in a profile and on the live stage", (name) => {
  expect(services()[name]).toMatchObject({ profiles: [name], build: { target: "live" }, init: true });
});

test("the developer has the numbers of whoever works on the host", () => {
  expect(services().dev.build.args).toEqual({ UID: "${UID:-1000}", GID: "${GID:-1000}", UNAME: "dev" });
});

test("dev sees the source on the host", () => {
  const { volumes, working_dir } = services().dev;
  expect([volumes[0].source, volumes[0].target, working_dir]).toEqual([".", "/workspace", "/workspace"]);
});

describe("what dev runs", () => {
  test("is the application, started anew at each change", () => {
    expect(services().dev.command.join(" ")).toBe("uvicorn orders.main:app --host 0.0.0.0 --port 8000 --reload");
  });
  test.each<[string, PythonContainerOptions, string, string]>([
    ["the command is the user's own", { command: ["serve", "x"], port: 8000 }, "fastapi uvicorn", "serve x"],
    ["it is of the app's environment", { command: ["/opt/venv/bin/serve"], port: 8000 }, "", "serve"],
    ["the server does not reload", {}, "fastapi daphne", "daphne orders.main:app -b 0.0.0.0 -p 8000"],
  ])("is the application as it is where %s", (_, options, deps, words) => {
    expect(services(options, deps).dev.command.join(" ")).toBe(words);
  });
  test.each<[string, PythonContainerOptions, string]>([
    ["there is no port", { command: ["serve"] }, "fastapi uvicorn"],
    ["nothing is known to serve", { port: 8000 }, ""],
  ])("is nothing where %s", (_, options, deps) => {
    expect(services(options, deps).dev.command).toEqual(["sleep", "infinity"]);
  });
});

describe("what debug runs", () => {
  const command = (options?: PythonContainerOptions, deps?: string) => services(options, deps).debug.command.join(" ");
  const debugpy = "python -Xfrozen_modules=off -m debugpy --listen 0.0.0.0:5678";
  test.each<[string, PythonContainerOptions, string, string]>([
    ["a server", {}, "fastapi uvicorn", "/home/dev/venv/bin/uvicorn orders.main:app --host 0.0.0.0 --port 8000"],
    ["a script", { command: ["orders", "x"] }, "", "/home/dev/venv/bin/orders x"],
    ["a module", { command: ["python", "-m", "orders"] }, "", "-m orders"],
    ["a file", { command: ["python3", "main.py", "-v"] }, "", "main.py -v"],
    ["of the environment", { command: ["/opt/venv/bin/python", "main.py"] }, "", "main.py"],
  ])("is %s under a debugger", (_, options, deps, words) => expect(command(options, deps)).toBe(`${debugpy} ${words}`));

  test("has the options of the interpreter", () => {
    const words = "python -Xfrozen_modules=off -u -X dev -m debugpy --listen 0.0.0.0:5678 -m orders";
    expect(command({ command: ["python", "-u", "-X", "dev", "-m", "orders"] })).toBe(words);
  });

  test.each([[["sh", "-c", "orders"]], [["/usr/bin/orders"]], [["python", "-c", "import orders"]]])(
    "%j is nothing to debug",
    (words) => expect(services({ command: words }).debug).toBeUndefined(),
  );

  test("waits for a debugger where the option says so", () => {
    expect(command({ debugWaitsForClient: true })).toContain("--listen 0.0.0.0:5678 --wait-for-client ");
  });
});

describe("on a stage that people write", () => {
  const { dev, debug } = servicesOf(
    containerBeside(
      {
        ...application,
        "pyproject.toml": toml("fastapi uvicorn", "debugpy"),
        "uv.lock": "",
        Dockerfile: "FROM x AS dev\n",
      },
      { handWrittenFiles: ["Dockerfile"], application: "orders.main:app", port: 8000 },
    ),
  );
  test("the debugged script is found by the PATH", () => {
    const [shell, option, script, ...words] = debug.command;
    const debugpy = "python -Xfrozen_modules=off -m debugpy --listen 0.0.0.0:5678";
    expect([shell, option, script]).toEqual(["sh", "-c", `exec ${debugpy} "$$(command -v "$$0")" "$$@"`]);
    expect(words.join(" ")).toBe("uvicorn orders.main:app --host 0.0.0.0 --port 8000");
  });
  test("the source on the host goes before what is installed", () => {
    expect(dev.environment.PYTHONPATH).toBe("/workspace/src:/workspace");
  });
});

describe("on a stage that people write with a command of its own", () => {
  const files = { ...application, "pyproject.toml": toml("fastapi uvicorn", "pytest debugpy"), "uv.lock": "" };
  const of = (Dockerfile: string) =>
    servicesOf(
      containerBeside(
        { ...files, Dockerfile },
        { handWrittenFiles: ["Dockerfile"], application: "orders.main:app", port: 8000 },
      ),
    );
  const own = of('FROM x AS base\nWORKDIR /srv\nCMD ["serve"]\nFROM base AS dev\n');
  test("dev runs that, in its folder", () => {
    expect([own.dev.command, own.dev.working_dir]).toEqual([undefined, undefined]);
  });
  test.each(["test", "debug"])("%s is in the folder of the source", (name) => {
    expect(own[name].working_dir).toBe("/workspace");
  });
});

test("the live stage has the user of dev where nothing is installed into it", () => {
  const files = { "main.py": "", "requirements.txt": "flask==3.0\n" };
  const live = parsedStage(generated(containerBeside(files).project).dockerfile, "live");
  expect(argumentsOf(live, "USER")).toEqual([]);
});

test("each has ports of its own on the host, on the loopback alone", () => {
  const { app, dev, debug } = services();
  const ports = [app, dev, debug].flatMap((each) => each.ports);
  expect(ports.map(({ published }) => published)).toEqual([
    "${PORT:-8000}",
    "${DEV_PORT:-8001}",
    "${DEBUG_PORT:-8002}",
    "${DEBUGPY_PORT:-5678}",
  ]);
  expect(new Set(ports.map(({ host_ip }) => host_ip))).toEqual(new Set(["127.0.0.1"]));
});

describe("without a mount", () => {
  const container = () => beside({ developmentMount: false });
  test("the source is in the image, and belongs to the developer", () => {
    const stage = parsedStage(generated(container().project).dockerfile, "live");
    expect(argumentsOf(stage, "COPY")).toEqual(["--chown=${UID}:${GID} . /workspace/"]);
  });
  test("watch copies what changes", () => {
    const { dev, debug } = servicesOf(container());
    const last = [dev, debug].map(({ develop }) => develop.watch.at(-1));
    expect(last).toEqual([
      { path: ".", action: "sync", target: "/workspace" },
      { path: ".", action: "sync+restart", target: "/workspace" },
    ]);
  });
  test("watch starts dev again where its server does not reload", () => {
    const { dev } = services({ developmentMount: false }, "fastapi daphne");
    expect(dev.develop.watch.at(-1).action).toBe("sync+restart");
  });
  test("production has no tests that are in the build context", () => {
    const files = { "main.py": "", "tests/test_main.py": "", "requirements.txt": "flask==3.0\n" };
    const removed = (options: PythonContainerOptions) => {
      const { dockerfile } = generated(containerBeside(files, options).project);
      return argumentsOf(parsedStage(dockerfile, "project"), "RUN").join().includes("rm -rf tests test");
    };
    expect([removed({ developmentMount: false }), removed({})]).toEqual([true, false]);
  });
  test("tests are in the build context", () => {
    expect(generated(container().project).files[".dockerignore"]).not.toMatch(/^tests$/m);
  });
});

describe("what all services of a project use", () => {
  const used = () => {
    const container = beside();
    const { compose } = container;
    const connection = { DATABASE_URL: "postgresql://db" };
    const database = new BackingService(compose, "db", { image: "postgres:17", connection });
    container.addCommand("early", ["work"]);
    container.addBackingService(database);
    container.addCommand("late", ["work"]);
    return servicesOf(container);
  };
  test.each(["app", "dev", "test", "debug", "early", "late"])("%s waits for it and finds it", (name) => {
    expect(used()[name]).toMatchObject({
      environment: { DATABASE_URL: "postgresql://db" },
      depends_on: { db: { condition: "service_healthy" } },
    });
  });
  test("the builder has nothing of it", () => expect(used().builder.depends_on).toBeUndefined());
  test("a service that would be left out is not there for it", () => {
    const container = beside({}, undefined, "ruff");
    container.addBackingService(new BackingService(container.compose, "db", { image: "postgres:17" }));
    expect(Object.keys(servicesOf(container))).not.toContain("test");
  });
});

describe("a command that runs first", () => {
  const migrated = () => {
    const container = beside();
    container.addCommand("migrate", ["alembic", "upgrade", "head"], { runsFirst: true });
    container.addCommand("worker", ["work"]);
    container.addCommand("shell", ["python"], { oneOff: true });
    return servicesOf(container);
  };
  test.each(["app", "worker"])("%s waits for its success", (name) => {
    expect(migrated()[name].depends_on).toEqual({ migrate: { condition: "service_completed_successfully" } });
  });
  test.each(["migrate", "migrate-dev", "shell"])("%s does not", (name) =>
    expect(migrated()[name].depends_on).toBeUndefined(),
  );
  test.each(["dev", "test", "debug"])("%s waits for its success by the source on the host", (name) => {
    const { [name]: service, "migrate-dev": migrate, dev } = migrated();
    expect(service.depends_on).toEqual({ "migrate-dev": { condition: "service_completed_successfully" } });
    expect([migrate.command, migrate.volumes]).toEqual([["alembic", "upgrade", "head"], dev.volumes]);
    expect(migrate.profiles).toContain(name);
  });
  test("no two services of one profile build an image of one name", () => {
    const { "migrate-dev": migrate, dev } = migrated();
    expect([migrate.image, migrate.build]).toEqual([`${dev.image}-migrate`, dev.build]);
  });
  test("a dev container opens where it fails", () => {
    const container = beside({ devContainerMode: DevContainerMode.COMPOSE });
    container.addCommand("migrate", ["alembic"], { runsFirst: true });
    const text = generated(container.project).files[".devcontainer/compose.yaml"];
    expect(text).toMatch(/^ {6}migrate-dev: !reset null$/m);
  });
  test("it is one alone where there is nothing for development", () => {
    const written = { Dockerfile: "FROM x\n", "pyproject.toml": toml("", "") };
    const container = containerBeside(written, { handWrittenFiles: ["Dockerfile"], command: ["x"] });
    container.addCommand("migrate", ["alembic"], { runsFirst: true });
    expect(container.compose.services.map(({ name }) => name)).toEqual(["app", "migrate"]);
  });
  test("it is in no profile", () => expect(migrated().migrate.profiles).toBeUndefined());
  test("it can't be for the asking too", () => {
    expect(() => beside().addCommand("x", ["y"], { runsFirst: true, oneOff: true })).toThrow(
      /both oneOff and runsFirst/,
    );
  });
});

test("the app's processes, memory and processors are limited", () => {
  const { app } = services({ appCpus: 0.5, appMemoryBytes: 536870912 });
  expect(app.deploy.resources.limits).toMatchObject({ pids: 1024 });
  expect([Number(app.deploy.resources.limits.cpus), app.deploy.resources.limits.memory]).toEqual([0.5, "512m"]);
});

describe("what builds an image again", () => {
  const watched = (container: PythonContainer, service: string) => {
    const { develop = { watch: [] } } = servicesOf(container)[service];
    return develop.watch.map(({ path }: { path: string }) => path);
  };
  const setup = 'from setuptools import setup\nsetup(name="orders", packages=["orders"])\n';
  const code = { "orders/__init__.py": "", "setup.py": setup };
  test.each<[string, Record<string, string>, string[]]>([
    ["setup.py and setup.cfg", { ...code, "setup.cfg": "" }, ["setup.py", "setup.cfg"]],
    [
      "requirements files, those for development too",
      { "main.py": "", "requirements.txt": "flask==3.0\n", "requirements-dev.txt": "pytest\n" },
      ["requirements.txt", "requirements-dev.txt"],
    ],
    ["the Pipfile", { "main.py": "", Pipfile: '[packages]\nflask = "*"\n' }, ["Pipfile", "Pipfile.lock"]],
  ])("is %s", (_, files, paths) => expect(watched(containerBeside(files), "dev")).toEqual(paths));

  test("of production is no file for development", () => {
    const files = { "requirements.txt": "flask==3.0\n", "requirements-dev.txt": "pytest\n", "main.py": "" };
    expect(watched(containerBeside(files), "app")).not.toContain("requirements-dev.txt");
  });

  test("is seen by Compose 2.26 below the mount, which has no options", () => {
    expect(services().dev.volumes[0]).toEqual({ type: "bind", source: ".", target: "/workspace" });
  });
});

describe("tasks", () => {
  test.each([
    ["compose:dev", "docker compose up --build --watch dev"],
    ["compose:test", "docker compose run --rm --build test pytest"],
    ["compose:debug", "docker compose up --build --watch debug"],
  ])("%s is started as whoever works on the host", (name, exec) => {
    const { env, steps } = generated(beside().project).tasks[name];
    expect([steps[0].exec, Object.keys(env)]).toEqual([exec, ["UID", "GID"]]);
  });
  test("compose:test runs what the user has the service run", () => {
    const container = beside({}, undefined, "");
    container.compose.findService("test").configure({ command: ["tox", "-e", "unit tests"] });
    const [{ exec }] = generated(container.project).tasks["compose:test"].steps;
    expect(exec).toBe(`docker compose run --rm --build test tox -e 'unit tests'`);
  });
  test("compose:down stops what is in profiles too", () => {
    expect(generated(beside().project).tasks["compose:down"].steps[0].exec).toBe('docker compose --profile "*" down');
  });
});
