import type { ApplicationKind } from "./framework-servers";

/** Where the application of a framework is found in the source, and how it shows. */
export interface ApplicationSearch {
  readonly kind: ApplicationKind;
  /**
   * The full names of the classes and functions that make it; for a script the modules of which it imports one.
   */
  readonly makers: readonly string[];
  /** The files that are looked in, each in the project's folder and in its packages, in this order. */
  readonly files: readonly string[];
  /** The names of the variable that count before others. */
  readonly names: readonly string[];
  /** The names of functions that make it when they are called without arguments. */
  readonly factories: readonly string[];
  /** Does manage.py tell the package in which the files are? */
  readonly isBesideSettings?: boolean;
  /** Where that is documented. */
  readonly source: string;
}

const script = (makers: string[], files: string[], source: string): ApplicationSearch => ({
  kind: "script",
  makers,
  files,
  names: [],
  factories: [],
  source,
});

const django = (kind: "asgi" | "wsgi", ...makers: string[]): ApplicationSearch => ({
  kind,
  makers,
  files: [`${kind}.py`],
  names: ["application"],
  factories: [],
  isBesideSettings: true,
  source: `https://docs.djangoproject.com/en/stable/howto/deployment/${kind}/`,
});

/** The searches by the name of the framework. */
export const applicationSearches = {
  fastapi: [
    {
      kind: "asgi",
      makers: ["fastapi.FastAPI", "fastapi.applications.FastAPI"],
      files: ["main.py", "app.py", "api.py", "asgi.py", "__init__.py"],
      names: ["app", "api"],
      factories: ["create_app"],
      source: "https://fastapi.tiangolo.com/fastapi-cli/",
    },
  ],
  flask: [
    {
      kind: "wsgi",
      makers: ["flask.Flask", "flask.app.Flask"],
      files: ["wsgi.py", "app.py", "main.py", "__init__.py"],
      names: ["app", "application"],
      factories: ["create_app", "make_app"],
      source: "https://flask.palletsprojects.com/en/stable/cli/#application-discovery",
    },
  ],
  starlette: [
    {
      kind: "asgi",
      makers: ["starlette.applications.Starlette"],
      files: ["main.py", "app.py", "asgi.py", "__init__.py"],
      names: ["app"],
      factories: ["create_app"],
      source: "https://starlette.dev/applications/",
    },
  ],
  litestar: [
    {
      kind: "asgi",
      makers: ["litestar.Litestar", "litestar.app.Litestar"],
      files: ["app.py", "application.py", "main.py", "asgi.py", "__init__.py"],
      names: ["app", "application"],
      factories: ["create_app"],
      source: "https://docs.litestar.dev/2/usage/cli.html",
    },
  ],
  sanic: [
    {
      kind: "module",
      makers: ["sanic.Sanic", "sanic.app.Sanic"],
      files: ["server.py", "app.py", "main.py", "__init__.py"],
      names: ["app"],
      factories: [],
      source: "https://sanic.dev/en/guide/running/running.html",
    },
  ],
  quart: [
    {
      kind: "asgi",
      makers: ["quart.Quart", "quart.app.Quart"],
      files: ["app.py", "asgi.py", "main.py", "__init__.py"],
      names: ["app"],
      factories: ["create_app"],
      source: "https://quart.palletsprojects.com/en/latest/tutorials/quickstart.html",
    },
  ],
  celery: [
    {
      kind: "module",
      makers: ["celery.Celery", "celery.app.Celery", "celery.app.base.Celery"],
      files: ["celery.py", "celery_app.py", "tasks.py", "worker.py", "app.py", "main.py", "__init__.py"],
      names: ["app", "celery", "celery_app"],
      factories: [],
      source: "https://docs.celeryq.dev/en/stable/getting-started/next-steps.html",
    },
  ],
  django: [
    django("wsgi", "django.core.wsgi.get_wsgi_application"),
    django("asgi", "django.core.asgi.get_asgi_application", "channels.routing.ProtocolTypeRouter"),
  ],
  streamlit: [
    script(
      ["streamlit"],
      ["streamlit_app.py", "app.py", "main.py"],
      "https://docs.streamlit.io/deploy/streamlit-community-cloud/deploy-your-app/file-organization",
    ),
  ],
  gradio: [script(["gradio"], ["app.py", "main.py"], "https://www.gradio.app/guides/quickstart")],
  chainlit: [script(["chainlit"], ["app.py", "main.py"], "https://docs.chainlit.io/get-started/pure-python")],
} satisfies Record<string, readonly ApplicationSearch[]>;
