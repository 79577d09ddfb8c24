import { posix } from "node:path";
import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside, generated } from "../../container-project";
import { argumentsOf, parsedStage } from "../../dockerfile/parse";

const toml = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["httpx"]\n';
const buildSystem = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';

/** The Dockerfile of a project in `svc`, with the folder above as the context. */
function dockerfileOf(
  packageManager: PackageManager,
  files: Record<string, string>,
  options: PythonContainerOptions = {},
): string {
  const container = containerBeside(
    { ".git/HEAD": "", "svc/orders/__init__.py": "", ...files },
    { packageManager, buildContext: "..", command: ["true"], ...options },
    "svc",
  );
  jest.spyOn(container.project.logger, "warn").mockImplementation();
  return generated(container.project).dockerfile;
}

const copies = (dockerfile: string, stage: string) => argumentsOf(parsedStage(dockerfile, stage), "COPY");
const script = (dockerfile: string, stage: string) => argumentsOf(parsedStage(dockerfile, stage), "RUN").join("\n");

/** What a stage sees of the manifest, by the places at which it sees it. */
function seen(dockerfile: string, stage: string): [source: string, target: string][] {
  const mounts = script(dockerfile, stage).matchAll(/from=manifest,source=([^,\s]+),target=([^,\s]+)/g);
  return [...mounts].map(([, source, target]) => [source, target]);
}

/** Where the manifest stage writes: its working directories, and the folders that its commands name. */
function written(dockerfile: string): string[] {
  const folders = script(dockerfile, "manifest").matchAll(/"(\/manifest\/[^"]+)"/g);
  const targets = copies(dockerfile, "manifest").map((words) => words.split(" ").at(-1)?.replace(/\/$/, "") ?? "");
  const working = argumentsOf(parsedStage(dockerfile, "manifest"), "WORKDIR");
  return [...working, ...[...folders].map(([, folder]) => folder), ...targets];
}

const requirements = {
  "svc/requirements.txt": "-r ../requirements/base.txt\n",
  "requirements/base.txt": "idna==3.20\n",
};

describe.each<[string, PackageManager, Record<string, string>]>([
  ["poetry", PackageManager.POETRY, { "svc/pyproject.toml": toml }],
  ["pdm", PackageManager.PDM, { "svc/pyproject.toml": toml }],
  ["hatch", PackageManager.HATCH, { "svc/pyproject.toml": toml + buildSystem }],
  ["pip", PackageManager.PIP, { "svc/pyproject.toml": toml + buildSystem }],
  ["pip with requirements files", PackageManager.PIP, requirements],
])("the manifest of %s", (_, manager, files) => {
  test.each(["deps", "dev"])("is seen in the working directory of the %s stage", (stage) => {
    const dockerfile = dockerfileOf(manager, files);
    const [workdir] = argumentsOf(parsedStage(dockerfile, "builder"), "WORKDIR");
    const [[source, target]] = seen(dockerfile, stage);
    expect(written(dockerfile)).toContain(posix.join(source, posix.relative(target, workdir)));
  });
});

test.each<[PackageManager, Record<string, string>]>([
  [PackageManager.UV, { "svc/pyproject.toml": toml, "svc/uv.lock": "" }],
  [PackageManager.PIPENV, { "svc/Pipfile": '[packages]\nhttpx = "*"\n' }],
])("the list of %s is seen where it was written", (manager, files) => {
  for (const [source, target] of seen(dockerfileOf(manager, files), "deps")) expect(target).toBe(source);
});

test("requirements files of another folder are at their places in the manifest", () =>
  expect(copies(dockerfileOf(PackageManager.PIP, requirements), "manifest")).toContain(
    "requirements/base.txt /manifest/production/requirements/",
  ));

const shared = {
  "shared/pyproject.toml": `[project]\nname = "shared"\nversion = "1"\n${buildSystem}`,
  "shared/shared.py": "",
};
const pathProjects: [PackageManager, Record<string, string>][] = [
  [PackageManager.PIP, { "svc/requirements.txt": "../shared\n" }],
  [
    PackageManager.HATCH,
    { "svc/pyproject.toml": toml.replace('"httpx"', '"shared @ {root:uri}/../shared"') + buildSystem },
  ],
  [
    PackageManager.PDM,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: pdm has a value for it
    { "svc/pyproject.toml": toml.replace('"httpx"', '"shared @ file:///${PROJECT_ROOT}/../shared"') },
  ],
  [PackageManager.PIPENV, { "svc/Pipfile": '[packages]\nshared = {path = "../shared"}\n' }],
];

test.each(pathProjects)("%s locks with a project beside this one", (manager, files) =>
  expect(copies(dockerfileOf(manager, { ...shared, ...files }), "resolve")).toContain("shared ../shared"),
);

test.each(pathProjects.filter(([manager]) => manager !== PackageManager.PIPENV))(
  "%s has a project beside this one in its manifest",
  (manager, files) =>
    expect(copies(dockerfileOf(manager, { ...shared, ...files }), "manifest")).toContain("shared ../shared"),
);

test.each(["deps", "dev"])("the %s stage of pipenv sees a project beside this one", (stage) =>
  expect(script(dockerfileOf(PackageManager.PIPENV, { ...shared, ...pathProjects[3][1] }), stage)).toContain(
    "--mount=type=bind,source=shared,target=/app/shared,rw=true",
  ),
);

test("a project for development alone is no part of pip's production manifest", () => {
  const files = { ...shared, "svc/requirements.txt": "idna==3.20\n", "svc/requirements-dev.txt": "../shared\n" };
  const text = script(dockerfileOf(PackageManager.PIP, files), "manifest");
  expect(text).toMatch(
    /copies = \{\}[\s\S]*write\("\/manifest\/production\/svc"[\s\S]*copies\.update\(\{"\.\.\/shared"/,
  );
});

test("a project beside one whose build backend tells the dependencies is copied too", () => {
  const setup = "[metadata]\nname = orders\nversion = 1\n[options]\ninstall_requires =\n  idna\n";
  const own = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';
  const files = {
    ...shared,
    "svc/setup.cfg": setup,
    "svc/pyproject.toml": own,
    "svc/requirements-dev.txt": "../shared\n",
  };
  expect(copies(dockerfileOf(PackageManager.PIP, files), "manifest")).toEqual(["svc .", "shared ../shared"]);
});

test("a project that pdm installs stays in no folder of the build", () =>
  expect(script(dockerfileOf(PackageManager.PDM, { ...shared, ...pathProjects[2][1] }), "dev")).toMatch(
    /target=\/app,rw=true[\s\S]*pdm sync --no-self --no-editable/,
  ));

test("a project that pipenv installs stays in no folder of the build", () => {
  const files = { ...shared, "svc/Pipfile": '[packages]\nshared = {path = "../shared", editable = true}\n' };
  expect(script(dockerfileOf(PackageManager.PIPENV, files), "manifest")).toContain(
    "-e 's,^-e (\\.|file:),\\1,' -e '/ --hash=/b'",
  );
});

test("a project outside of the context is told", () =>
  expect(() =>
    dockerfileOf(PackageManager.PIP, { ...shared, "svc/requirements.txt": "../shared\n" }, { buildContext: "." }),
  ).toThrow(/"\.\.\/shared" lies outside of the project's folder; .* set buildContext: "\.\."/));
