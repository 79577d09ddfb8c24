import { diffOf, type Files, type LineDiff, type Row } from "./diff";
import { added, noScript, removed } from "./lines";
import { application, uv, withDependency } from "./projects";

const beside = (source: Files): Files => ({ ...application, ...source });
const fastapi = { "orders/main.py": "from fastapi import FastAPI\napp = FastAPI()\n" };
const django = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "orders.settings")\n',
  "orders/settings.py": "",
  "orders/wsgi.py": "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
};
const flask = { "orders/app.py": "from flask import Flask\napp = Flask(__name__)\n" };
const streamlit = { "streamlit_app.py": "import streamlit\n" };
const noBroker =
  'pyproject.toml [project].dependencies has celery, and compose.yaml has no RabbitMQ; container.addBackingService(new RabbitMq(container.compose, "queue")) adds and connects one.';
const celery = { "orders/celery.py": "from celery import Celery\napp = Celery()\n" };

const row = (source: Files, ...requirements: string[]): [Files, Files] => {
  const before = beside({ "orders/__init__.py": "", ...source });
  return [before, withDependency(before, ...requirements)];
};
const scripted = (source: Files, ...requirements: string[]): [Files, Files] => {
  const before = { ...uv, ...source };
  return [before, withDependency(before, ...requirements)];
};

/** A server in place of no command. */
const serves = (
  framework: string,
  port: number,
  file: string,
  command: string,
  developed: string[],
  health?: LineDiff[string],
): LineDiff => ({
  ".devcontainer/devcontainer.json": ['+  "forwardPorts": [', `+    ${port}`, "+  ],"],
  ".projen/tasks.json": [
    '-          "exec": "docker run --rm --init orders",',
    `+          "exec": "docker run --rm --init --publish 127.0.0.1:${port}:${port} orders",`,
  ],
  Dockerfile: [
    `+# default of ${framework}`,
    `+ENV PORT=${port}`,
    `+EXPOSE ${port}`,
    ...(health ?? [
      healthCheck,
      `+    CMD ["python", "-c", "import socket; socket.create_connection((\\"127.0.0.1\\", ${port}), 4)"]`,
    ]),
    ...removed(...noScript.lines),
    `+# pyproject.toml [project].dependencies (${framework}), ${file}`,
    `+CMD ${command}`,
  ],
  "compose.yaml": [
    ...added(...published("PORT", port, port)),
    ...removed("      - sleep", "      - infinity"),
    ...added(...developed.map((word) => `      - ${word}`), `      PORT: "${port}"`),
    ...added(...published("DEV_PORT", port, port + 1)),
  ],
  log: removed(noScript.told),
});
const published = (variable: string, port: number, onHost: number) => [
  "    ports:",
  `      - target: ${port}`,
  `        published: "\${${variable}:-${onHost}}"`,
  '        host_ip: "127.0.0.1"',
];
const healthCheck = "+HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s --retries=3 \\";
const streamlitHealth = [
  "+# default of streamlit",
  healthCheck,
  '+    CMD ["python", "-c", "import http.client as h, sys; c = h.HTTPConnection(\\"127.0.0.1\\", 8501, timeout=4); c.request(\\"GET\\", \\"/_stcore/health\\"); sys.exit(c.getresponse().status != 200)"]',
];
const uvicorn = '["uvicorn", "orders.main:app", "--host", "0.0.0.0", "--port", "8000"]';
const gunicorn = (application: string, port: number) => `["gunicorn", "${application}", "--bind", "0.0.0.0:${port}"]`;
const streamlitRun =
  '["streamlit", "run", "streamlit_app.py", "--server.headless=true", "--server.address=0.0.0.0", "--server.port=8501"]';

/** How each starts anew, as compose.yaml has the words. */
const onAll = ['"--host"', '"0.0.0.0"', '"--port"'];
const reloads = {
  uvicorn: ["uvicorn", "orders.main:app", ...onAll, '"8000"', '"--reload"'],
  django: ["python", "manage.py", "runserver", '"0.0.0.0:8000"'],
  flask: ["flask", '"--app"', "orders.app:app", "run", ...onAll, '"5000"', '"--debug"'],
  streamlit: [
    ...["streamlit", "run", "streamlit_app.py", '"--server.headless=true"', '"--server.address=0.0.0.0"'],
    ...['"--server.port=8501"', '"--server.runOnSave=true"'],
  ],
};

const rows: Row[] = [
  [
    "fastapi",
    ...row(fastapi, "fastapi", "uvicorn"),
    serves("fastapi", 8000, "orders/main.py", uvicorn, reloads.uvicorn),
  ],
  [
    "django",
    ...row(django, "django", "gunicorn"),
    serves("django", 8000, "orders/wsgi.py", gunicorn("orders.wsgi:application", 8000), reloads.django),
  ],
  [
    "flask",
    ...row(flask, "flask", "gunicorn"),
    serves("flask", 5000, "orders/app.py", gunicorn("orders.app:app", 5000), reloads.flask),
  ],
  [
    "streamlit",
    ...row(streamlit, "streamlit"),
    serves("streamlit", 8501, "streamlit_app.py", streamlitRun, reloads.streamlit, streamlitHealth),
  ],
  [
    "celery",
    ...row(celery, "celery"),
    {
      Dockerfile: [
        ...removed(...noScript.lines),
        "+# pyproject.toml [project].dependencies (celery), orders/celery.py",
        '+CMD ["celery", "-A", "orders.celery:app", "worker", "--loglevel", "INFO"]',
      ],
      log: [...removed(noScript.told), `+info: ${noBroker}`],
    },
  ],
  [
    "pytest-flask",
    ...row(flask, "pytest-flask", "gunicorn"),
    {
      log: [
        '+warn: pyproject.toml [project].dependencies: production installs "pytest-flask", a tool for development; they make the image larger, and are one more thing to keep free of holes; move them to a dependency group such as dev, where the program does not import them',
      ],
    },
  ],
  [
    "celery beside a script",
    ...scripted({ "src/orders/celery.py": celery["orders/celery.py"] }, "celery"),
    {
      log: [
        '+info: pyproject.toml [project].dependencies has celery, and no command is its worker; a service on the same image has one: container.addCommand("worker", ["celery", "-A", "orders.celery:app", "worker", "--loglevel", "INFO"]).',
        `+info: ${noBroker}`,
      ],
    },
  ],
  [
    "fastapi beside a script",
    ...scripted({ "src/orders/main.py": fastapi["orders/main.py"] }, "fastapi", "uvicorn"),
    {
      log: [
        '+info: The app image runs the script "orders", and no port is known; where it serves fastapi, set the option port, or application: "orders.main:app" to have uvicorn serve it.',
      ],
    },
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));
