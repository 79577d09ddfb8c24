/** What a server starts: an object that speaks ASGI or WSGI, a file by its path, or a module, with an object in it or not. */
export type ApplicationKind = "asgi" | "wsgi" | "script" | "module";

/** A distribution that has to be among the dependencies, with one of the extras where some are listed. */
export interface ServerNeed {
  /** Normalised by PEP 503. */
  readonly distribution: string;
  readonly extras?: readonly string[];
}

/**
 * A program that runs applications in production.
 *
 * In its words `{application}` stands for what it starts, `{address}` and `{port}` for where it listens: `0.0.0.0` in a
 * container.
 */
export interface FrameworkServer {
  /** What has to be among the dependencies, all of it. */
  readonly needs: readonly ServerNeed[];
  readonly application: ApplicationKind;
  /** The words of the command, with the options that set the address where it has such. */
  readonly command: readonly string[];
  /**
   * The words in place of `{application}` where it is a function that makes the application; undefined where the program
   * takes none.
   */
  readonly factory?: readonly string[];
  /** The variables of the environment that set the address, where it reads such. */
  readonly bindEnvironment?: { readonly [name: string]: string };
  /**
   * The further words by which it starts anew when a source file changes; undefined where it has none without a further
   * distribution.
   */
  readonly reload?: readonly string[];
  /** The further words by which a debugger may hold it for long, in one process; none where it needs none. */
  readonly debug?: readonly string[];
  /** The program that takes its place in development. */
  readonly development?: FrameworkServer;
  /** Is it no Python program, so that no debugger for Python can start it? */
  readonly isNative?: boolean;
  /** The file of the project without which it does not start. */
  readonly needsFile?: string;
  /** Where the command is documented. */
  readonly source: string;
}

const hostAndPort = ["--host", "{address}", "--port", "{port}"];
const oneBind = ["--bind", "{address}:{port}"];
const called = ["{application}()"];
const afterFactory = ["--factory", "{application}"];
const granianEnvironment = { GRANIAN_HOST: "{address}", GRANIAN_PORT: "{port}" };

/** Uvicorn. */
export const uvicorn: FrameworkServer = {
  needs: [{ distribution: "uvicorn" }],
  application: "asgi",
  command: ["uvicorn", "{application}", ...hostAndPort],
  factory: afterFactory,
  bindEnvironment: { UVICORN_HOST: "{address}", UVICORN_PORT: "{port}" },
  reload: ["--reload"],
  source: "https://uvicorn.dev/deployment/",
};

/** Gunicorn, whose workers are uvicorn; they do not start anew by its option, which uvicorn itself does. */
export const gunicornWithUvicorn: FrameworkServer = {
  needs: [{ distribution: "gunicorn" }, { distribution: "uvicorn-worker" }],
  application: "asgi",
  command: ["gunicorn", "--worker-class", "uvicorn_worker.UvicornWorker", "{application}", ...oneBind],
  factory: called,
  development: uvicorn,
  source: "https://github.com/Kludex/uvicorn-worker#usage",
};

/** Hypercorn. */
export const hypercorn: FrameworkServer = {
  needs: [{ distribution: "hypercorn" }],
  application: "asgi",
  command: ["hypercorn", "{application}", ...oneBind],
  factory: called,
  reload: ["--reload"],
  source: "https://hypercorn.readthedocs.io/en/latest/tutorials/usage.html",
};

/** Daphne. */
export const daphne: FrameworkServer = {
  needs: [{ distribution: "daphne" }],
  application: "asgi",
  command: ["daphne", "{application}", "-b", "{address}", "-p", "{port}"],
  source: "https://github.com/django/daphne#running",
};

/** Granian for ASGI; it starts anew only with a further distribution. */
export const granian: FrameworkServer = {
  needs: [{ distribution: "granian" }],
  application: "asgi",
  command: ["granian", "--interface", "asgi", "{application}", ...hostAndPort],
  factory: afterFactory,
  bindEnvironment: granianEnvironment,
  source: "https://github.com/emmett-framework/granian#options",
};

/** Granian for WSGI. */
export const granianForWsgi: FrameworkServer = {
  ...granian,
  application: "wsgi",
  command: ["granian", "--interface", "wsgi", "{application}", ...hostAndPort],
};

/** Gunicorn. */
export const gunicorn: FrameworkServer = {
  needs: [{ distribution: "gunicorn" }],
  application: "wsgi",
  command: ["gunicorn", "{application}", ...oneBind],
  factory: called,
  bindEnvironment: { GUNICORN_CMD_ARGS: "--bind={address}:{port}" },
  reload: ["--reload"],
  // It kills a worker that has not answered for 30 seconds.
  debug: ["--timeout", "0"],
  source: "https://docs.gunicorn.org/en/stable/run.html",
};

/** Waitress. */
export const waitress: FrameworkServer = {
  needs: [{ distribution: "waitress" }],
  application: "wsgi",
  // Its options stand before the application.
  command: ["waitress-serve", ...hostAndPort, "{application}"],
  factory: ["--call", "{application}"],
  source: "https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html",
};

/** uWSGI, which before version 2.1 starts anew at SIGTERM unless it is told to end. */
export const uwsgi: FrameworkServer = {
  needs: [{ distribution: "uwsgi" }],
  application: "wsgi",
  command: ["uwsgi", "--master", "--die-on-term", "--module", "{application}", "--http", "{address}:{port}"],
  factory: called,
  reload: ["--py-autoreload", "1"],
  isNative: true,
  source: "https://uwsgi-docs.readthedocs.io/en/latest/WSGIquickstart.html",
};

/** uWSGI as wheels. */
export const pyuwsgi: FrameworkServer = {
  ...uwsgi,
  needs: [{ distribution: "pyuwsgi" }],
  source: "https://uwsgi-docs.readthedocs.io/en/latest/Install.html",
};

/** The servers for ASGI, the one that is preferred where several are there first. */
export const asgiServers: readonly FrameworkServer[] = [gunicornWithUvicorn, uvicorn, hypercorn, daphne, granian];

/** The servers for WSGI, the one that is preferred where several are there first. */
export const wsgiServers: readonly FrameworkServer[] = [gunicorn, waitress, uwsgi, pyuwsgi, granianForWsgi];

/** Flask's own server, for development alone. */
export const flaskDevelopment: FrameworkServer = {
  needs: [{ distribution: "flask" }],
  application: "wsgi",
  command: ["flask", "--app", "{application}", "run", ...hostAndPort],
  factory: called,
  reload: ["--debug"],
  source: "https://flask.palletsprojects.com/en/stable/server/",
};

/** Django's own server, for development alone; it starts anew unless it is told not to. */
export const djangoDevelopment: FrameworkServer = {
  needs: [{ distribution: "django" }],
  application: "wsgi",
  command: ["python", "manage.py", "runserver", "{address}:{port}"],
  reload: [],
  debug: ["--noreload"],
  needsFile: "manage.py",
  source: "https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver",
};
