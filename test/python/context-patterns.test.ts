import { BuildContext } from "../../src";
import { containerBeside, generated } from "../container-project";

const toml = (more: string) =>
  `[project]\nname = "orders"\nversion = "1"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n${more}`;

/** What the generated .dockerignore says of a path. */
function includes(path: string, more: string, files: Record<string, string>): boolean {
  const container = containerBeside({
    "uv.lock": "",
    "pyproject.toml": toml(more),
    "orders/__init__.py": "",
    ...files,
  });
  return new BuildContext(generated(container.project).files[".dockerignore"].split("\n")).includes(path);
}

const hook = '[tool.hatch.build.hooks.custom]\npath = "build/hook.py"\n';
const packages = '[tool.hatch.build.targets.wheel]\npackages = ["orders", "test"]\n';

test("a build hook in a folder that builds leave is taken in", () =>
  expect(includes("build/hook.py", hook, { "build/hook.py": "" })).toBe(true));
test("the rest of that folder is not", () =>
  expect(includes("build/lib", hook, { "build/hook.py": "", "build/lib": "" })).toBe(false));
test("a package that is named as a folder of tests is taken in", () =>
  expect(includes("test/__init__.py", packages, { "test/__init__.py": "" })).toBe(true));
test.each([
  ".gitlab-ci.yml",
  ".gitlab/containers.yml",
  "renovate.json5",
  "docker-bake.json",
  "docker-bake.override.hcl",
])("what only a server or docker reads is left out: %s", (path) => expect(includes(path, packages, {})).toBe(false));
test("what git ignores is known to a build backend, which leaves it out of a wheel", () =>
  expect(includes(".gitignore", packages, {})).toBe(true));
test("a folder of tests is left out", () => expect(includes("tests/test_a.py", packages, {})).toBe(false));

describe("what looks like a secret", () => {
  test.each([
    "libs/rules/.git/config",
    ".env",
    "orders/.netrc",
    ".pypirc",
    ".npmrc",
    ".git-credentials",
    "pip.conf",
    "auth.toml",
    "deploy/.ssh/config",
    "id_rsa",
    "deploy/id_ed25519",
    ".aws/credentials",
    "deploy/terraform.tfstate.backup",
    "server.pem",
    "server.key",
    "server.p12",
  ])("is left out: %s", (path) => expect(includes(path, "", {})).toBe(false));
  test.each(["orders/ca.pem", "orders/schema.key", "orders/auth.toml", "orders/id_rsa.py", "id_rsa_tool.py"])(
    "is taken in where it is data of a package: %s",
    (path) => expect(includes(path, "", {})).toBe(true),
  );

  const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  test.each([
    ["caCertificate", "company.pem", pem],
    ["sshKnownHosts", "hosts.key", "git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==\n"],
  ])("is taken in where the option %s names it", (option, path, text) => {
    const project = { "pyproject.toml": toml(""), "uv.lock": "", "orders/__init__.py": "", [path]: text };
    const lines = generated(containerBeside(project, { [option]: path }).project).files[".dockerignore"].split("\n");
    expect(new BuildContext(lines).includes(path)).toBe(true);
  });
});

describe("where pip installs", () => {
  /** The lines of the generated .dockerignore. */
  const linesOf = (files: Record<string, string>, dockerignore: string[] = []) => {
    const container = containerBeside(files, { command: ["true"] });
    jest.spyOn(container.project.logger, "warn").mockImplementation();
    if (dockerignore.length > 0) container.dockerignore.addPatterns(...dockerignore);
    return generated(container.project).files[".dockerignore"].split("\n");
  };
  const takesIn = (path: string, files: Record<string, string>) => new BuildContext(linesOf(files)).includes(path);

  test("a requirements file that one for development includes is taken in", () => {
    const files = {
      "requirements.txt": "idna==3.20\n",
      "requirements-dev.txt": "-r tests/requirements.txt\n",
      "tests/requirements.txt": "pytest\n",
    };
    expect(takesIn("tests/requirements.txt", files)).toBe(true);
  });

  test("a wheel in a folder that builds leave is taken in", () => {
    const wheel = "dist/till-1-py3-none-any.whl";
    expect(takesIn(wheel, { "requirements.txt": `./${wheel}\n`, [wheel]: "" })).toBe(true);
  });

  test("the source of a project for development is taken in", () => {
    const files = {
      "requirements.txt": "idna==3.20\n",
      "requirements-dev.txt": "./tests/till\n",
      "tests/till/pyproject.toml": '[project]\nname = "till"\nversion = "1"\n',
      "tests/till/till.py": "",
    };
    expect(takesIn("tests/till/till.py", files)).toBe(true);
  });

  test("a wheel that a user keeps out is told", () =>
    expect(() =>
      linesOf({ "requirements.txt": "./wheels/till-1-py3-none-any.whl\n", "wheels/till-1-py3-none-any.whl": "" }, [
        "wheels",
      ]),
    ).toThrow('.dockerignore: the pattern "wheels" leaves out "wheels/till-1-py3-none-any.whl"'));
});
