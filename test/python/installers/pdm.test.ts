import type { PythonContainerOptions } from "../../../src";
import { containerBeside, generated } from "../../container-project";
import { argumentsOf, globalArguments, parsedStage } from "../../dockerfile/parse";

const pyproject = (more = "") => `[project]
name = "orders"
version = "1.0.0"
requires-python = ">=3.11"
dependencies = ["httpx>=0.28"]
[project.optional-dependencies]
colors = ["colorama"]
[project.scripts]
orders = "orders.app:main"
[dependency-groups]
dev = ["pytest"]
web = ["granian"]
[build-system]
requires = ["pdm-backend"]
build-backend = "pdm.backend"
${more}`;

/** A lock file of these groups, as pdm heads it. */
const locked = (...groups: string[]) => ({ "pdm.lock": `[metadata]\ngroups = ${JSON.stringify(groups)}\n` });

function output(files: Record<string, string> = locked("default", "dev", "web"), options?: PythonContainerOptions) {
  const all = { "pyproject.toml": pyproject(), "src/orders/__init__.py": "", ...files };
  return generated(containerBeside(all, options).project);
}

/** The commands of a stage, without mounts, as lines. */
function commands(stage: string, ...given: Parameters<typeof output>): string[] {
  const runs = argumentsOf(parsedStage(output(...given).dockerfile, stage), "RUN");
  return runs.flatMap((run) => run.split(/\s*\\\n\s*/)).filter((line) => !line.startsWith("--mount"));
}

const command = (stage: string, pattern: string, ...given: Parameters<typeof output>) =>
  commands(stage, ...given).find((line) => line.includes(pattern));

test("pdm is installed with the dependencies that it was released with", () => {
  expect(command("builder", "pipx install")).toBe(`&& pipx install --global "pdm[locked]==\${PDM_VERSION}"`);
});
test("the version of pdm is an option", () => {
  const { dockerfile } = output(locked(), { packageManagerVersion: "2.28.0" });
  expect(globalArguments(dockerfile)).toContain("PDM_VERSION=2.28.0");
});
test.each([
  ["PDM_CHECK_UPDATE=0", "asks for no newer version"],
  ["PDM_IGNORE_SAVED_PYTHON=1", "takes the environment that VIRTUAL_ENV names"],
  ["PDM_USE_UV=0", "takes no uv, which isn't there"],
])("by %s it %s", (setting) =>
  expect(argumentsOf(parsedStage(output().dockerfile, "builder"), "ENV")).toContain(setting),
);

describe("production has", () => {
  test.each<[string, PythonContainerOptions]>([
    ["--prod", {}],
    ["--prod --group colors", { productionExtras: ["colors"] }],
    ["--group web", { productionGroups: ["web"] }],
    ["--group web --group colors", { productionGroups: ["web"], productionExtras: ["colors"] }],
  ])("%s by the options %j", (selection, options) =>
    expect(command("deps", "pdm sync", undefined, options)).toBe(`&& pdm sync ${selection} --no-self`),
  );
});

test("the dev stage has all that is locked", () => expect(command("dev", "pdm sync")).toBe("&& pdm sync --no-self"));

test.each(["deps", "dev"])("%s stops where the lock file does not match", (stage) =>
  expect(command(stage, "pdm lock --check")).toContain(
    "echo 'pdm.lock is missing or does not match pyproject.toml: make it with npx projen lock'",
  ),
);
test.each(["deps", "dev"])("%s compiles bytecode, which pdm does not", (stage) =>
  expect(command(stage, "compileall")).toContain("/lib"),
);
test.each(["deps", "dev"])("%s sees the manifest, and nothing else of the project", (stage) => {
  const parsed = parsedStage(output().dockerfile, stage);
  expect(argumentsOf(parsed, "COPY")).toEqual([]);
  expect(
    argumentsOf(parsed, "RUN")
      .join()
      .match(/type=bind\S*/g),
  ).toEqual(["type=bind,from=manifest,source=/manifest,target=/app"]);
});

describe("the manifest", () => {
  const script = () => argumentsOf(parsedStage(output().dockerfile, "manifest"), "RUN").join();

  test("is made by the interpreter of pdm, which has tomlkit", () =>
    expect(script()).toMatch(/^\/opt\/pipx\/venvs\/pdm\/bin\/python <</));
  test.each([
    "dependency-groups",
    "requires-python",
    "optional-dependencies",
    "dev-dependencies",
    "source",
    "resolution",
  ])("keeps %s, which the lock's hash covers", (key) => expect(script()).toContain(`"${key}"`));
  test.each(["version", "scripts", "readme", "classifiers"])("drops %s, on which no dependency depends", (key) =>
    expect(script()).not.toContain(`"${key}"`),
  );
  test("has the settings of pdm.toml where there are some", () =>
    expect(argumentsOf(parsedStage(output().dockerfile, "manifest"), "COPY")).toEqual([
      "pyproject.toml pdm.lock* pdm.toml* ./",
    ]));
});

describe("the lock stage", () => {
  test.each<[string, string, Record<string, string>, PythonContainerOptions]>([
    ["keeps the groups of the lock file", "", locked("default", "colors"), {}],
    ["keeps them where production needs no other", "", locked("default", "colors"), { productionExtras: ["colors"] }],
    [
      "takes all where production needs an extra that is not locked",
      " --group :all",
      locked("default", "dev"),
      { productionExtras: ["colors"] },
    ],
    [
      "takes all where production needs a group that is not locked",
      " --group :all",
      locked("default", "dev"),
      { productionGroups: ["web"] },
    ],
    ["takes all groups at first", "", {}, { productionGroups: ["web"] }],
    ["takes all extras too at first where production needs one", " --group :all", {}, { productionExtras: ["colors"] }],
  ])("%s", (_, selection, files, options) =>
    expect(command("resolve", "pdm lock", files, options)).toBe(`pdm lock --update-reuse${selection}`),
  );
  test("gives pdm.lock", () =>
    expect(argumentsOf(parsedStage(output().dockerfile, "lock"), "COPY")).toEqual(["--from=resolve /app/pdm.lock /"]));
});

test("a project that locks in the standard format has that file everywhere", () => {
  const { dockerfile } = output({ "pdm.toml": '[lock]\nformat = "pylock"\n' });
  expect(dockerfile).not.toContain("pdm.lock");
  expect(argumentsOf(parsedStage(dockerfile, "manifest"), "COPY")).toEqual([
    "pyproject.toml pylock.toml* pdm.toml* ./",
  ]);
  expect(argumentsOf(parsedStage(dockerfile, "lock"), "COPY")).toEqual(["--from=resolve /app/pylock.toml /"]);
});

test("the dev container installs the project as it is locked", () =>
  expect(output().devContainer.postCreateCommand).toEqual({ install: ["pdm", "install", "--frozen-lockfile"] }));
