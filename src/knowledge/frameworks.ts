import { type ApplicationSearch, applicationSearches } from "./framework-applications";
import {
  asgiServers,
  djangoDevelopment,
  type FrameworkServer,
  flaskDevelopment,
  hypercorn,
  uvicorn,
  wsgiServers,
} from "./framework-servers";

export type { ApplicationSearch } from "./framework-applications";
export type { ApplicationKind, FrameworkServer, ServerNeed } from "./framework-servers";

/** A framework: what shows that a project is built with it, and how its programs are run. */
export interface FrameworkRow {
  /** The name, in lower case. */
  readonly name: string;
  /** The distributions, normalised by PEP 503, of which any among the dependencies shows it. */
  readonly distributions: readonly string[];
  /** Does it answer requests over HTTP, or take jobs from a queue? */
  readonly kind: "web server" | "worker";
  /** The port of its documentation; undefined for a worker. */
  readonly port?: number;
  /** The path that answers where it is healthy; undefined where the framework itself has none. */
  readonly healthPath?: string;
  /** The programs that run it, the one that is preferred where several are there first. */
  readonly servers: readonly FrameworkServer[];
  /** Its own server for development, where it has one beside those. */
  readonly development?: FrameworkServer;
  /** How its application is found in the source; undefined where nothing fixes that. */
  readonly applications?: readonly ApplicationSearch[];
  /** Where that is documented. */
  readonly source: string;
}

/**
 * Frameworks whose programs are started in a way that their documentation fixes.
 *
 * Not listed are those that are started by a program of the project's own (aiohttp, tornado, bottle).
 */
