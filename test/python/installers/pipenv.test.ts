import type { PythonContainerOptions } from "../../../src";
import { containerBeside, generated } from "../../container-project";
import { argumentsOf, globalArguments, parsedStage, parsedStages } from "../../dockerfile/parse";

/** It has locked nothing, and nobody can tell for what it was made. */
const lock = JSON.stringify({ _meta: { "pipfile-spec": 6 }, default: {}, develop: {} });

const pipfile = (more = "", packages = "") => `[packages]
httpx = ">=0.28"
${packages}
[dev-packages]
pytest = "*"
[web]
granian = "*"
[requires]
python_version = "3.12"
${more}`;

const SERVER = { command: ["python", "-m", "orders.app"] };

function output(files: Record<string, string> = {}, options: PythonContainerOptions = SERVER) {
  const all = { Pipfile: pipfile(), "Pipfile.lock": lock, "orders/__init__.py": "", ...files };
  return generated(containerBeside(all, options).project);
}

/** The commands of a stage, without mounts, as lines. */
function commands(stage: string, ...given: Parameters<typeof output>): string[] {
  const runs = argumentsOf(parsedStage(output(...given).dockerfile, stage), "RUN");
  return runs.flatMap((run) => run.split(/\s*\\\n\s*/)).filter((line) => !line.startsWith("--mount"));
}

const copied = (stage: string, ...given: Parameters<typeof output>) =>
  argumentsOf(parsedStage(output(...given).dockerfile, stage), "COPY");

const ofPipenv = (stage: string, ...given: Parameters<typeof output>) =>
  commands(stage, ...given).filter((line) => line.startsWith("&& pipenv requirements"));

test("the Pipfile's Python is the image's", () =>
  expect(globalArguments(output().dockerfile)).toContain("PYTHON_VERSION=3.12"));
test("pipenv is installed by pipx", () =>
  expect(commands("builder")).toContain(`&& pipx install --global "pipenv==\${PIPENV_VERSION}"`));

test("no instruction copies a pyproject.toml, where there is none", () => {
  const copies = parsedStages(output().dockerfile).flatMap((stage) => argumentsOf(stage, "COPY"));
  expect(copies.join()).not.toContain("pyproject.toml");
});

describe("the manifest", () => {
  test("is made of the Pipfile and its lock file alone", () =>
    expect(copied("manifest")).toEqual(["Pipfile Pipfile.lock* ./"]));
  test("stops where the lock file does not match", () =>
    expect(commands("manifest")[0]).toContain(
      "echo 'Pipfile.lock is missing or does not match Pipfile: make it with npx projen lock'",
    ));
  test("has the requirements of production, and those of development", () =>
    expect(ofPipenv("manifest")).toEqual([
      "&& pipenv requirements --hash >requirements.txt",
      "&& pipenv requirements --hash --dev >requirements-dev.txt",
    ]));
  test("has those of the groups that production needs", () =>
    expect(ofPipenv("manifest", {}, { ...SERVER, productionGroups: ["web"] })).toEqual([
      "&& pipenv requirements --hash --categories packages,web >requirements.txt",
      "&& pipenv requirements --hash --categories packages,dev-packages,web >requirements-dev.txt",
    ]));
  test("needs no edit where all comes from an index", () =>
    expect(commands("manifest").join("\n")).not.toContain("sed"));
  test.each([
    'own = {git = "https://example.com/own.git", ref = "main"}',
    'own = {file = "https://example.com/own-1-py3-none-any.whl"}',
  ])("has %s in a file without hashes", (entry) => {
    const edit = commands("manifest", { Pipfile: pipfile("", entry) }).filter((line) => line.startsWith("&& sed"));
    expect(edit).toEqual([
      "&& sed -E -i -e '/ --hash=/b' -e 'w requirements-direct.txt' -e '/^-i |^--/!d' requirements.txt",
      "&& sed -E -i -e '/ --hash=/b' -e 'w requirements-dev-direct.txt' -e '/^-i |^--/!d' requirements-dev.txt",
    ]);
  });
});

describe.each([
  ["deps", "requirements"],
  ["dev", "requirements-dev"],
])("the %s stage", (stage, name) => {
  const direct = { Pipfile: pipfile("", 'own = {git = "https://example.com/own.git"}') };
  const installed = (...given: Parameters<typeof output>) =>
    commands(stage, ...given).flatMap(
      (line) => line.match(/install --no-compile --no-deps --requirement (\S+)/)?.[1] ?? [],
    );
  const mounted = (...given: Parameters<typeof output>) =>
    [
      ...argumentsOf(parsedStage(output(...given).dockerfile, stage), "RUN")
        .join()
        .matchAll(/source=(\S+?),/g),
    ].map(([, source]) => source);

  test("installs what is locked", () => expect(installed()).toEqual([`/manifest/${name}.txt`]));
  test("sees that file alone", () => expect(mounted()).toEqual([`/manifest/${name}.txt`]));
  test("installs what has no hash apart", () =>
    expect(installed(direct)).toEqual([`/manifest/${name}.txt`, `/manifest/${name}-direct.txt`]));
  test("sees both files then", () =>
    expect(mounted(direct)).toEqual([`/manifest/${name}.txt`, `/manifest/${name}-direct.txt`]));
});

describe("the lock stage", () => {
  test("locks in an environment of the image's own Python, and only what does not match", () =>
    expect(commands("resolve")).toEqual([
      `python -m venv --without-pip "\${VIRTUAL_ENV}"`,
      "&& { pipenv verify || pipenv lock; }",
    ]));
  test("sees the Pipfile and its lock file", () => expect(copied("resolve")).toEqual(["Pipfile Pipfile.lock* ./"]));
});

describe("a project that is installed", () => {
  const files = {
    Pipfile: pipfile("", 'orders-app = {path = ".", editable = true}'),
    "pyproject.toml": '[project]\nname = "orders.app"\nversion = "1"\ndependencies = ["httpx"]\n',
  };

  test("is locked with all of its files", () => expect(copied("resolve", files)).toContain(". ."));
  test("is no requirement of its own, by path or by name", () =>
    expect(commands("manifest", files).join("\n")).toContain(
      "sed -E -i -e '/^(-e )?\\.\\/?( |$)/d' -e '/^orders[-_.]+app(\\[[^]]*\\])?==/Id' requirements.txt",
    ));
  test("is installed by the dev container", () =>
    expect(output(files).devContainer.postCreateCommand).toEqual({ install: ["pipenv", "sync", "--dev"] }));
});

test("a project that is not installed needs no command in the dev container", () =>
  expect(output().devContainer.postCreateCommand).toBeUndefined());
