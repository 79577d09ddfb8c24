import { healthCheckFindings, healthPortFindings, programFindings, type RunUse } from "../../src/checks/run-programs";

const image = { image: "python:3.13-slim-trixie", line: ["app"], ports: [8000], env: new Map(), text: "" };
const use = (more: Partial<RunUse>): RunUse => ({ where: 'Dockerfile stage "app"', image, ...more });
const found = (findings: Iterable<object>) => [...findings].length > 0;

describe("a health check", () => {
  test.each<[string, Partial<RunUse>, boolean]>([
    ["by curl", { healthCheck: ["curl", "-f", "http://localhost/"] }, true],
    ["by wget in a text for the shell", { healthCheck: ["wget -q http://localhost/ || exit 1"] }, true],
    ["by a path", { healthCheck: ["/usr/bin/curl", "x"] }, true],
    ["by the interpreter", { healthCheck: ["python", "-c", "curl"] }, false],
    [
      "by what the stage installs",
      { healthCheck: ["curl", "x"], image: { ...image, text: "apt-get install curl" } },
      false,
    ],
    ["in a full image", { healthCheck: ["curl", "x"], image: { ...image, image: "python:3.13" } }, false],
    ["that there is none of", {}, false],
  ])("%s", (_, more, isFound) => expect(found(healthCheckFindings([use(more)]))).toBe(isFound));

  test.each<[string, boolean]>([
    ["curl http://localhost:9000/", true],
    ['socket.create_connection(("127.0.0.1", 9000), 4)', true],
    ["curl http://localhost:8000/", false],
    ["curl http://localhost/", false],
    ["pg_isready", false],
  ])("asks a port: %s", (text, isFound) =>
    expect(found(healthPortFindings([use({ healthCheck: [text] })]))).toBe(isFound),
  );
});

test.each<[string, Partial<RunUse>, readonly string[] | undefined, boolean]>([
  ["what is not installed", { command: ["gunicorn", "a:b"] }, ["flask"], true],
  ["what is installed", { command: ["gunicorn", "a:b"] }, ["gunicorn"], false],
  ["what one of several brings", { command: ["uwsgi"] }, ["pyuwsgi"], false],
  ["by a package manager", { command: ["uv", "run", "orders"] }, ["flask"], true],
  ["as a module", { command: ["python", "-m", "gunicorn", "a:b"] }, ["flask"], true],
  ["as a module that is installed", { command: ["python", "-m", "gunicorn", "a:b"] }, ["gunicorn"], false],
  ["by its path", { command: ["/opt/venv/bin/gunicorn", "a:b"] }, ["flask"], true],
  ["by a shell", { command: ["sh", "-c", "exec gunicorn a:b"] }, ["flask"], true],
  ["in a text for the shell", { command: ["alembic upgrade head && gunicorn a:b"] }, ["alembic"], true],
  ["by a health check", { healthCheck: ["celery", "inspect", "ping"] }, ["flask"], true],
  ["what nobody knows", { command: ["orders"] }, [], false],
  ["what the stage brings", { command: ["gunicorn"], image: { ...image, text: "pip install gunicorn" } }, [], false],
  ["anything where nobody knows what is installed", { command: ["gunicorn"] }, undefined, false],
])("a program: %s", (_, more, installed, isFound) =>
  expect(found(programFindings([use(more)], installed && new Set(installed)))).toBe(isFound),
);
