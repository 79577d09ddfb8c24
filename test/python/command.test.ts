import type { PythonContainer, PythonContainerOptions } from "../../src";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";

const fastapi = { "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n" };
const flask = { "app.py": "from flask import Flask\napp = Flask(__name__)\n" };
const streamlit = { "streamlit_app.py": "import streamlit as st\n" };
const tasks = { "tasks.py": "from celery import Celery\napp = Celery()\n" };

/** A project with these dependencies and files, and its scripts where it is installed. */
function beside(
  dependencies: string,
  files: Record<string, string> = {},
  options: PythonContainerOptions = {},
  ...scripts: string[]
): PythonContainer {
  const project = `[project]\nname = "orders"\nversion = "1"\ndependencies = ${JSON.stringify(dependencies.split(" ").filter(Boolean))}\n`;
  const lines = scripts.map((name) => `${name} = "orders.cli:main"\n`).join("");
  const build = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
  const toml = scripts.length === 0 ? project : `${project}[project.scripts]\n${lines}${build}`;
  const packages: Record<string, string> =
    scripts.length === 0 ? {} : { "orders/__init__.py": "", "orders/cli.py": "def main(): ...\n" };
  return containerBeside(
    { "pyproject.toml": toml, ...packages, ...files },
    { packageManager: PackageManager.UV, ...options },
  );
}

/** What synthesizing gives, and what it says. */
function made(container: PythonContainer) {
  const { logger } = container.project;
  const warn = jest.spyOn(logger, "warn").mockImplementation();
  const info = jest.spyOn(logger, "info").mockImplementation();
  const output = generated(container.project);
  const app = (keyword: string) => argumentsOf(parsedStage(output.dockerfile, "app"), keyword);
  return {
    ...output,
    app,
    command: JSON.parse(app("CMD")[0] ?? "null") as string[] | null,
    // There is no lock file in these projects.
    warnings: warn.mock.calls
      .flat()
      .filter((text) => !/^There is no uv\.lock/.test(String(text)))
      .join("\n"),
    // Services have tests of their own.
    suggestions: info.mock.calls
      .flat()
      .filter((text) => !/addBackingService/.test(String(text)))
      .join("\n"),
  };
}

const commandOf = (...project: Parameters<typeof beside>) => made(beside(...project)).command?.join(" ");

describe("the server of a framework", () => {
  test.each([
    ["fastapi[standard]", fastapi, "uvicorn main:app --host 0.0.0.0 --port 8000"],
    ["fastapi uvicorn", fastapi, "uvicorn main:app --host 0.0.0.0 --port 8000"],
    [
      "fastapi[standard] gunicorn uvicorn-worker",
      fastapi,
      "gunicorn --worker-class uvicorn_worker.UvicornWorker main:app --bind 0.0.0.0:8000",
    ],
    ["flask gunicorn", flask, "gunicorn app:app --bind 0.0.0.0:5000"],
    ["flask waitress", flask, "waitress-serve --host 0.0.0.0 --port 5000 app:app"],
    [
      "streamlit",
      streamlit,
      "streamlit run streamlit_app.py --server.headless=true --server.address=0.0.0.0 --server.port=8501",
    ],
    ["celery", tasks, "celery -A tasks:app worker --loglevel INFO"],
    ["celery flask gunicorn", { ...flask, ...tasks }, "gunicorn app:app --bind 0.0.0.0:5000"],
  ])("%s", (dependencies, files, command) => {
    const { warnings, ...output } = made(beside(dependencies, files as Record<string, string>));
    expect([output.command?.join(" "), warnings]).toEqual([command, ""]);
  });

  const factory = { "shop/__init__.py": "from flask import Flask\ndef create_app():\n    return Flask('shop')\n" };
  const asgiFactory = { "main.py": "from fastapi import FastAPI\ndef create_app():\n    return FastAPI()\n" };
  test.each([
    ["gunicorn", "flask gunicorn", factory, "gunicorn shop:create_app() --bind 0.0.0.0:5000"],
    ["waitress", "flask waitress", factory, "waitress-serve --host 0.0.0.0 --port 5000 --call shop:create_app"],
    ["uvicorn", "fastapi uvicorn", asgiFactory, "uvicorn --factory main:create_app --host 0.0.0.0 --port 8000"],
  ])("%s calls a function that makes the application", (_, dependencies, files, command) =>
    expect(commandOf(dependencies, files as Record<string, string>)).toBe(command),
  );

  test("Django's WSGI application counts before ASGI where a server of each is there", () => {
    const files = {
      "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
      "site/wsgi.py": "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
      "site/asgi.py": "from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n",
    };
    const start = (dependencies: string) => commandOf(dependencies, files)?.split(" ").slice(0, 2);
    expect(start("django uvicorn gunicorn")).toEqual(["gunicorn", "site.wsgi:application"]);
    expect(start("django uvicorn")).toEqual(["uvicorn", "site.asgi:application"]);
  });

  test("a script of an installed project is a file of its environment", () => {
    const command = commandOf("streamlit", { "orders/app.py": "import streamlit\n" }, {}, "a", "b");
    expect(command).toContain(" /opt/venv/lib/python3.13/site-packages/orders/app.py ");
  });

  test("the comment names the dependency and the file, and no line that moves", () => {
    const { dockerfile } = made(beside("fastapi[standard]", fastapi));
    expect(dockerfile).toContain("# pyproject.toml [project].dependencies (fastapi), main.py\nCMD");
  });

  test("a source edit above the application changes no file", () => {
    const edited = { "main.py": `import os\n\n${fastapi["main.py"]}` };
    const dockerfile = (files: Record<string, string>) => made(beside("fastapi[standard]", files)).dockerfile;
    expect(dockerfile(edited)).toBe(dockerfile(fastapi));
  });
});

