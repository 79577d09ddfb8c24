import fc from "fast-check";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { uvFacts } from "./facts-of";

const project = (dependency: string, more = "") =>
  `[project]\nname = "orders"\nversion = "1"\ndependencies = ${JSON.stringify(dependency.split(" "))}\n${more}`;
const installed = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const targets = ({ applications }: ProjectFacts) => applications.map(({ value }) => value.target);
const fastapi = "from fastapi import FastAPI\n\napp = FastAPI()\n";
const package_ = { "orders/__init__.py": "" };

/** The targets that are found of the framework, in a project that is not installed. */
const of = (dependency: string, files: Record<string, string>) => targets(uvFacts(project(dependency), files));

describe("where FastAPI's application is looked for", () => {
  test.each([
    ["main.py", "main:app"],
    ["app.py", "app:app"],
    ["api.py", "api:app"],
    ["app/main.py", "app.main:app"],
    ["orders/main.py", "orders.main:app"],
    ["orders/api.py", "orders.api:app"],
    ["orders/__init__.py", "orders:app"],
    ["src/orders/main.py", "orders.main:app"],
  ])("%s", (path, target) => expect(of("fastapi", { [path]: fastapi })).toEqual([target]));
  test.each(["orders/cli.py", "tests/main.py", "orders/deep/main.py", "main.txt"])("not in %s", (path) =>
    expect(of("fastapi", { ...package_, [path]: fastapi })).toEqual([]),
  );
  test("the project's folder counts before a package", () =>
    expect(of("fastapi", { "main.py": fastapi, "app/main.py": fastapi })).toEqual(["main:app"]));
  test("main.py counts before app.py", () =>
    expect(of("fastapi", { "main.py": fastapi, "app.py": fastapi })).toEqual(["main:app"]));
  test("of an installed project in its packages alone", () => {
    const files = { "main.py": fastapi, "src/orders/__init__.py": "", "src/orders/app.py": fastapi };
    expect(targets(uvFacts(project("fastapi", installed), files))).toEqual(["orders.app:app"]);
  });
  test("pyproject.toml can name it", () => {
    const facts = uvFacts(project("fastapi", '[tool.fastapi]\nentrypoint = "shop.web:api"\n'), { "main.py": fastapi });
    expect(facts.applications).toEqual([
      {
        value: { framework: "fastapi", kind: "asgi", target: "shop.web:api", isFactory: false },
        source: "pyproject.toml [tool.fastapi].entrypoint",
      },
    ]);
  });
  test("not where FastAPI is a development dependency", () => {
    const toml = '[project]\nname = "orders"\nversion = "1"\n[dependency-groups]\ndev = ["fastapi"]\n';
    expect(targets(uvFacts(toml, { "main.py": fastapi }))).toEqual([]);
  });
});

describe("how FastAPI's application shows", () => {
  const main = (source: string, more = {}) => of("fastapi", { "main.py": source, ...more });
  test.each([
    ["an instance", fastapi],
    ["the class by another name", "from fastapi import FastAPI as Api\napp = Api()\n"],
    ["the class of the module", "import fastapi\napp = fastapi.FastAPI()\n"],
    ["the class of the module by another name", "import fastapi as f\napp = f.FastAPI()\n"],
    ["an annotated variable", "from fastapi import FastAPI\napp: FastAPI = FastAPI(\n    title='x',\n)\n"],
    ["two names", "from fastapi import FastAPI\nfirst = app = FastAPI()\n"],
    ["a condition", "from fastapi import FastAPI\nif True:\n    app = FastAPI()\n"],
    [
      "an import in several lines",
      "from fastapi import (\n    Depends,  # FastAPI\n    FastAPI,\n)\napp = FastAPI()\n",
    ],
    ["a function that makes it", "from fastapi import FastAPI\ndef make():\n    return FastAPI()\n\napp = make()\n"],
  ])("%s", (_, source) => expect(main(source)).toEqual(["main:app"]));
  test("by any name where there is one", () =>
    expect(main("from fastapi import FastAPI\nshop = FastAPI()\n")).toEqual(["main:shop"]));
  test("by its usual name where there are several", () =>
    expect(main("from fastapi import FastAPI\nv1 = FastAPI()\napp = FastAPI()\n")).toEqual(["main:app"]));
  test.each([
    ["two by other names", "from fastapi import FastAPI\nv1 = FastAPI()\nv2 = FastAPI()\n"],
    ["another class", "from fastapi import APIRouter\napp = APIRouter()\n"],
    ["a class of that name of another package", "from starlite import FastAPI\napp = FastAPI()\n"],
    ["a comment", "from fastapi import FastAPI\n# app = FastAPI()\n"],
    ["a text", "from fastapi import FastAPI\nx = '''\napp = FastAPI()\n'''\n"],
    ["a variable of a function", "from fastapi import FastAPI\ndef f(x):\n    app = FastAPI()\n"],
    ["a program", "from fastapi import FastAPI\nif __name__ == '__main__':\n    app = FastAPI()\n"],
    ["a function that needs arguments", "from fastapi import FastAPI\ndef create_app(x):\n    return FastAPI()\n"],
    ["an asynchronous function", "from fastapi import FastAPI\nasync def create_app():\n    return FastAPI()\n"],
    ["a circle", "from main import app\n"],
  ])("not: %s", (_, source) => expect(main(source)).toEqual([]));
  test("from another module of the project", () => {
    const web = {
      "orders/__init__.py": "from .web import api\n",
      "orders/web.py": "from fastapi import FastAPI\napi = FastAPI()\n",
    };
    expect(main("from orders import api as app\n", web)).toEqual(["main:app"]);
  });
  test("by a function of another module of the project", () => {
    const factory = {
      ...package_,
      "orders/factory.py": "import fastapi\ndef build():\n    return fastapi.FastAPI()\n",
    };
    expect(main("from orders import factory\napp = factory.build()\n", factory)).toEqual(["main:app"]);
  });
  test("a function that makes it and needs no arguments", () => {
    const source =
      "from fastapi import FastAPI\ndef create_app(debug=False, **more) -> FastAPI:\n    return FastAPI()\n";
    const [{ value, source: line }] = uvFacts(project("fastapi"), { "orders/__init__.py": source }).applications;
    expect([value.target, value.isFactory, line]).toEqual(["orders:create_app", true, "orders/__init__.py:2"]);
  });
  test("with the line", () => {
    const [{ source }] = uvFacts(project("fastapi"), { "main.py": fastapi }).applications;
    expect(source).toBe("main.py:3");
  });
});

