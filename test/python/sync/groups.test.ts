// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { changed, diffOf, longer, type Row } from "./diff";
import { added, debianPackages, removed } from "./lines";
import { hatch, pdm, pip, poetry, uv } from "./projects";

/** The dev container and a service run the tests of a project that has pytest. */
const pytest: Row[3] = {
  "compose.yaml": added(
    "  test:",
    '    image: "${DOCKER_IMAGE:-orders}:${DOCKER_TAG:-latest}-dev"',
    "    build:",
    "      context: .",
    "      dockerfile: Dockerfile",
    "      target: live",
    "      args:",
    '        UID: "${UID:-1000}"',
    '        GID: "${GID:-1000}"',
    "        UNAME: dev",
    "    profiles:",
    "      - test",
    "    command:",
    "      - pytest",
    "    working_dir: /workspace",
    "    volumes:",
    "      - type: bind",
    "        source: .",
    "        target: /workspace",
    "    init: true",
  ),
  ".projen/tasks.json": [
    `-          "exec": "sh -c 'echo '\\\\''There is no service test: pytest is not among the development dependencies; add it to them, and run npx projen.'\\\\'' >&2; exit 1'",`,
    '+          "exec": "docker compose run --rm --build test pytest",',
  ],
  ".devcontainer/devcontainer.json": [
    '-        "python.defaultInterpreterPath": "/home/dev/venv/bin/python"',
    '+        "python.defaultInterpreterPath": "/home/dev/venv/bin/python",',
    '+        "python.testing.pytestEnabled": true',
  ],
};

/** The standard lock file does not tell what is for development. */
const pruned = added(
  "# the lock file may have what is for development too: what the project does not ask for goes",
  "RUN --mount=type=bind,from=manifest,source=/manifest/production,target=/app \\",
  "    python <<'SCRIPT'",
  "import importlib.metadata, pathlib, subprocess, sys, sysconfig",
  "from pip._vendor.packaging.requirements import Requirement",
  "from pip._vendor.packaging.utils import canonicalize_name as plain",
  'paths = sysconfig.get_paths(vars={"base": "/opt/venv", "platbase": "/opt/venv"})',
  'found = importlib.metadata.distributions(path=[*{paths["purelib"], paths["platlib"]}])',
  'installed = {plain(each.metadata["Name"]): each.requires or [] for each in found}',
  'needed, todo = set(), [Requirement(line) for line in pathlib.Path("project.txt").read_text().splitlines()]',
  "for requirement in todo:",
  '    for part in {(plain(requirement.name), extra) for extra in ["", *requirement.extras]} - needed:',
  "        needed.add(part)",
  "        further = map(Requirement, installed.get(part[0], []))",
  '        todo += [each for each in further if each.marker is None or each.marker.evaluate({"extra": part[1]})]',
  "unneeded = sorted(installed.keys() - {name for name, _ in needed})",
  "if unneeded:",
  '    pip = [sys.executable, "-m", "pip", "--python", "/opt/venv/bin/python"]',
  '    subprocess.run([*pip, "uninstall", "--yes", *unneeded], check=True)',
  "SCRIPT",
  "",
);
const needsStorage = debianPackages(
  "build-essential libpq-dev",
  "libpq5",
  "ca-certificates git libpq5 openssh-client",
  "pyproject.toml [dependency-groups].storage (psycopg2)",
).Dockerfile;
const exported = (flags: string, file: string) =>
  `    && uv export --quiet --locked --no-emit-project --no-header --no-annotate${flags} -o /manifest/${file}`;

const extra = longer(uv, "[project.optional-dependencies]", 'pdf = ["reportlab"]');
const larger = changed(extra, '"reportlab"', '"reportlab", "weasyprint"');
const groups = "[dependency-groups]";
const storage = [groups, 'storage = ["psycopg2"]'];

const rows: Row[] = [
  ["a new extra", uv, larger, {}],
  ["an extra of poetry", poetry, longer(poetry, "[tool.poetry.extras]", 'pdf = ["httpx"]'), {}],
  ["a group for development", uv, longer(uv, groups, 'dev = ["pytest"]'), pytest],
  ["a group in it", uv, longer(uv, groups, 'test = ["pytest"]', 'dev = [{ include-group = "test" }]'), pytest],
  ["dev-dependencies of uv", uv, longer(uv, "[tool.uv]", 'dev-dependencies = ["pytest"]'), pytest],
  ["a group of poetry", poetry, longer(poetry, "[tool.poetry.group.test.dependencies]", 'pytest = "*"'), pytest],
  ["dev-dependencies of pdm", pdm, longer(pdm, "[tool.pdm.dev-dependencies]", 'test = ["pytest"]'), pytest],
  [
    "an environment of hatch",
    hatch,
    longer(hatch, "[tool.hatch.envs.default]", 'dependencies = ["pytest"]'),
    {
      ...pytest,
      Dockerfile: [
        '-development = [*environment("default"), *environment("hatch-test")]',
        '+development = [*grouped("default"), *environment("default")]',
        ...pruned,
      ],
    },
  ],
  [
    "a group for pip",
    pip,
    longer(pip, groups, 'dev = ["pytest"]'),
    {
      ...pytest,
      Dockerfile: ["-development = []", '+development = [*grouped("dev")]', ...pruned],
    },
  ],
  ["a group without tools", uv, longer(uv, groups, 'dev = ["ipython"]'), {}],
  ["a group that is not for development", uv, longer(uv, ...storage), {}],
  [
    "a default group for linters",
    uv,
    longer(uv, groups, 'lint = ["psycopg2"]', "[tool.uv]", 'default-groups = ["lint"]'),
    {},
  ],
  [
    "a default group that the program needs",
    uv,
    longer(uv, ...storage, "[tool.uv]", 'default-groups = ["storage"]'),
    {
      ".devcontainer/devcontainer.json": [
        ...removed('      "--frozen"'),
        ...added('      "--frozen",', '      "--group",', '      "storage"'),
      ],
      Dockerfile: [
        ...needsStorage.slice(0, 9),
        ...removed(exported(" --no-default-groups", "requirements.txt \\"), exported("", "requirements-dev.txt; } \\")),
        ...added(
          exported(" --no-default-groups --group storage", "requirements.txt \\"),
          exported(" --group storage", "requirements-dev.txt; } \\"),
        ),
        ...needsStorage.slice(9, 12),
        "-    uv sync --frozen \\",
        "+    uv sync --frozen --group storage \\",
        ...needsStorage.slice(12),
      ],
      log: added(
        'info: pyproject.toml [dependency-groups].storage has psycopg2, and compose.yaml has no PostgreSQL; container.addBackingService(new Postgres(container.compose, "db")) adds and connects one.',
      ),
    },
  ],
  [
    "an optional group of poetry",
    poetry,
    longer(
      poetry,
      "[tool.poetry.group.docs]",
      "optional = true",
      "[tool.poetry.group.docs.dependencies]",
      'mkdocs = "*"',
    ),
    {},
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));

test("more in an extra that production asks for", () => {
  expect(diffOf(extra, larger, { productionExtras: ["pdf"] })).toEqual(
    debianPackages(
      "",
      "libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0",
      "ca-certificates git libharfbuzz-subset0 libpango-1.0-0 \\\n      libpangoft2-1.0-0 openssh-client",
      "option productionExtras (weasyprint)",
    ),
  );
});