describe("what decides", () => {
  test.each<[string, Parameters<typeof beside>, string | undefined]>([
    [
      "the option command over all",
      ["fastapi[standard]", fastapi, { command: ["run"], application: "a:b" }, "one"],
      "run",
    ],
    ["one script over the framework", ["fastapi[standard]", {}, {}, "one"], "one"],
    [
      "the framework over several scripts",
      ["flask gunicorn", { "orders/app.py": flask["app.py"] }, {}, "one", "two"],
      "gunicorn orders.app:app --bind 0.0.0.0:5000",
    ],
    [
      "the option application over one script",
      ["flask gunicorn", {}, { application: "orders.web:make()" }, "one"],
      "gunicorn orders.web:make() --bind 0.0.0.0:5000",
    ],
    [
      "the option application over what is found",
      ["flask gunicorn", flask, { application: "web:app" }],
      "gunicorn web:app --bind 0.0.0.0:5000",
    ],
    [
      "the option application between frameworks",
      ["fastapi uvicorn streamlit", { ...fastapi, ...streamlit }, { application: "streamlit_app.py" }],
      "streamlit run streamlit_app.py --server.headless=true --server.address=0.0.0.0 --server.port=8501",
    ],
    [
      "switching a framework off",
      ["fastapi uvicorn streamlit", { ...fastapi, ...streamlit }, { ignoredFrameworks: ["Streamlit"] }],
      "uvicorn main:app --host 0.0.0.0 --port 8000",
    ],
    [
      "a rule for another framework",
      ["acme-web", {}, { frameworkRules: [{ distribution: "Acme_Web", command: ["serve", "{port}"], port: 81 }] }],
      "serve 81",
    ],
    [
      "a rule for a known framework",
      ["fastapi", fastapi, { frameworkRules: [{ distribution: "fastapi", command: ["own", "{application}"] }] }],
      "own main:app",
    ],
  ])("%s", (_, project, command) => expect(commandOf(...project)).toBe(command));
});

describe("the port of the framework", () => {
  test("moves everywhere at once", () => {
    const { app, compose, devContainer, tasks } = made(beside("flask gunicorn", flask));
    expect([app("EXPOSE"), compose.services.app.ports, devContainer.forwardPorts]).toEqual([
      ["5000"],
      [{ target: 5000, published: `\${PORT:-5000}`, host_ip: "127.0.0.1" }],
      [5000],
    ]);
    expect(app("ENV")).toContain("PORT=5000");
    expect(app("HEALTHCHECK")[0]).toContain('(\\"127.0.0.1\\", 5000)');
    expect(tasks["docker:run"].steps[0].exec).toContain("127.0.0.1:5000:5000");
  });

  test("is replaced by the option", () => {
    const { app, command } = made(beside("flask gunicorn", flask, { port: 9000 }));
    expect([app("EXPOSE"), command?.at(-1)]).toEqual([["9000"], "0.0.0.0:9000"]);
  });

  test("is not that of a script", () =>
    expect(made(beside("fastapi uvicorn", {}, {}, "one")).app("EXPOSE")).toEqual([]));

  test("a worker has none, and no health check", () => {
    const { app, compose } = made(beside("celery", tasks));
    expect([app("EXPOSE"), app("HEALTHCHECK"), compose.services.app.ports]).toEqual([[], [], undefined]);
  });

  test("Streamlit has a health check of its own", () => {
    expect(made(beside("streamlit", streamlit)).app("HEALTHCHECK")[0]).toContain("/_stcore/health");
  });

  test("the option healthCheckPath needs no option port there", () => {
    expect(made(beside("flask gunicorn", flask, { healthCheckPath: "/up" })).app("HEALTHCHECK")[0]).toContain("/up");
  });

  test("a path without any port is refused before a file is written", () => {
    expect(() => beside("", {}, { healthCheckPath: "/up" }, "one").project.synth()).toThrow(
      "there is no port; a path is asked for at a port; set the option port",
    );
  });
});

