import { diffOf, type Files, type LineDiff, longer, type Row } from "./diff";
import { added, aptStep } from "./lines";
import { pdm, poetry, uv, withDependency, withPoetryDependency } from "./projects";

const rules = {
  "libs/rules/pyproject.toml": `[project]
name = "rules"
version = "1"

[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"
`,
  "libs/rules/rules.py": "",
};
const needed = withDependency(uv, "rules");
const withRules = (files: Files): Files => ({ ...files, ...rules });
const git = "git+https://example.com/rules.git";

/** What the project in the other folder changes beside the Dockerfile. */
const moved: LineDiff = {
  ".dockerignore": added(
    "# The same in libs/rules",
    ...[".venv", "venv", ".tox", ".nox", ".hypothesis"].map((name) => `libs/rules/${name}`),
    ...["build", "dist", "htmlcov", ".coverage*", "tests", "test"].map((name) => `libs/rules/${name}`),
    "",
  ),
  "compose.yaml": ["+        - path: libs/rules", "+          action: rebuild"],
};
const backend = [
  "-# pyproject.toml [build-system].requires",
  "+# pyproject.toml [build-system].requires and libs/rules/pyproject.toml [build-system].requires",
];
const ofUv: LineDiff = {
  ...moved,
  Dockerfile: [
    "+COPY libs/rules/pyproject.toml libs/rules/",
    "+COPY libs/rules/pyproject.toml libs/rules/",
    "-    && uv export --quiet --locked --no-emit-project --no-header --no-annotate --no-default-groups -o /manifest/requirements.txt \\",
    "-    && uv export --quiet --locked --no-emit-project --no-header --no-annotate -o /manifest/requirements-dev.txt; } \\",
    `+    && sed -i '/^name = "rules"$/{n;s/^version = .*/version = "'"$(uv version --short --project libs/rules)"'"/}' uv.lock \\`,
    "+    && uv export --quiet --locked --no-emit-local --no-header --no-annotate --no-default-groups -o /manifest/requirements.txt \\",
    "+    && uv export --quiet --locked --no-emit-local --no-header --no-annotate -o /manifest/requirements-dev.txt; } \\",
    ...backend,
    "-    uv pip install --system hatchling",
    "+    uv pip install --system hatchling flit_core",
    "-RUN uv pip install --python /opt/venv/bin/python --prefix /opt/venv --no-deps --no-build-isolation --offline .",
    "+# --no-sources: the whole workspace is not here, and no dependency is asked for",
    "+RUN uv pip install --python /opt/venv/bin/python --prefix /opt/venv --no-deps --no-build-isolation --offline --no-sources . \\",
    "+      ./libs/rules",
  ],
};
const ofPoetry: LineDiff = {
  ...moved,
  Dockerfile: [
    "+COPY libs/rules/pyproject.toml libs/rules/",
    '+for folder in ["libs/rules"]:',
    '+    other = pathlib.Path(folder, "pyproject.toml")',
    "+    other.parent.mkdir(parents=True, exist_ok=True)",
    "+    other.touch()",
    "-    && poetry install --only main --no-root \\",
    "+    && poetry install --only main --no-root --no-directory \\",
    "-    && poetry install --no-root \\",
    "+    && poetry install --no-root --no-directory \\",
    ...backend,
    "-    pip install poetry-core",
    "-# they build and install the project in half of the time that pip takes",
    "-# hadolint ignore=DL3059",
    "-RUN --mount=type=cache,target=/root/.cache/pip \\",
    "-    pip install build==1.6.1 installer==1.1.0",
    "+    pip install poetry-core flit_core",
    "-RUN pyproject-build --wheel --no-isolation --skip-dependency-check --outdir /tmp/wheels . \\",
    "-    && /opt/venv/bin/python -Im installer --prefix /opt/venv --overwrite-existing --compile-bytecode 0 /tmp/wheels/*.whl",
    "+RUN /opt/venv/bin/python -m pip install --prefix /opt/venv --no-deps --no-build-isolation --no-index . \\",
    "+      ./libs/rules",
  ],
};
const ofGit: LineDiff = {
  Dockerfile: added(...aptStep("git", "git: pyproject.toml [project].dependencies (rules)"), ""),
};

const rows: Row[] = [
  ["a path of uv", uv, withRules(longer(needed, "[tool.uv.sources]", 'rules = { path = "libs/rules" }')), ofUv],
  [
    "a member of a workspace",
    uv,
    withRules(
      longer(
        needed,
        "[tool.uv.workspace]",
        'members = ["libs/*"]',
        "[tool.uv.sources]",
        "rules = { workspace = true }",
      ),
    ),
    ofUv,
  ],
  ["a path of poetry", poetry, withRules(withPoetryDependency('rules = { path = "libs/rules" }')), ofPoetry],
  ["a git URL", uv, withDependency(uv, `rules @ ${git}`), ofGit],
  ["a git URL for pdm", pdm, withDependency(pdm, `rules @ ${git}`), ofGit],
  [
    "a git source of uv",
    uv,
    longer(needed, "[tool.uv.sources]", 'rules = { git = "https://example.com/rules.git" }'),
    ofGit,
  ],
  [
    "a git dependency of poetry, which has a git of its own",
    poetry,
    withPoetryDependency('rules = { git = "https://example.com/rules.git" }'),
    {},
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));
