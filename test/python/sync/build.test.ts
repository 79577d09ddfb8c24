import { changed, diffOf, type LineDiff, longer, type Row } from "./diff";
import { added, aptStep, noScript, removed } from "./lines";
import { poetry, uv, withBackend } from "./projects";

const backend = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const none = changed(uv, backend, "");
const rust = {
  "uv.lock": "",
  "pyproject.toml": uv["pyproject.toml"],
  "orders/__init__.py": "",
  "Cargo.toml": '[package]\nname = "orders"\n[lib]\nname = "orders"\n',
  "src/lib.rs": "",
};
const cmake = { ...uv, "CMakeLists.txt": "" };

const installsByUv =
  "RUN uv pip install --python /opt/venv/bin/python --prefix /opt/venv --no-deps --no-build-isolation --offline .";

const interpreterPath = "# the interpreter's path in the app stage: the first line of the project's scripts names it";
const link = "    && ln -s /usr/local/bin/python /opt/venv/bin/python";
const interpreter = [interpreterPath, "RUN mkdir -p /opt/venv/bin \\", link];

/** How a package gets into the image, and what the dev container does for it. */
const ofUv = {
  install: ["uv", "sync", "--frozen"],
  backend: [
    "# pyproject.toml [build-system].requires",
    "RUN --mount=type=cache,target=/root/.cache/uv \\",
    "    uv pip install --system hatchling",
  ],
  project: [installsByUv],
  script: "pyproject.toml [project.scripts].orders",
};
const ofPoetry = {
  install: ["poetry", "install"],
  backend: [
    "# pyproject.toml [build-system].requires",
    "# hadolint ignore=DL3013",
    "RUN --mount=type=cache,target=/root/.cache/pip \\",
    "    pip install poetry-core",
    "# they build and install the project in half of the time that pip takes",
    "# hadolint ignore=DL3059",
    "RUN --mount=type=cache,target=/root/.cache/pip \\",
    "    pip install build==1.6.1 installer==1.1.0",
  ],
  project: [
    "RUN pyproject-build --wheel --no-isolation --skip-dependency-check --outdir /tmp/wheels . \\",
    "    && /opt/venv/bin/python -Im installer --prefix /opt/venv --overwrite-existing --compile-bytecode 0 /tmp/wheels/*.whl",
  ],
  script: "pyproject.toml [tool.poetry.scripts].orders",
};

const postCreate = (words: string[]) => [
  '  "postCreateCommand": {',
  '    "install": [',
  ...words.map((word, at) => `      "${word}"${at < words.length - 1 ? "," : ""}`),
  "    ]",
  "  },",
];
/** The project in the stage of the services for development. */
const live = (words: string[]) => [
  "# root, whose caches the mounts are",
  "USER 0",
  "RUN --mount=type=cache,target=/root/.cache \\",
  "    --mount=type=bind,target=/workspace,rw=true \\",
  `    ${words.join(" ")} \\`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
  '    && find "${VIRTUAL_ENV}" -user root -exec chown -h "${UID}:${GID}" \'{}\' +',
  "",
  `# --- runtime ${"-".repeat(66)}`,
  "# a name: the Dev Containers CLI maps no numeric user to the host's UID",
  "# hadolint ignore=DL3066",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the argument of the stage
  "USER ${UNAME}",
];
const finds = ["    environment:", "      PYTHONPATH: /workspace/src:/workspace"];
const compiles = "RUN python -m compileall -q .";
const copies = "COPY --from=project /opt/venv /opt/venv";
const lies = (why: string, found: string) => [
  `# not installed: ${why}`,
  "COPY --from=project /app /app",
  `# ${found}`,
  "ENV PYTHONPATH=/app/src:/app",
];
const noCommand = (script: string, why: string) =>
  `warn: ${script}: there will be no command orders, since the project is not installed: ${why}`;

/** The source in place of the installed project; without the command that installing it makes. */
const copied = (
  { install, backend, project, script }: typeof ofUv,
  why: string,
  found = "what is on disk",
): LineDiff => ({
  ".devcontainer/devcontainer.json": removed(...postCreate(install)),
  Dockerfile: [
    ...removed(...live(install), ...backend, "", ...interpreter, ...project),
    ...added(compiles),
    ...removed(copies),
    ...added(...lies(why, found)),
    ...removed(`# ${script}`, 'CMD ["orders"]'),
    ...added(...noScript.lines),
  ],
  "compose.yaml": added(...finds),
  log: added(noCommand(script, why), noScript.told),
});
/** What compose watches of the sources that are compiled. */
const rebuilds = (path: string) => [`        - path: ${path}`, "          action: rebuild"];
const noBuildSystem = "pyproject.toml [build-system] (there is none)";
const rustReason = "pyproject.toml [build-system].build-backend (maturin)";
const cmakeReason =
  "pyproject.toml [build-system].build-backend (scikit_build_core.build) and pyproject.toml [build-system].requires (scikit-build-core)";

