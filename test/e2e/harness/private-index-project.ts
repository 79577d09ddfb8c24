import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { PythonContainer, type PythonContainerOptions } from "../../../src";
import { repository, runFolder } from "./locations";
import type { PackageManagerName } from "./new-project";
import { distribution, PrivateIndex } from "./private-index";
import { type Outcome, run } from "./run";
import { shellEnvironment } from "./user-environment";

const tables: { [M in PackageManagerName]: (url: string) => string } = {
  uv: (url) => `
[tool.uv.sources]
${distribution} = { index = "acme" }
[[tool.uv.index]]
name = "acme"
url = "${url}"
explicit = true
`,
  poetry: (url) => `
[tool.poetry.dependencies]
${distribution} = { source = "acme" }
[[tool.poetry.source]]
name = "acme"
url = "${url}"
priority = "explicit"
`,
};

const prefixes: { [M in PackageManagerName]: string } = { uv: "UV_INDEX_ACME_", poetry: "POETRY_HTTP_BASIC_ACME_" };

/** The variables that open the index. */
export function credentials(manager: PackageManagerName): Record<string, string> {
  const prefix = prefixes[manager];
  return { [`${prefix}USERNAME`]: PrivateIndex.user, [`${prefix}PASSWORD`]: PrivateIndex.password };
}

/** Makes a project that takes one distribution from the index and one from the default index; gives its folder. */
export function privateIndexProject(
  manager: PackageManagerName,
  url: string,
  options: PythonContainerOptions & { readonly label: string },
): string {
  const { label, ...rest } = options;
  const folder = join(runFolder(), label, manager);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pyproject = `[project]
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
${tables[manager](url)}`;
  writeFileSync(join(folder, "pyproject.toml"), pyproject);
  writeFileSync(join(folder, "orders.py"), "import acme_greeting, idna\ndef main(): print(acme_greeting.TEXT)\n");
  process.env.PROJEN_DISABLE_POST = "true";
  const project = new Project({ name: "orders", outdir: folder });
  new PythonContainer(project, { imageName: imageNameOf(label, manager), ...rest });
  project.synth();
  return folder;
}

/** The name that the project's image gets. */
export const imageNameOf = (label: string, manager: PackageManagerName) => `${label}-${manager}`;

/** Runs a task of the project with these variables beside those of a plain shell. */
export function runTask(folder: string, task: string, env: Record<string, string> = {}): Promise<Outcome> {
  const projen = join(repository, "node_modules/.bin/projen");
  return run([projen, task], { cwd: folder, seconds: 400, env: { ...shellEnvironment(), ...env } });
}
