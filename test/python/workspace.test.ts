import { mkdirSync, writeFileSync } from "node:fs";
import { python } from "projen";
import { PackageManager, PythonContainer, type PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { bareProject } from "../project-folder";

const project = (name: string, more = "") =>
  `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.12"\n${more}`;
const builds = (backend: string) => `[build-system]\nrequires = ["${backend}"]\nbuild-backend = "${backend}.build"\n`;
const needs = (name: string, source: string) => `dependencies = ["${name}"]\n[tool.uv.sources]\n${name} = ${source}\n`;

const workspace = {
  "pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*', 'libs/*']\n",
  "uv.lock": "",
  "services/api/pyproject.toml": project("api", `${needs("rules", "{ workspace = true }")}${builds("hatchling")}`),
  "services/api/src/api/__init__.py": "",
  "libs/rules/pyproject.toml": project("rules", `dependencies = ["psycopg2"]\n${builds("flit_core")}`),
  "libs/rules/src/rules/__init__.py": "",
  "libs/unused/pyproject.toml": project("unused"),
  "libs/unused/unused.py": "",
};

const member = (options: PythonContainerOptions = {}, changed: Record<string, string> = {}) =>
  containerBeside({ ...workspace, ...changed }, { command: ["api"], ...options }, "services/api");

const runs = (dockerfile: string, stage: string) =>
  argumentsOf(parsedStage(dockerfile, stage), "RUN")
    .join("\n")
    .replace(/\s*\\\n\s*/g, " ");

describe("a member of a uv workspace", () => {
  const output = generated(member().project);
  const copies = (stage: string) => argumentsOf(parsedStage(output.dockerfile, stage), "COPY");

  test("is built in the context of the workspace, by every way", () => {
    expect(output.compose.services.app.build).toMatchObject({
      context: "../..",
      dockerfile: "services/api/Dockerfile",
    });
    expect(output.devContainer.build).toMatchObject({ context: "../../..", dockerfile: "../Dockerfile" });
    expect(output.tasks["docker:build"].steps[0].exec).toMatch(/^docker build --file Dockerfile .* \.\.\/\.\.$/);
  });

  test("has its lock file made at the root", () => {
    expect(output.tasks.lock.steps[0].exec).toMatch(/ --output type=local,dest=\.\.\/\.\. \.\.\/\.\.$/);
    expect(copies("lock")).toEqual(["--from=resolve /app/uv.lock /"]);
  });

  test.each(["resolve", "manifest"])("has all that the lock file covers in %s, and no source", (stage) => {
    expect(copies(stage)).toEqual([
      "services/api/pyproject.toml ./",
      "uv.lock* ../../",
      "pyproject.toml ../../",
      "libs/rules/pyproject.toml ../../libs/rules/",
      "libs/unused/pyproject.toml ../../libs/unused/",
    ]);
  });

  test("takes other projects for no dependency", () => {
    expect(runs(output.dockerfile, "manifest")).toMatch(/uv export .*--no-emit-local/);
  });

  test.each(["api", "rules", "unused"])("keeps a new version of %s from installing anything", (name) => {
    expect(runs(output.dockerfile, "manifest")).toContain(`/^name = "${name}"$/`);
  });

  test("is installed with the member that it needs", () => {
    expect(copies("project")).toEqual(["services/api .", "libs/rules ../../libs/rules"]);
    expect(runs(output.dockerfile, "project")).toMatch(/--offline --no-sources \. \.\.\/\.\.\/libs\/rules$/);
    expect(runs(output.dockerfile, "backend")).toMatch(/ hatchling flit_core$/);
  });

  test("has what that needs of Debian", () => {
    expect(output.dockerfile).toContain("# libpq5: ../../libs/rules/pyproject.toml [project].dependencies (psycopg2)");
  });

  test("has an ignore file of its own, by the paths of the context", () => {
    expect(output.files[".dockerignore"]).toBeUndefined();
    expect(output.files["Dockerfile.dockerignore"].split("\n")).toEqual(
      expect.arrayContaining(["services/api/.venv", "libs/rules/.venv", "**/__pycache__"]),
    );
  });

  test("is built again by compose where the other member changes", () => {
    const watched = output.compose.services.app.develop.watch.map(({ path }: { path: string }) => path);
    expect(watched).toEqual(["src/api", "pyproject.toml", "../../uv.lock", "../../libs/rules"]);
  });

  test("shows the dev container all of the workspace", () => {
    expect(output.devContainer).toMatchObject({
      workspaceMount: `type=bind,source=\${localWorkspaceFolder}/../..,target=/workspace`,
      workspaceFolder: "/workspace/services/api",
    });
  });

  test("that is no package lies where others lie, the other member beside it in the environment", () => {
    const changed = { "services/api/pyproject.toml": project("api", needs("rules", "{ workspace = true }")) };
    const { dockerfile } = generated(member({}, changed).project);
    expect(argumentsOf(parsedStage(dockerfile, "app"), "COPY").slice(1)).toEqual([
      "--from=project /opt/venv /opt/venv",
      "--from=project /app/services/api /app",
    ]);
  });

  test("whose version the build backend finds out has all of it where the lock is made", () => {
    const dynamic = workspace["libs/rules/pyproject.toml"].replace('version = "1"', 'dynamic = ["version"]');
    const { dockerfile } = generated(member({}, { "libs/rules/pyproject.toml": dynamic }).project);
    expect(argumentsOf(parsedStage(dockerfile, "resolve"), "COPY")).toContain("libs/rules ../../libs/rules");
  });

  test.each([
    [
      { buildContext: "." },
      `"../../uv.lock" lies outside of the project's folder; the build needs it (dependencies are installed from it)`,
    ],
    [{ buildContext: ".." }, 'set buildContext: "../.."'],
    [{ buildContext: "libs" }, 'buildContext is "libs"'],
  ])("%p is refused", (options, message) => {
    expect(() => member(options).project.synth()).toThrow(message);
  });
});

test("a root that is no package leaves its members out of the source", () => {
  const files = {
    ...workspace,
    "pyproject.toml": `${project("shop", needs("rules", "{ workspace = true }"))}${workspace["pyproject.toml"]}`,
    "shop/__init__.py": "",
  };
  const { dockerfile, files: written } = generated(
    containerBeside(files, { command: ["python", "-m", "shop"] }).project,
  );
  expect(runs(dockerfile, "project")).toContain("--no-sources ./libs/rules\n");
  expect(runs(dockerfile, "project")).toContain("rm -rf services/api libs/rules libs/unused ");
  expect(written[".dockerignore"].split("\n")).toContain("libs/rules/.venv");
});

describe("a poetry project with a path dependency", () => {
  const files = {
    "app/pyproject.toml":
      '[tool.poetry]\nname = "app"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.12"\nrules = { path = "../rules", develop = true }\n[tool.poetry.group.dev.dependencies]\nchecks = { path = "../checks" }\n',
    "app/poetry.lock": "",
    "app/app/__init__.py": "",
    "rules/pyproject.toml": project("rules", builds("hatchling")),
    "checks/pyproject.toml": project("checks"),
  };
  const { dockerfile } = generated(containerBeside(files, { command: ["app"] }, "app").project);

  test("installs its dependencies without it", () => {
    expect(runs(dockerfile, "deps")).toContain("poetry install --only main --no-root --no-directory && ");
  });
  test("shows poetry the folders, those for development too", () => {
    expect(runs(dockerfile, "manifest")).toContain('for folder in ["../rules","../checks"]:');
  });
  test("installs both without a network", () => {
    expect(argumentsOf(parsedStage(dockerfile, "project"), "COPY")).toEqual(["app .", "rules ../rules"]);
    expect(runs(dockerfile, "project")).toMatch(/--no-index \. \.\.\/rules$/);
  });
});

test.each<[string, Record<string, string>]>([
  [
    "its readme lies",
    { "crate/pyproject.toml": `${project("crate", 'readme = "../README.md"')}\n${builds("hatchling")}` },
  ],
  [
    "what Cargo reads lies",
    {
      "crate/pyproject.toml": project("crate", '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n'),
      "crate/Cargo.toml":
        '[package]\nname = "crate"\nversion = "1.0.0"\n[dependencies]\nshared = { path = "../shared" }\n',
      "crate/src/lib.rs": "",
    },
  ],
  ["its package lies", { "crate/pyproject.toml": `${project("crate")}[tool.setuptools.package-dir]\n"" = "../src"\n` }],
])("where %s above, the context is the folder above without an option", (_what, files) => {
  const beside = { "README.md": "", "src/crate.py": "", "shared/Cargo.toml": "", "shared/src/lib.rs": "" };
  const { compose } = generated(containerBeside({ ...beside, ...files }, { command: ["true"] }, "crate").project);
  expect(compose.services.app.build.context).toBe("..");
});

test("where projen manages pyproject.toml the option is asked for", () => {
  const parent = bareProject();
  const child = new python.PythonProject({
    parent,
    outdir: "app",
    name: "app",
    moduleName: "app",
    authorName: "Ada",
    authorEmail: "ada@example.com",
    version: "1",
    uv: true,
    pip: false,
    venv: false,
    setuptools: false,
    uvOptions: { uv: { sources: { rules: [{ path: "../rules" }] } } },
    deps: ["rules"],
  });
  new PythonContainer(child, { packageManager: PackageManager.UV });
  mkdirSync(`${parent.outdir}/rules`);
  writeFileSync(`${parent.outdir}/rules/pyproject.toml`, project("rules"));
  expect(() => parent.synth()).toThrow('set buildContext: ".."');
});
