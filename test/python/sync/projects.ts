import { changed, type Files } from "./diff";

const functions = ["main", "serve", "admin", "window"].map((name) => `def ${name}(): ...\n`);
const source = { "src/orders/__init__.py": functions.join("") };

export const uv: Files = {
  ...source,
  "uv.lock": "",
  "pyproject.toml": `[project]
name = "orders"
version = "1.0"
requires-python = ">=3.12"
dependencies = ["httpx"]

[project.scripts]
orders = "orders:main"

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`,
};

export const poetry: Files = {
  ...source,
  "poetry.lock": "",
  "pyproject.toml": `[tool.poetry]
name = "orders"
version = "1.0"

[tool.poetry.dependencies]
python = "^3.12"
httpx = "*"

[tool.poetry.scripts]
orders = "orders:main"

[build-system]
requires = ["poetry-core"]
build-backend = "poetry.core.masonry.api"
`,
};

export const pdm: Files = { ...source, "pdm.lock": "", "pyproject.toml": uv["pyproject.toml"] };

export const hatch: Files = { ...source, "pylock.toml": "", "pyproject.toml": uv["pyproject.toml"] };

export const pip: Files = withBackend(hatch, "setuptools", "setuptools.build_meta");

/** No package and without a script: for what serves the web. */
export const application: Files = {
  "uv.lock": "",
  "pyproject.toml": `[project]
name = "orders"
version = "1.0"
requires-python = ">=3.12"
dependencies = ["httpx"]
`,
};

/** The files of a project with hatchling, with another build backend in its place. */
export function withBackend(files: Files, requirement: string, backend: string): Files {
  const other = changed(files, '["hatchling"]', `["${requirement}"]`);
  return changed(other, '"hatchling.build"', `"${backend}"`);
}

/** The files with one main dependency more. */
export function withDependency(files: Files, ...requirements: string[]): Files {
  const more = requirements.map((requirement) => `, "${requirement}"`).join("");
  return changed(files, '"httpx"', `"httpx"${more}`);
}

/** The poetry project with one main dependency more. */
export function withPoetryDependency(line: string): Files {
  return changed(poetry, 'httpx = "*"', `httpx = "*"\n${line}`);
}
