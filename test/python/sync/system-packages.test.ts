import { diffOf, type Files, type LineDiff } from "./diff";
import { debianPackages } from "./lines";
import { hatch, pdm, pip, poetry, uv, withDependency, withPoetryDependency } from "./projects";

const main = "pyproject.toml [project].dependencies";
const tools = (packages: string) => `ca-certificates git ${packages}`;

/** What changes in the files; a synth may suggest a service besides. */
function filesDiff(before: Files, after: Files): LineDiff {
  const { log, ...files } = diffOf(before, after);
  return files;
}

test.each([
  ["psycopg2", "build-essential libpq-dev", "libpq5", tools("libpq5 openssh-client")],
  ["psycopg[c]", "build-essential libpq-dev", "libpq5", tools("libpq5 openssh-client")],
  ["psycopg", "", "libpq5", tools("libpq5 openssh-client")],
  [
    "mysqlclient",
    "build-essential default-libmysqlclient-dev pkg-config",
    "libmariadb3",
    tools("libmariadb3 openssh-client"),
  ],
  ["opencv-python", "", "libgl1 libglib2.0-0t64", tools("libgl1 libglib2.0-0t64 openssh-client")],
  [
    "weasyprint",
    "",
    "libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0",
    tools("libharfbuzz-subset0 libpango-1.0-0 \\\n      libpangoft2-1.0-0 openssh-client"),
  ],
  [
    "python-ldap",
    "build-essential libldap2-dev libsasl2-dev",
    "libldap2 libsasl2-2",
    tools("libldap2 libsasl2-2 openssh-client"),
  ],
  ["pyodbc", "build-essential unixodbc-dev", "unixodbc", tools("openssh-client unixodbc")],
  ["pycairo", "build-essential libcairo2-dev pkg-config", "libcairo2", tools("libcairo2 openssh-client")],
  ["pdf2image", "", "poppler-utils", tools("openssh-client poppler-utils")],
  ["pydub", "", "ffmpeg", "ca-certificates ffmpeg git openssh-client"],
])("%s", (dependency, build, run, dev) => {
  const source = `${main} (${dependency.replace("[c]", "")})`;
  expect(filesDiff(uv, withDependency(uv, dependency))).toEqual(debianPackages(build, run, dev, source));
});

test.each<[string, Files, Files, string]>([
  ["poetry", poetry, withPoetryDependency('psycopg2 = "*"'), "pyproject.toml [tool.poetry.dependencies].psycopg2"],
  ["pdm", pdm, withDependency(pdm, "psycopg2"), main],
  ["hatch", hatch, withDependency(hatch, "psycopg2"), main],
  ["pip", pip, withDependency(pip, "psycopg2"), main],
])("psycopg2 with %s", (_, before, after, source) => {
  const dev = tools("libpq5 openssh-client");
  const diff: LineDiff = debianPackages("build-essential libpq-dev", "libpq5", dev, `${source} (psycopg2)`);
  expect(filesDiff(before, after)).toEqual(diff);
});

test.each([
  "psycopg[binary]",
  "psycopg2-binary",
  "opencv-python-headless",
  "lxml",
  "cryptography",
  "pillow",
  "pytest-mysqlclient",
])("%s needs nothing of Debian", (dependency) => {
  expect(filesDiff(uv, withDependency(uv, dependency))).toEqual({});
});

test.each(["asyncpg", "redis", "pymongo"])("%s adds no service unasked", (dependency) => {
  expect(filesDiff(uv, withDependency(uv, dependency))).toEqual({});
});