describe("without a command", () => {
  const cases: [string, Parameters<typeof beside>, string][] = [
    ["two scripts", ["", {}, {}, "one", "two"], 'there are several scripts: "one", "two"; set the option command'],
    ["nothing", [""], "there is no script; set the option command"],
    [
      "no server",
      ["flask", flask],
      "no server of flask is among the dependencies; add one of them (gunicorn, waitress,",
    ],
    [
      "no application",
      ["flask gunicorn"],
      "no application of flask was found in wsgi.py, app.py, main.py, __init__.py",
    ],
    [
      "no application of Streamlit",
      ["streamlit"],
      'no application of streamlit was found in streamlit_app.py, app.py, main.py of the project or its packages; name it with the option application, for example "app.py"',
    ],
    [
      "two applications",
      ["fastapi uvicorn streamlit", { ...fastapi, ...streamlit }],
      "there are several applications: main:app (fastapi), streamlit_app.py (streamlit); choose one with the option",
    ],
    [
      "an application that no server takes",
      ["flask gunicorn", {}, { application: "app.py" }],
      'no server of flask among the dependencies takes "app.py"',
    ],
    [
      "no framework",
      ["", {}, { application: "a:b" }, "one"],
      'no framework is among the dependencies that would start "a:b"',
    ],
  ];
  test.each(cases)("%s: a warning says so", (_, project, text) =>
    expect(made(beside(...project)).warnings).toContain(`The app image has no command, since ${text}`),
  );

  test.each(cases)("%s: the container says the same sentence", (_, project) => {
    const { command, warnings } = made(beside(...project));
    expect(command).toEqual(["python", "-c", expect.stringContaining("sys.exit(64)"), warnings.split("\n")[0]]);
  });

  test.each<[string, (container: PythonContainer) => void]>([
    ["a command", (container) => container.dockerfile.findStage("app").addCommand(["own"])],
    ["an entry point", (container) => container.dockerfile.findStage("app").section("runtime").addEntrypoint(["own"])],
  ])("%s of the user's own is enough", (_, add) => {
    const container = beside("");
    add(container);
    const { dockerfile, warnings } = made(container);
    expect([dockerfile.includes("sys.exit(64)"), warnings]).toEqual([false, ""]);
  });
});

describe("a further command", () => {
  const worker = ["celery", "-A", "tasks:app", "worker"];
  const web = () => beside("celery flask gunicorn", { ...flask, ...tasks });
  const service = (options = {}) => {
    const container = web();
    container.addCommand("worker", worker, options);
    const output = made(container);
    return { ...output, service: output.compose.services.worker };
  };

  test("runs the image of the app service, which alone is built", () => {
    const { compose, service: made, dockerfile } = service();
    const { image } = compose.services.app;
    expect([made.image, made.build, made.pull_policy, made.command]).toEqual([image, undefined, "never", worker]);
    expect(dockerfile).toBe(generated(web().project).dockerfile);
  });

  test("has the app service's restrictions, no port, a health check of its own and no dependency", () => {
    const { compose, service: made } = service();
    const { image: _i, build: _b, ports: _p, develop: _d, ...restrictions } = compose.services.app;
    const { image: _j, command: _c, pull_policy: _q, healthcheck, ...own } = made;
    expect([own, healthcheck]).toEqual([restrictions, expect.objectContaining({ test: ["CMD", "true"] })]);
  });

  test("has a port and a health check where it listens", () => {
    const { service: made } = service({ port: 5555, healthCheckPath: "/up" });
    expect([made.environment, made.ports[0].target, made.ports[0].published]).toEqual([
      { PORT: "5555" },
      5555,
      `\${WORKER_PORT:-5555}`,
    ]);
    expect(made.healthcheck.test.join(" ")).toContain("/up");
  });

  test("whose name starts with a digit has a variable all the same", () => {
    const container = web();
    container.addCommand("2nd", worker, { port: 5555 });
    expect(made(container).compose.services["2nd"].ports[0].published).toBe(`\${_2ND_PORT:-5555}`);
  });

  test("that runs once is started by its name alone", () => {
    expect(service({ oneOff: true }).service.profiles).toEqual(["worker"]);
  });

  test("with an image of its own is a stage with CMD and HEALTHCHECK alone", () => {
    const { dockerfile, service: made } = service({ ownImage: true });
    const stage = parsedStage(dockerfile, "worker");
    expect([stage.base, stage.instructions.map(({ keyword }) => keyword)]).toEqual(["app", ["HEALTHCHECK", "CMD"]]);
    expect([argumentsOf(stage, "CMD"), made.build.target, made.command]).toEqual([
      [JSON.stringify(worker).replaceAll(",", ", ")],
      "worker",
      undefined,
    ]);
    expect(made.image).toMatch(/-worker$/);
  });

  test("can be changed as any service", () => {
    const container = web();
    container.addCommand("worker", worker).addEnvironment("BROKER", "redis://queue");
    expect(made(container).compose.services.worker.environment).toEqual({ BROKER: "redis://queue" });
  });

  test.each([
    ["no word", () => web().addCommand("worker", []), 'command "worker" has no words'],
    ["a name that is taken", () => web().addCommand("builder", worker), "builder"],
    ["a port that is none", () => web().addCommand("worker", worker, { port: 0 }), "a port is a whole number"],
  ])("%s is refused", (_, add, message) => expect(add).toThrow(message));
});

