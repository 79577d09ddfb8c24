import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer } from "../../../src";
import { defaultIndex } from "../../../src/knowledge/default-index";
import { repository, runFolder } from "./locations";
import type { PackageManagerName } from "./new-project";
import { distribution, PrivateIndex } from "./private-index";
import { type Outcome, run } from "./run";
import { shellEnvironment } from "./user-environment";

/** The package managers for which there is such a project. */
export type IndexedManager = PackageManagerName | "pip" | "pip with variables" | "pdm" | "pipenv";

const pyproject = (table: string) => `[project]
name = "orders"
version = "1.0"
requires-python = ">=3.13"
dependencies = ["${distribution}", "idna"]
[project.scripts]
orders = "orders:main"
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[tool.hatch.build.targets.wheel]
include = ["orders.py"]
${table}`;

const requirements = (address: string, host: string) => ({
  "requirements.txt": `--extra-index-url ${address}\n--trusted-host ${host}\n${distribution}\nidna\n`,
});

/** The file that says what is installed. */
const statements: { [M in IndexedManager]: (index: PrivateIndex) => Record<string, string> } = {
  uv: ({ url }) => ({
    "pyproject.toml": pyproject(`
[tool.uv.sources]
${distribution} = { index = "acme" }
[[tool.uv.index]]
name = "acme"
url = "${url}"
explicit = true
`),
  }),
  poetry: ({ url }) => ({
    "pyproject.toml": pyproject(`
[tool.poetry.dependencies]
${distribution} = { source = "acme" }
[[tool.poetry.source]]
name = "acme"
url = "${url}"
priority = "explicit"
`),
  }),
  pdm: ({ url }) => ({
    "pyproject.toml": pyproject(`
[[tool.pdm.source]]
name = "acme"
url = "${url}"
verify_ssl = false
`),
  }),
  pipenv: ({ url }) => ({
    Pipfile: `[[source]]
name = "pypi"
url = "${defaultIndex}"
verify_ssl = true
[[source]]
name = "acme"
url = "${url}"
verify_ssl = false
[packages]
${distribution} = { version = "*", index = "acme" }
idna = "*"
`,
  }),
  pip: ({ url, host }) => requirements(url, host),
  "pip with variables": ({ url, host }) =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax that pip reads
    requirements(url.replace("//", "//${ACME_USERNAME}:${ACME_PASSWORD}@"), host),
};

/** The lock file of each. */
export const lockFiles: { [M in IndexedManager]: string } = {
  uv: "uv.lock",
  poetry: "poetry.lock",
  pip: "pylock.toml",
  "pip with variables": "pylock.toml",
  pdm: "pdm.lock",
  pipenv: "Pipfile.lock",
};

/** The variables that open the index. */
export function credentials(manager: IndexedManager, { host }: PrivateIndex): Record<string, string> {
  const { user, password } = PrivateIndex;
  const prefixes: { [M in IndexedManager]?: string } = {
    uv: "UV_INDEX_ACME_",
    poetry: "POETRY_HTTP_BASIC_ACME_",
    "pip with variables": "ACME_",
  };
  const prefix = prefixes[manager];
  if (prefix === undefined) return { NETRC_CONTENT: `machine ${host} login ${user} password ${password}\n` };
  return { [`${prefix}USERNAME`]: user, [`${prefix}PASSWORD`]: password };
}

/** Makes a project that takes one distribution from the index and one from the default index; gives its folder. */
export function privateIndexProject(manager: IndexedManager, index: PrivateIndex, label: string): string {
  const folder = join(runFolder(), label, manager);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(statements[manager](index))) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "orders.py"), "import acme_greeting, idna\ndef main(): print(acme_greeting.TEXT)\n");
  synthesizeIndexed(folder, manager, index, label);
  return folder;
}

/** Writes the container files of such a project, again where they are there. */
export function synthesizeIndexed(
  folder: string,
  manager: IndexedManager,
  { host }: PrivateIndex,
  label: string,
): void {
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name: "orders", outdir: folder });
  const { dockerfile } = new PythonContainer(project, { imageName: imageNameOf(label, manager) });
  // The index has no certificate, and what pipenv writes for pip says nothing of that.
  if (manager === "pipenv") dockerfile.findStage("builder").addEnv("PIP_TRUSTED_HOST", host);
  project.synth();
}

/** The words of docker by which the project's builds get their secrets. */
export function buildOptionsIn(folder: string): string[] {
  const text = readFileSync(join(folder, ".devcontainer/devcontainer.json"), "utf8");
  return JSON.parse(text.slice(text.indexOf("\n"))).build.options;
}

/** The name that the project's image gets. */
export const imageNameOf = (label: string, manager: IndexedManager) => `${label}-${manager.replaceAll(" ", "-")}`;

/** Runs a task of the project with these variables beside those of a plain shell. */
export function runTask(folder: string, task: string, env: Record<string, string> = {}): Promise<Outcome> {
  const projen = join(repository, "node_modules/.bin/projen");
  return run([projen, task], { cwd: folder, seconds: 400, env: { ...shellEnvironment(), ...env } });
}
