import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PackageManager, type PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { synthesized } from "../project-folder";

const toml =
  '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.13,<3.14"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

function beside(options: PythonContainerOptions, files: Record<string, string> = {}) {
  return containerBeside({ "pyproject.toml": toml, "uv.lock": "", "orders/__init__.py": "", ...files }, options);
}
const outputOf = (options: PythonContainerOptions, files: Record<string, string> = {}) =>
  generated(beside(options, files).project);

describe("a registry's mirror", () => {
  const basesOf = (options: PythonContainerOptions) => {
    const { dockerfile } = outputOf(options);
    return ["builder", "app", "uv"].map((name) => parsedStage(dockerfile, name).base);
  };
  const tag = ":$" + "{PYTHON_VERSION}-slim-trixie";
  const uvTag = ":$" + "{UV_VERSION}";

  test("holds every base image", () =>
    expect(basesOf({ registryMirror: "registry.example.com/mirror" })).toEqual([
      `registry.example.com/mirror/python${tag}`,
      `registry.example.com/mirror/python${tag}`,
      `registry.example.com/mirror/astral-sh/uv${uvTag}`,
    ]));
  test("holds Rust where it is the official image's", () => {
    const maturin = toml.replace("hatchling", "maturin").replace("hatchling.build", "maturin");
    const files = { "pyproject.toml": maturin, "Cargo.toml": '[package]\nname = "orders"\nversion = "1.0.0"\n' };
    const { dockerfile } = outputOf({ registryMirror: "registry.example.com/mirror", rustVersion: "1.90" }, files);
    expect(parsedStage(dockerfile, "rust").base).toMatch(/^registry\.example\.com\/mirror\/rust:/);
  });
  test("of GitHub's registry may be another one", () =>
    expect(basesOf({ registryMirror: "127.0.0.1:5000/library", ghcrMirror: "ghcr.io" })).toEqual([
      `127.0.0.1:5000/library/python${tag}`,
      `127.0.0.1:5000/library/python${tag}`,
      `ghcr.io/astral-sh/uv${uvTag}`,
    ]));
  test.each([["https://registry.example.com"], ["registry.example.com/"], ["mirror"], ["a b.example.com"], [""]])(
    "is not %j",
    (registryMirror) =>
      expect(() => beside({ registryMirror })).toThrow(
        `PythonContainer: registryMirror is ${JSON.stringify(registryMirror)}; it is a registry's host`,
      ),
  );
  test("of GitHub's registry is named in its message", () =>
    expect(() => beside({ ghcrMirror: "https://a.example.com" })).toThrow("ghcrMirror is"));
});