export const frameworkRows: readonly FrameworkRow[] = Object.freeze(
  (
    [
      {
        name: "fastapi",
        distributions: ["fastapi"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.fastapi,
        // `fastapi run` takes the path of a file, and where the project is installed there is none in the image. It starts
        // uvicorn, which comes with it.
        servers: [
          ...asgiServers,
          {
            ...uvicorn,
            needs: [{ distribution: "fastapi", extras: ["all", "standard", "standard-no-fastapi-cloud-cli"] }],
          },
          { ...uvicorn, needs: [{ distribution: "fastapi-cli", extras: ["standard"] }] },
        ],
        source: "https://fastapi.tiangolo.com/deployment/docker/",
      },
      {
        name: "django",
        distributions: ["django"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.django,
        servers: [...wsgiServers, ...asgiServers],
        development: djangoDevelopment,
        source: "https://docs.djangoproject.com/en/stable/howto/deployment/",
      },
      {
        name: "flask",
        distributions: ["flask"],
        kind: "web server",
        port: 5000,
        applications: applicationSearches.flask,
        servers: wsgiServers,
        development: flaskDevelopment,
        source: "https://flask.palletsprojects.com/en/stable/deploying/",
      },
      {
        name: "streamlit",
        distributions: ["streamlit"],
        kind: "web server",
        port: 8501,
        healthPath: "/_stcore/health",
        applications: applicationSearches.streamlit,
        servers: [
          {
            needs: [{ distribution: "streamlit" }],
            application: "script",
            command: [
              ...["streamlit", "run", "{application}", "--server.headless=true"],
              ...["--server.address={address}", "--server.port={port}"],
            ],
            reload: ["--server.runOnSave=true"],
            bindEnvironment: { STREAMLIT_SERVER_ADDRESS: "{address}", STREAMLIT_SERVER_PORT: "{port}" },
            source: "https://docs.streamlit.io/develop/api-reference/configuration/config.toml",
          },
        ],
        source: "https://docs.streamlit.io/deploy/tutorials/docker",
      },
      {
        name: "celery",
        distributions: ["celery"],
        kind: "worker",
        applications: applicationSearches.celery,
        servers: [
          {
            needs: [{ distribution: "celery" }],
            application: "module",
            command: ["celery", "-A", "{application}", "worker", "--loglevel", "INFO"],
            source: "https://docs.celeryq.dev/en/stable/reference/cli.html#celery-worker",
          },
        ],
        source: "https://docs.celeryq.dev/en/stable/userguide/workers.html",
      },
      {
        name: "starlette",
        distributions: ["starlette"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.starlette,
        servers: asgiServers,
        source: "https://starlette.dev/#example",
      },
      {
        name: "litestar",
        distributions: ["litestar"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.litestar,
        servers: [
          {
            needs: [{ distribution: "litestar", extras: ["full", "standard"] }],
            application: "asgi",
            command: ["litestar", "--app", "{application}", "run", "--host", "{address}", "--port", "{port}"],
            factory: ["{application}"],
            reload: ["--reload"],
            bindEnvironment: { LITESTAR_HOST: "{address}", LITESTAR_PORT: "{port}" },
            source: "https://docs.litestar.dev/2/usage/cli.html",
          },
          ...asgiServers,
        ],
        source: "https://docs.litestar.dev/2/topics/deployment/index.html",
      },
      {
        name: "sanic",
        distributions: ["sanic"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.sanic,
        servers: [
          {
            needs: [{ distribution: "sanic" }],
            application: "module",
            command: ["sanic", "{application}", "--host={address}", "--port={port}"],
            reload: ["--reload"],
            debug: ["--single-process"],
            source: "https://sanic.dev/en/guide/running/running.html#running-via-command",
          },
        ],
        source: "https://sanic.dev/en/guide/deployment/docker.html",
      },
      {
        name: "quart",
        distributions: ["quart"],
        kind: "web server",
        port: 5000,
        applications: applicationSearches.quart,
        servers: [uvicorn, { ...hypercorn, needs: [{ distribution: "quart" }] }],
        source: "https://quart.palletsprojects.com/en/latest/tutorials/deployment.html",
      },
      {
        name: "dash",
        distributions: ["dash"],
        kind: "web server",
        port: 8050,
        servers: wsgiServers,
        source: "https://dash.plotly.com/deployment",
      },
      {
        name: "gradio",
        distributions: ["gradio"],
        kind: "web server",
        port: 7860,
        applications: applicationSearches.gradio,
        servers: [
          {
            needs: [{ distribution: "gradio" }],
            application: "script",
            command: ["python", "{application}"],
            bindEnvironment: { GRADIO_SERVER_NAME: "{address}", GRADIO_SERVER_PORT: "{port}" },
            source: "https://www.gradio.app/guides/environment-variables",
          },
        ],
        source: "https://www.gradio.app/guides/deploying-gradio-with-docker",
      },
      {
        name: "chainlit",
        distributions: ["chainlit"],
        kind: "web server",
        port: 8000,
        applications: applicationSearches.chainlit,
        servers: [
          {
            needs: [{ distribution: "chainlit" }],
            application: "script",
            command: ["chainlit", "run", "{application}", "--headless", "--host", "{address}", "--port", "{port}"],
            reload: ["--watch"],
            source: "https://docs.chainlit.io/backend/command-line",
          },
        ],
        source: "https://docs.chainlit.io/deploy/overview",
      },
      {
        name: "dramatiq",
        distributions: ["dramatiq"],
        kind: "worker",
        servers: [
          {
            needs: [{ distribution: "dramatiq" }],
            application: "module",
            command: ["dramatiq", "{application}"],
            source: "https://dramatiq.io/guide.html#workers",
          },
        ],
        source: "https://dramatiq.io/guide.html",
      },
      {
        name: "arq",
        distributions: ["arq"],
        kind: "worker",
        servers: [
          {
            needs: [{ distribution: "arq" }],
            application: "module",
            command: ["arq", "{application}"],
            source: "https://arq-docs.helpmanual.io/#simple-usage",
          },
        ],
        source: "https://arq-docs.helpmanual.io/",
      },
      {
        name: "huey",
        distributions: ["huey"],
        kind: "worker",
        servers: [
          {
            needs: [{ distribution: "huey" }],
            application: "module",
            command: ["huey_consumer", "{application}"],
            source: "https://huey.readthedocs.io/en/latest/consumer.html",
          },
        ],
        source: "https://huey.readthedocs.io/en/latest/guide.html",
      },
    ] satisfies FrameworkRow[]
  ).map((row) => Object.freeze(row)),
);