describe("Django", () => {
  const manage = (settings: string) =>
    `import os\n\n\ndef main():\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settings}")\n`;
  const wsgi = "from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n";
  const asgi = wsgi.replaceAll("wsgi", "asgi");
  test("has WSGI and ASGI beside the settings that manage.py names", () =>
    expect(of("django", { "manage.py": manage("site.settings"), "site/wsgi.py": wsgi, "site/asgi.py": asgi })).toEqual([
      "site.wsgi:application",
      "site.asgi:application",
    ]));
  test("has them in the package above, where settings are a package", () =>
    expect(of("django", { "manage.py": manage("site.settings.production"), "site/wsgi.py": wsgi })).toEqual([
      "site.wsgi:application",
    ]));
  test("in the folder src", () => {
    const files = { "src/manage.py": manage("site.settings"), "src/site/__init__.py": "", "src/site/wsgi.py": wsgi };
    expect(of("django", files)).toEqual(["site.wsgi:application"]);
  });
  test.each([
    ["without manage.py", { "site/wsgi.py": wsgi }],
    ["without wsgi.py", { "manage.py": manage("site.settings"), "site/settings.py": "" }],
    ["where wsgi.py makes none", { "manage.py": manage("site.settings"), "site/wsgi.py": "" }],
    ["where manage.py names no settings", { "manage.py": "", "site/wsgi.py": wsgi }],
  ])("none %s", (_, files) => expect(of("django", files as Record<string, string>)).toEqual([]));
});

test.each([
  ["flask", "app.py", "from flask import Flask\napp = Flask(__name__)\n", "app:app"],
  ["flask", "wsgi.py", "from flask import Flask\napplication = Flask(__name__)\n", "wsgi:application"],
  [
    "flask",
    "orders/__init__.py",
    "from flask import Flask\ndef create_app():\n    return Flask('x')\n",
    "orders:create_app",
  ],
  ["streamlit", "streamlit_app.py", "import streamlit as st\n", "streamlit_app.py"],
  ["streamlit", "app.py", "from streamlit import write\n", "app.py"],
  ["celery", "orders/celery.py", "from celery import Celery\napp = Celery('orders')\n", "orders.celery:app"],
  ["celery", "tasks.py", "import celery\nqueue = celery.Celery()\n", "tasks:queue"],
])("%s in %s", (dependency, path, source, target) => expect(of(dependency, { [path]: source })).toEqual([target]));

test("a script that does not import Streamlit is none", () =>
  expect(of("streamlit", { "app.py": "import streamlit_extras\n" })).toEqual([]));
test("several frameworks have one each", () =>
  expect(
    of("fastapi celery", { "main.py": fastapi, "tasks.py": "from celery import Celery\napp = Celery()\n" }),
  ).toEqual(["main:app", "tasks:app"]));

const lines = fc.constantFrom(
  ...["from fastapi import FastAPI", "from . import a", "from .main import app", "import main, fastapi as f", "app = "],
  ...[
    "app = FastAPI()",
    "def create_app(",
    "def create_app(a=1, *, b):",
    "    return FastAPI()",
    "if x:",
    "    app = f()",
  ],
  ...[
    "app = create_app()",
    "@x",
    "class A(FastAPI): pass",
    "app: x",
    "from x import (",
    ")",
    '"""',
    "a, b = 1, 2",
    "with",
  ],
);
const anyPython = fc
  .array(fc.oneof({ weight: 9, arbitrary: lines }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }))
  .map((all) => all.join("\n"));
test("any Python files give applications or none, and both happen", () => {
  const seen = new Set<number>();
  const files = fc.record({ "main.py": anyPython, "orders/__init__.py": anyPython, "manage.py": anyPython });
  fc.assert(
    fc.property(files, (disk) => void seen.add(of("fastapi django", disk).length)),
    { numRuns: 300 },
  );
  expect([...seen]).toEqual(expect.arrayContaining([0, 1]));
});
test.each([
  ["nested brackets", `app = ${"(".repeat(20_000)}`],
  [
    "a long chain of functions",
    Array.from({ length: 2000 }, (_, at) => `def f${at}():\n    return f${at + 1}()`).join("\n"),
  ],
  [
    "functions that call each other",
    Array.from(
      { length: 60 },
      (_, at) => `def f${at}():\n${Array.from({ length: 60 }, (_, to) => `    f${to}()`).join("\n")}`,
    ).join("\n"),
  ],
])("%s", (_, source) => expect(of("fastapi", { "main.py": `${source}\napp = f0()\n` })).toEqual([]));