describe("a company's certificate", () => {
  const caCertificate = "certificates/company.pem";
  const files = { [caCertificate]: certificate };
  const instructions = (stage: string, options: PythonContainerOptions = {}) =>
    parsedStage(outputOf({ caCertificate, ...options }, files).dockerfile, stage).instructions;
  const copy = "certificates/company.pem /usr/local/share/ca-certificates/company.crt";

  test("gets into Debian's bundle before anything asks the network", () => {
    const network = instructions("builder").filter(({ keyword }) => keyword === "RUN" || keyword === "COPY");
    expect(network.slice(0, 2).map((each) => each.arguments)).toEqual([copy, "update-ca-certificates"]);
  });
  test.each(["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS"])(
    "is known to what reads %s",
    (variable) =>
      expect(instructions("builder").map((each) => each.arguments)).toContain(
        `${variable}=/etc/ssl/certs/ca-certificates.crt`,
      ),
  );
  test("is not trusted in production by itself", () =>
    expect(instructions("app").map((each) => each.arguments)).not.toContain(copy));
  test("is trusted there by option, before Debian's packages are installed", () =>
    expect(instructions("app", { appTrustsCaCertificate: true })[0]).toEqual({ keyword: "COPY", arguments: copy }));

  test.each<[string, Record<string, string>, string, string]>([
    [
      "is missing",
      {},
      caCertificate,
      "is not there; it is a file of the project; copy the authority's certificate there",
    ],
    ["lies outside", {}, "../company.pem", "lies outside of the build context"],
    [
      "is a folder",
      { [caCertificate]: certificate },
      "certificates",
      "is no file; it is one file with all certificates",
    ],
    ["is absolute", {}, "/etc/company.pem", "lies outside of the build context"],
    ["is binary", { [caCertificate]: "0\u0082" }, caCertificate, "openssl x509 -inform der -in company.pem"],
    [
      "holds a private key",
      { [caCertificate]: `${certificate}-----BEGIN PRIVATE KEY-----\n` },
      caCertificate,
      "holds a private key",
    ],
  ])("is refused where it %s", (_, present, path, message) =>
    expect(() => synthesized(beside({ caCertificate: path }, present).project)).toThrow(message),
  );
  test("is refused where the .dockerignore leaves it out", () => {
    const container = beside({ caCertificate }, files);
    container.dockerignore.addPatterns("certificates");
    expect(() => synthesized(container.project)).toThrow(
      'the pattern "certificates" leaves out "certificates/company.pem"',
    );
  });
  test("has to be there for production to trust it", () =>
    expect(() => beside({ appTrustsCaCertificate: true })).toThrow("set caCertificate to a path"));
  test("is copied from the project's place in the build context", () => {
    const container = beside({ caCertificate, buildContext: ".." }, files);
    const folder = basename(container.project.outdir);
    expect(synthesized(container.project).Dockerfile).toContain(`COPY ${folder}/certificates/company.pem `);
  });
  test("may be a file that is made before the synth", () => {
    const container = beside({ caCertificate: "company.pem" });
    writeFileSync(join(container.project.outdir, "company.pem"), certificate);
    expect(synthesized(container.project).Dockerfile).toContain("COPY company.pem ");
  });
});

describe("proxies of the environment", () => {
  const capitals = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];
  const names = capitals.flatMap((name) => [name, name.toLowerCase()]);
  const entryOf = (name: string, other: string) => [name, `\${${name}:-\${${other}:-}}`];
  const args = Object.fromEntries(capitals.map((name) => entryOf(name, name.toLowerCase())));
  const environment = {
    ...args,
    ...Object.fromEntries(capitals.map((name) => entryOf(name.toLowerCase(), name))),
  };
  let output: ReturnType<typeof outputOf>;
  beforeAll(() => {
    output = outputOf({ proxyFromEnvironment: true, port: 8000, packageManager: PackageManager.UV });
  });

  test.each(["lock", "docker:build"])("reach the build of the task %s", (task) => {
    for (const name of names) expect(output.tasks[task].steps[0].exec).toContain(` --build-arg=${name} `);
  });
  test("reach the container of the task docker:run", () => {
    for (const name of names) expect(output.tasks["docker:run"].steps[0].exec).toContain(` --env ${name} `);
  });
  test("reach the builds of compose", () => {
    const { app, builder } = output.compose.services;
    expect(app.build.args).toMatchObject(args);
    expect(builder.build.args).toEqual(args);
  });
  test("reach the service app", () => expect(output.compose.services.app.environment).toEqual(environment));
  test("reach the dev container and its build", () => {
    expect(output.devContainer.build.options).toEqual(names.map((name) => `--build-arg=${name}`));
    expect(output.devContainer.remoteEnv).toEqual(
      Object.fromEntries(names.map((name) => [name, `\${localEnv:${name.toUpperCase()}}`])),
    );
  });
  test("are no part of an image", () => expect(output.dockerfile).not.toMatch(/proxy/i));
  test("are left alone without the option", () => {
    const { dockerfile, compose, tasks } = outputOf({ port: 8000 });
    expect(JSON.stringify([dockerfile, compose, tasks])).not.toMatch(/proxy/i);
  });
  test("don't stand between a health check and the application", () =>
    expect(
      argumentsOf(
        parsedStage(outputOf({ port: 8000, healthCheckPath: "/health" }).dockerfile, "app"),
        "HEALTHCHECK",
      )[0],
    ).toContain("http.client"));
});
