import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer, type PythonContainerOptions } from "../../src";
import { buildTarget } from "./harness/build";
import { Container } from "./harness/container";
import { mustDocker } from "./harness/engine";
import { imageConfig, removeImages, shellIn } from "./harness/image";
import { runFolder } from "./harness/locations";
import { mustRun } from "./harness/run";

const application = `import os
from http.server import BaseHTTPRequestHandler, HTTPServer
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
def main():
    HTTPServer(("0.0.0.0", int(os.environ["PORT"])), Handler).serve_forever()
`;

/** A project that installs one distribution; gives its folder. */
async function project(label: string, options: PythonContainerOptions, files: Record<string, string> = {}) {
  const folder = join(runFolder(), "closed-network", label);
  mkdirSync(folder, { recursive: true });
  const pyproject =
    '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.13"\ndependencies = ["idna"]\n[project.scripts]\norders = "orders:main"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[tool.hatch.build.targets.wheel]\ninclude = ["orders.py"]\n[tool.uv]\n';
  for (const [name, text] of Object.entries({ "pyproject.toml": pyproject, "orders.py": application, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  process.env.PROJEN_DISABLE_POST = "true";
  const made = new Project({ name: "orders", outdir: folder });
  new PythonContainer(made, { port: 8000, healthCheckPath: "/health", ...options });
  made.synth();
  await mustDocker(["build", "--target", "lock", "--output", "type=local,dest=.", "."], { cwd: folder, seconds: 300 });
  return folder;
}

describe("a registry's mirror", () => {
  const mirror = "127.0.0.1:5000/library";
  const mirrored = {
    "python:3.13-slim-trixie": "python:3.13-slim-trixie",
    "ghcr.io/astral-sh/uv:0.13.9": "astral-sh/uv:0.13.9",
  };
  const names = Object.values(mirrored).map((name) => `${mirror}/${name}`);
  // As if they had been pulled from there: whether a registry runs makes no difference.
  beforeAll(async () => {
    for (const [image, name] of Object.entries(mirrored)) await mustDocker(["tag", image, `${mirror}/${name}`]);
  });
  afterAll(() => removeImages(names));

  test("is where a build takes every base image from", async () => {
    const folder = await project("mirror", { registryMirror: mirror });
    const from = readFileSync(join(folder, "Dockerfile"), "utf8").match(/^FROM \S+\/\S+/gm);
    expect(from).toHaveLength(3);
    for (const line of from ?? []) expect(line).toContain(`FROM ${mirror}/`);
    await buildTarget(folder, "app", "mirror");
  });
});

describe("a company's certificate", () => {
  const authority = "/CN=Example company authority";
  let folder: string;
  beforeAll(async () => {
    const key = join(runFolder(), "authority.key");
    const file = join(runFolder(), "authority.pem");
    const words = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", authority, "-keyout", key, "-out", file];
    await mustRun(["openssl", "req", "-x509", ...words]);
    // This machine may sit behind an authority of its own, which builds need here too.
    const machine = readFileSync("/etc/ssl/certs/ca-certificates.crt", "utf8");
    folder = await project(
      "certificate",
      { caCertificate: "company.pem" },
      { "company.pem": `${readFileSync(file, "utf8")}${machine}` },
    );
  });

  test.each(["builder", "dev"])("is in the bundle that programs of %s read", async (target) => {
    const { image } = await buildTarget(folder, target, "certificate");
    const code =
      "import os, ssl; c = ssl.create_default_context(cafile=os.environ['SSL_CERT_FILE']); print([s for a in c.get_ca_certs() for s in a['subject']])";
    expect(await shellIn(image, `python -c "${code}"`)).toContain("Example company authority");
  });
  test("is not in the production image", async () => {
    const { image } = await buildTarget(folder, "app", "certificate");
    expect(await shellIn(image, "ls /usr/local/share/ca-certificates")).toBe("");
  });
});

describe("proxies of the environment", () => {
  let image: string;
  let container: Container | undefined;
  beforeAll(async () => {
    const folder = await project("proxy", { proxyFromEnvironment: true });
    image = (await buildTarget(folder, "app", "proxy", ["--build-arg=NO_PROXY=proxy.example.com"])).image;
  });
  afterAll(() => container?.remove());

  test("are in neither configuration nor history of the image", async () => {
    expect(JSON.stringify(await imageConfig(image))).not.toMatch(/proxy/i);
    expect(await mustDocker(["history", "--no-trunc", image])).not.toContain("proxy.example.com");
  });
  test("don't stand between the health check and the application", async () => {
    const proxies = ["HTTP_PROXY", "http_proxy"].flatMap((name) => ["--env", `${name}=http://127.0.0.1:9`]);
    container = await Container.start(image, proxies);
    expect(await container.health()).toBe("healthy");
  });
});
