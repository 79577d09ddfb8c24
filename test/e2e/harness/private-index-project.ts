import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthesize } from "./fixtures";
import { repository, runFolder } from "./locations";
import type { PackageManagerName } from "./new-project";
import { distribution, PrivateIndex } from "./private-index";
import { type Outcome, run } from "./run";
import { shellEnvironment } from "./user-environment";

/** The package managers for which there is such a project. */
export type IndexedManager = PackageManagerName | "pip";

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
  pip: ({ url, host }) => ({
    "requirements.txt": `--extra-index-url ${url}\n--trusted-host ${host}\n${distribution}\nidna\n`,
  }),
};

/** The lock file of each. */
export const lockFiles: { [M in IndexedManager]: string } = {
  uv: "uv.lock",
  poetry: "poetry.lock",
  pip: "pylock.toml",
};

/** The variables that open the index. */
export function credentials(manager: IndexedManager, { host }: PrivateIndex): Record<string, string> {
  const { user, password } = PrivateIndex;
  if (manager === "pip") return { NETRC_CONTENT: `machine ${host} login ${user} password ${password}\n` };
  const prefix = { uv: "UV_INDEX_ACME_", poetry: "POETRY_HTTP_BASIC_ACME_" }[manager];
  return { [`${prefix}USERNAME`]: user, [`${prefix}PASSWORD`]: password };
}

/** Makes a project that takes one distribution from the index and one from the default index; gives its folder. */
export function privateIndexProject(manager: IndexedManager, index: PrivateIndex, label: string): string {
  const folder = join(runFolder(), label, manager);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(statements[manager](index))) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "orders.py"), "import acme_greeting, idna\ndef main(): print(acme_greeting.TEXT)\n");
  synthesize(folder, "orders", { imageName: imageNameOf(label, manager) });
  return folder;
}

/** The name that the project's image gets. */
export const imageNameOf = (label: string, manager: IndexedManager) => `${label}-${manager}`;

/** Runs a task of the project with these variables beside those of a plain shell. */
export function runTask(folder: string, task: string, env: Record<string, string> = {}): Promise<Outcome> {
  const projen = join(repository, "node_modules/.bin/projen");
  return run([projen, task], { cwd: folder, seconds: 400, env: { ...shellEnvironment(), ...env } });
}