describe("a worker is suggested", () => {
  test("where a queue is a dependency, in the words that add it", () => {
    expect(made(beside("celery flask gunicorn", { ...flask, ...tasks })).suggestions).toContain(
      'container.addCommand("worker", ["celery", "-A", "tasks:app", "worker", "--loglevel", "INFO"])',
    );
  });
  test.each<[string, () => PythonContainer]>([
    ["it is the app image's command", () => beside("celery", tasks)],
    ["the project has no queue", () => beside("flask gunicorn", flask)],
    ["the framework is switched off", () => beside("celery", tasks, { ignoredFrameworks: ["celery"], command: ["x"] })],
    [
      "one is there",
      () => {
        const container = beside("celery flask gunicorn", { ...flask, ...tasks });
        container.addCommand("queue", ["celery", "worker"]);
        return container;
      },
    ],
  ])("not where %s", (_, container) => expect(made(container()).suggestions).toBe(""));
});

describe("the port of a script that may serve a framework", () => {
  const files = { "orders/app.py": flask["app.py"] };
  test("is asked for", () => {
    expect(made(beside("flask gunicorn", files, {}, "one")).suggestions).toBe(
      'The app image runs the script "one", and no port is known; where it serves flask, set the option port, or application: "orders.app:app" to have gunicorn serve it.',
    );
  });
  test.each<[string, Parameters<typeof beside>]>([
    ["it is known", ["flask gunicorn", files, { port: 80 }, "one"]],
    ["a server is the command", ["flask gunicorn", files]],
    ["there is no application", ["flask gunicorn", {}, {}, "one"]],
    ["the command is given", ["flask gunicorn", files, { command: ["one"] }, "one"]],
  ])("is not asked for where %s", (_, project) => expect(made(beside(...project)).suggestions).toBe(""));
});

test.each<[PythonContainerOptions, string]>([
  [{ application: "orders main" }, 'write one like "orders.main:app"'],
  [{ ignoredFrameworks: ["fastap"] }, 'there is no framework "fastap"; near to it are "fastapi"'],
  [{ frameworkRules: [{ distribution: "acme", command: [] }] }, 'the command of "acme" has no words'],
  [
    { frameworkRules: [{ distribution: "acme", command: ["{port}"] }] },
    'the command of "acme" has {port}, and there is no port',
  ],
])("%j is refused", (options, message) => expect(() => containerBeside({}, options)).toThrow(message));

test("a step that a user put in place of docker:run stays", () => {
  const container = beside("flask gunicorn", flask);
  container.project.tasks.tryFind("docker:run")?.reset("own");
  expect(made(container).tasks["docker:run"].steps).toEqual([{ exec: "own" }]);
});

test("a script of a project that is not installed is no command", () => {
  const toml =
    '[project]\nname = "orders"\nversion = "1"\nscripts.orders = "orders:main"\n[tool.uv]\npackage = false\n';
  const container = containerBeside({ "pyproject.toml": toml, "orders.py": "" }, { packageManager: PackageManager.UV });
  expect(made(container).command).not.toEqual(["orders"]);
});