const rows: Row[] = [
  [
    "package-mode of poetry",
    poetry,
    changed(poetry, 'version = "1.0"', 'version = "1.0"\npackage-mode = false'),
    copied(ofPoetry, "pyproject.toml [tool.poetry].package-mode"),
  ],
  [
    "package of uv",
    uv,
    longer(uv, "[tool.uv]", "package = false"),
    copied(ofUv, "pyproject.toml [tool.uv].package", "the name of the project, found at src/orders"),
  ],
  ["no build-system", uv, none, copied(ofUv, noBuildSystem)],
  [
    "a package without build-system",
    none,
    longer(none, "[tool.uv]", "package = true"),
    {
      ".devcontainer/devcontainer.json": added(...postCreate(ofUv.install)),
      Dockerfile: [
        ...added(...live(ofUv.install)),
        "+# pyproject.toml [build-system]",
        "+RUN --mount=type=cache,target=/root/.cache/uv \\",
        "+    uv pip install --system setuptools wheel",
        ...added("", ...interpreter),
        ...removed(compiles),
        ...added(installsByUv),
        ...removed(...lies(noBuildSystem, "what is on disk")),
        ...added(copies),
        ...removed(...noScript.lines),
        ...added(`# ${ofUv.script}`, 'CMD ["orders"]'),
      ],
      "compose.yaml": removed(...finds),
      log: removed(noCommand(ofUv.script, noBuildSystem), noScript.told),
    },
  ],
  [
    "setuptools",
    uv,
    withBackend(uv, "setuptools", "setuptools.build_meta"),
    {
      Dockerfile: ["-    uv pip install --system hatchling", "+    uv pip install --system setuptools"],
    },
  ],
  [
    "maturin",
    rust,
    withBackend(rust, "maturin", "maturin"),
    {
      Dockerfile: [
        ...added(
          ...aptStep(
            "build-essential cargo rustc",
            `build-essential: ${rustReason} and pyproject.toml [build-system].requires (maturin)`,
            `cargo: ${rustReason}; option rustVersion takes another release than Debian's`,
            `rustc: ${rustReason}; option rustVersion takes another release than Debian's`,
          ),
          "",
        ),
        "-    uv pip install --system hatchling",
        "+    uv pip install --system maturin",
        "+ENV CARGO_TARGET_DIR=/root/.cache/cargo-target",
        ...removed(installsByUv),
        "+RUN --mount=type=cache,target=/root/.cargo/registry \\",
        "+    --mount=type=cache,target=/root/.cache/cargo-target \\",
        `+    ${installsByUv.replace("RUN ", "")}`,
      ],
      "compose.yaml": [
        ...added(...rebuilds("Cargo.toml"), ...rebuilds("src")),
        "+          action: rebuild",
        ...added(...rebuilds("Cargo.toml"), "        - path: src"),
      ],
    },
  ],
  [
    "scikit-build-core",
    cmake,
    withBackend(cmake, "scikit-build-core", "scikit_build_core.build"),
    {
      Dockerfile: [
        ...added(
          ...aptStep(
            "build-essential cmake ninja-build",
            `build-essential: ${cmakeReason}`,
            `cmake: ${cmakeReason}`,
            `ninja-build: ${cmakeReason}`,
          ),
          "",
        ),
        "-    uv pip install --system hatchling",
        "+    uv pip install --system scikit-build-core",
      ],
      "compose.yaml": [
        ...added(...rebuilds("CMakeLists.txt")),
        "+          action: rebuild",
        "+        - path: CMakeLists.txt",
      ],
    },
  ],
];

/** Which of two equal empty lines is the new one is the diff's choice. */
const withoutEmpty = (diff: LineDiff): LineDiff =>
  Object.fromEntries(Object.entries(diff).map(([file, lines]) => [file, lines.filter((line) => !/^[-+]$/.test(line))]));

test.each(rows)("%s", (_, before, after, diff) =>
  expect(withoutEmpty(diffOf(before, after))).toEqual(withoutEmpty(diff)),
);
