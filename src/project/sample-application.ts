import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Project, SampleDir } from "projen";

/** Where the sample application lies and how it is called. */
export interface SampleApplicationOptions {
  /** The Python module that holds it. */
  readonly moduleName: string;
  /** Folder of its test. */
  readonly testFolder: string;
}

interface SampleOptions {
  readonly sample?: boolean;
  readonly moduleName: string;
  readonly outdir?: string;
  readonly parent?: Project;
}

/** Where the sample application answers. */
export const sampleAddress = { port: 8000, healthCheckPath: "/health" };

/** The entry point of the sample application, as `[project.scripts]` names it. */
export function sampleEntryPoint(moduleName: string): string {
  return `${moduleName}.app:main`;
}

/** Whether the project has the entry point of the sample application: people put an application of their own in its place. */
export function hasSampleEntryPoint({ sample = true, moduleName, outdir = "", parent }: SampleOptions): boolean {
  const path = resolve(parent?.outdir ?? "", outdir, moduleName, "app.py");
  return sample && (!existsSync(path) || /^def main\b/m.test(readFileSync(path, "utf8")));
}

/**
 * A small HTTP application with a health route and its test, written once, where neither folder is there yet.
 *
 * It needs the standard library alone, so that a new project depends on nothing that its owner did not choose.
 */
export function addSampleApplication(project: Project, options: SampleApplicationOptions): void {
  const { moduleName, testFolder } = options;
  new SampleDir(project, moduleName, { files: { "__init__.py": "", "app.py": application(moduleName) } });
  new SampleDir(project, testFolder, { files: { "__init__.py": "", "test_app.py": applicationTest(moduleName) } });
}

/** The README of a new project: the way from the checkout to the running application. */
export function sampleReadme(name: string, packageManager: string): string {
  return `# ${name}

Docker and Node are all that this project needs on your machine.

| | |
|---|---|
| \`npm ci && npx projen\` | writes the Dockerfile, compose.yaml, .dockerignore, dev container and pyproject.toml again from .projenrc.ts |
| \`npx projen docker:build\` and \`npx projen docker:run\` | build and run the production image |
| \`npx projen compose:up\` | starts the application and waits until it is healthy |
| \`npx projen compose:test\` and \`npx projen compose:debug\` | run the tests, and the application under a debugger on port 5678 |
| \`npx projen dev:up\` and \`npx projen dev:test\` | start the dev container and run the tests in it |
| \`npx projen container:check\` | tells what is wrong, or not as \`npx projen\` would write it; for CI |
| \`npx projen lock\` | makes ${packageManager}.lock in a container, with the version of ${packageManager} that the Dockerfile pins |

Change files in .projenrc.ts, not in place: \`npx projen\` writes them again. It also makes ${packageManager}.lock again where
pyproject.toml changed and Docker answers. Commit what it writes, ${packageManager}.lock and package-lock.json too.
`;
}

const application = (moduleName: string) => `"""A small HTTP application with a health route; replace it with yours."""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWERS = {"/": {"message": "Hello from ${moduleName}"}, "/health": {"status": "ok"}}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path)
        body = json.dumps(answer or {"error": "not found"}).encode()
        self.send_response(200 if answer else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def make_server(host: str, port: int) -> ThreadingHTTPServer:
    return ThreadingHTTPServer((host, port), Handler)


def main() -> None:
    # A container stops its first process by SIGTERM, which such a process ignores unless it asks for it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # All interfaces: from outside a container its loopback interface can't be reached.
    with make_server("0.0.0.0", int(os.environ.get("PORT", "8000"))) as server:
        print(f"listening on port {server.server_port}")
        server.serve_forever()


if __name__ == "__main__":
    main()
`;

const applicationTest = (moduleName: string) => `import json
from collections.abc import Iterator
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from ${moduleName}.app import make_server


@pytest.fixture
def url() -> Iterator[str]:
    with make_server("127.0.0.1", 0) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_health(url: str) -> None:
    with urlopen(f"{url}/health") as response:
        assert json.load(response) == {"status": "ok"}


def test_unknown_path(url: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{url}/nowhere")
`;
