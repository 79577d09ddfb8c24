import { diffOf, type LineDiff, longer, type Row } from "./diff";
import { added } from "./lines";
import { pdm, poetry, uv } from "./projects";

const company = ['name = "company"', 'url = "https://packages.example.com/simple"'];

/** The secrets wherever a build is started; `--secret` wants the variable that holds each. */
const secrets = (variables: Record<string, string>): LineDiff => {
  const options = Object.entries(variables).map(([id, variable]) => `--secret=id=${id},env=${variable}`);
  const inService = ["      secrets:", ...Object.keys(variables).map((id) => `        - ${id}`)];
  const task = (more: string, build: string) => `          "exec": "docker build ${more}${build}",`;
  const [app, lock] = [
    "--target app --tag orders .",
    "--target lock --no-cache-filter resolve --output type=local,dest=. .",
  ];
  const all = `${options.join(" ")} `;
  return {
    ".devcontainer/devcontainer.json": [
      '-    "context": ".."',
      '+    "context": "..",',
      '+    "options": [',
      ...options.map((option, at) => `+      "${option}"${at < options.length - 1 ? "," : ""}`),
      "+    ]",
      '+  "secrets": {',
      ...Object.values(variables).flatMap((variable, at, { length }) => [
        `+    "${variable}": {`,
        '+      "description": "opens a package index"',
        `+    }${at < length - 1 ? "," : ""}`,
      ]),
      "+  },",
    ],
    ".projen/tasks.json": [`-${task("", app)}`, `+${task(all, app)}`, `-${task("", lock)}`, `+${task(all, lock)}`],
    "compose.yaml": added(
      ...inService,
      ...inService,
      ...inService,
      "secrets:",
      ...Object.entries(variables).flatMap(([id, variable]) => [`  ${id}:`, `    environment: ${variable}`]),
    ),
  };
};
const itself = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** The folder of a package manager's cache; without its name all of them. */
const kept = (cache: string) => `--mount=type=cache,target=/root/.cache${cache === "" ? "" : `/${cache}`}`;
const run = (cache: string) => `RUN ${kept(cache)} \\`;
const mounted = (cache: string, mounts: string[]) => [
  `-${run(cache)}`,
  ...added(`RUN ${mounts[0]} \\`, ...[...mounts.slice(1), kept(cache)].map((mount) => `    ${mount} \\`)),
];
const mounts = (...names: string[]) => names.map((name) => `--mount=type=secret,id=${name}`);
const reads = (...names: string[]) =>
  names.map(
    (name) => `+    if [ -s /run/secrets/${name} ]; then ${name}=$(cat /run/secrets/${name}); export ${name}; fi; \\`,
  );
const netrc = "--mount=type=secret,id=netrc,target=/root/.netrc";

const uvNames = ["UV_INDEX_COMPANY_USERNAME", "UV_INDEX_COMPANY_PASSWORD"];
/** The list of requirements has no place for the index of each; the standard lock file has. */
const listed = (old: string, now: string, end = "") => {
  const bind = (name: string) =>
    `    --mount=type=bind,from=manifest,source=/manifest/${name},target=/manifest/${name} \\`;
  const [first, ...others] = mounted("uv", mounts(...uvNames));
  return [
    first,
    `-${bind(old)}`,
    ...others,
    `+${bind(now)}`,
    ...reads(...uvNames),
    `-    && uv pip install --no-deps --requirement /manifest/${old}${end}`,
    `+    && uv pip install --no-deps --requirement /manifest/${now} --index company=https://packages.example.com/simple${end}`,
  ];
};
const exported = (flags: string, file: string) =>
  `    && uv export --quiet --locked --no-emit-project --no-header --no-annotate${flags} -o /manifest/${file}`;
const uvDockerfile = [
  ...mounted("uv", mounts(...uvNames)),
  ...reads(...uvNames),
  ...mounted("uv", mounts(...uvNames)),
  ...reads(...uvNames),
  `-${exported(" --no-default-groups", "requirements.txt \\")}`,
  `-${exported("", "requirements-dev.txt; } \\")}`,
  `+${exported(" --no-default-groups", "pylock.toml \\")}`,
  `+${exported("", "pylock.dev.toml; } \\")}`,
  ...listed("requirements.txt", "pylock.toml"),
  ...listed("requirements-dev.txt", "pylock.dev.toml", " \\"),
  ...mounted("", mounts(...uvNames)),
  ...reads(...uvNames),
  ...mounted("uv", mounts(...uvNames)),
  ...reads(...uvNames),
];

const poetryNames = ["POETRY_HTTP_BASIC_COMPANY_USERNAME", "POETRY_HTTP_BASIC_COMPANY_PASSWORD"];
const noInput = ["+# a build can't be asked for a password", "+ENV PIP_NO_INPUT=1"];
const poetryDockerfile = [
  ...noInput,
  "+# pyproject.toml [tool.poetry].source",
  "+ENV PIP_INDEX_URL=https://packages.example.com/simple",
  ...["pip", "pypoetry", "pypoetry", "pypoetry", "", "pip", "pip"].flatMap((cache) => [
    ...mounted(cache, [...mounts(...poetryNames), netrc]),
    ...reads(...poetryNames),
  ]),
];
const pdmDockerfile = [...noInput, ...["pdm", "pdm", "pdm", "", "pip"].flatMap((cache) => mounted(cache, [netrc]))];

const rows: Row[] = [
  [
    "an index of uv",
    uv,
    longer(uv, "[[tool.uv.index]]", ...company),
    { ...secrets(itself(...uvNames)), Dockerfile: uvDockerfile },
  ],
  [
    "a source of poetry",
    poetry,
    longer(poetry, "[[tool.poetry.source]]", ...company),
    { ...secrets({ ...itself(...poetryNames), netrc: "NETRC_CONTENT" }), Dockerfile: poetryDockerfile },
  ],
  [
    "a source of pdm",
    pdm,
    longer(pdm, "[[tool.pdm.source]]", ...company),
    { ...secrets({ netrc: "NETRC_CONTENT" }), Dockerfile: pdmDockerfile },
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));

test("a URL with credentials stops the synth", () => {
  const secret = company.join("\n").replace("//", "//me:secret@");
  expect(() => diffOf(uv, longer(uv, "[[tool.uv.index]]", secret))).toThrow("pyproject.toml");
});
