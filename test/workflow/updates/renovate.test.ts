import { type Project, RenovatebotScheduleInterval } from "projen";
import {
  ComposeFile,
  ExistingPythonProject,
  Jaeger,
  Mailpit,
  MariaDb,
  MongoDb,
  MySql,
  OpenTelemetryCollector,
  Postgres,
  PythonContainer,
  type PythonContainerOptions,
  RabbitMq,
  Redis,
  Renovate,
  type RenovateOptions,
  Valkey,
} from "../../../src";
import { serviceImages } from "../../../src/workflow/updates/image-managers";
import { containerBeside, containerProject } from "../../container-project";
import { bareProject, folderWith, synthesized } from "../../project-folder";
import { PYPROJECTS } from "../workflow-shapes";
import { foundDependencies } from "./found-dependencies";

const FILE = "renovate.json5";

function configurationOf(project: Project) {
  return JSON.parse(synthesized(project)[FILE].replace(/^\/\/.*\n/, ""));
}

function made(options: RenovateOptions = {}, containerOptions: PythonContainerOptions = {}, text = PYPROJECTS.uv) {
  const container = containerBeside({ "pyproject.toml": text }, containerOptions);
  new Renovate(container, options);
  return configurationOf(container.project);
}

const found = (text: string, ...args: Parameters<typeof made>) =>
  foundDependencies(made(...args).customManagers, ".projenrc.ts", text);

const DIGEST = `sha256:${"0".repeat(64)}`;
const SHA = "0123456789abcdef0123456789abcdef01234567";

/** A projenrc file with every option that names a version. */
const PROJENRC = `
const project = new ExistingPythonProject({
  pythonVersion: "3.13",
  debianSuite: "bookworm",
  packageManagerVersion: "0.13.9",
  pipxVersion: '1.18.4',
  rustVersion: "1.90",
  devContainerNode: "24",
});
new Postgres(project.compose, "db", { version: "17", password: ServicePassword.secret("db") });
new Redis(
  project.compose,
  "cache",
  {
    hostPort: 6379,
    version: "8.2-alpine",
  },
);
project.compose.addService("proxy", { image: "traefik:v3.5", restart: RestartPolicy.ALWAYS });
project.compose.addService("search", { image: "registry.example.com:5000/mirror/search:2.1@${DIGEST}" });
new Dockerfile(site).addStage("web", StageBase.image("nginx:1.29"));
stage.addCopyFrom(ImageReference.of("ghcr.io/acme/tool:1.4.0"), ["/tool"], "/usr/local/bin/");
project.container.devContainer.addFeature("ghcr.io/devcontainers/features/node:1", { version: "22" });
github.actions.set("actions/checkout", "actions/checkout@${SHA}"); // v7.0.1
github.actions.set("actions/setup-node", "actions/setup-node@v7");
`;

describe("in a projenrc file it finds", () => {
  let all: Record<string, string>[] = [];
  beforeAll(() => {
    all = found(PROJENRC);
  });
  test.each([
    { depName: "python", packageName: "python", datasource: "docker", currentValue: "3.13" },
    { depName: "rust", packageName: "rust", datasource: "docker", currentValue: "1.90" },
    { depName: "debian", datasource: "docker", currentValue: "bookworm" },
    { depName: "node", datasource: "node-version", currentValue: "24" },
    { depName: "pipx", datasource: "pypi", currentValue: "1.18.4" },
    { depName: "uv", packageName: "ghcr.io/astral-sh/uv", datasource: "docker", currentValue: "0.13.9" },
    { depName: "postgres", datasource: "docker", currentValue: "17" },
    { depName: "redis", datasource: "docker", currentValue: "8.2-alpine" },
    { depName: "traefik", datasource: "docker", currentValue: "v3.5" },
    {
      depName: "registry.example.com:5000/mirror/search",
      datasource: "docker",
      currentValue: "2.1",
      currentDigest: DIGEST,
    },
    { depName: "nginx", datasource: "docker", currentValue: "1.29" },
    { depName: "ghcr.io/acme/tool", datasource: "docker", currentValue: "1.4.0" },
    { depName: "ghcr.io/devcontainers/features/node", datasource: "docker", currentValue: "1" },
    { depName: "actions/checkout", datasource: "github-tags", currentValue: "v7.0.1", currentDigest: SHA },
    { depName: "actions/setup-node", datasource: "github-tags", currentValue: "v7" },
  ])("$depName $currentValue once", (dependency) => {
    expect(all.filter((each) => each.depName === dependency.depName)).toEqual([dependency]);
  });
  test("nothing else", () => expect(all).toHaveLength(15));
});

test.each(["projenrc/services.ts", ".projenrc.js", "services/.projenrc.ts"])("it looks into %s", (path) => {
  expect(foundDependencies(made().customManagers, path, 'pipxVersion: "1.0"')).toHaveLength(1);
});
test.each(["src/app.ts", "Dockerfile", "compose.yaml"])("it does not look into %s", (path) => {
  expect(foundDependencies(made().customManagers, path, 'pipxVersion: "1.0"')).toEqual([]);
});
test("options of a projenrc file in JSON are found", () => {
  expect(foundDependencies(made().customManagers, ".projenrc.json", '"pipxVersion": "1.18.4"')).toHaveLength(1);
});
test("an option without a version is left alone", () => {
  expect(found('devContainerNode: "lts", pythonVersion: PYTHON')).toEqual([]);
});
test("an image that the project pushes is none of its updates", () => {
  expect(found('imageName: "ghcr.io/acme/orders", cacheImage: "ghcr.io/acme/orders/cache:1"')).toEqual([]);
});
test("poetry comes from its index", () => {
  expect(found('packageManagerVersion: "2.2.1"', {}, {}, PYPROJECTS.poetry)).toEqual([
    { depName: "poetry", datasource: "pypi", currentValue: "2.2.1" },
  ]);
});
test("images come from the mirror", () => {
  expect(found('pythonVersion: "3.13"', {}, { registryMirror: "registry.example.com/hub" })).toMatchObject([
    { packageName: "registry.example.com/hub/python" },
  ]);
});

describe("of a project that projen manages", () => {
  const ofManaged = (text: string) => {
    const project = containerProject();
    new Renovate(project);
    return foundDependencies(configurationOf(project).customManagers, ".projenrc.ts", text);
  };
  const pypi = (depName: string, currentValue: string) => ({ depName, datasource: "pypi", currentValue });
  test.each([
    [
      "deps of several kinds",
      'deps: ["fastapi@^0.115", // ours\n "uvicorn[standard]@>=0.30,<1", "orders"],',
      [pypi("fastapi", "^0.115"), pypi("uvicorn", ">=0.30,<1")],
    ],
    ["devDeps", "devDeps: ['pytest@^8'],", [pypi("pytest", "^8")]],
    ["an added dependency", 'project.addDependency("httpx@^0.28");', [pypi("httpx", "^0.28")]],
    ["one for development", 'project.addDevDependency("ruff@^0.9");', [pypi("ruff", "^0.9")]],
    ["what is no dependency", 'platforms: ["linux@1"], deps: [], keywords: ["a@1"]', []],
  ])("it finds %s", (_what, text, dependencies) => expect(ofManaged(text)).toEqual(dependencies));
});
test("dependencies of a pyproject.toml that people write are there, not in the projenrc file", () =>
  expect(found('deps: ["fastapi@^0.115"]')).toEqual([]));

describe("digests of pinned images", () => {
  const line = `"registry.example.com:5000/hub/python:3.13-slim-trixie": "${DIGEST}"`;
  const inFile = (pinImages: boolean) =>
    foundDependencies(made({}, { pinImages }).customManagers, "image-digests.json", `{\n  ${line}\n}\n`);
  test("are found in their file", () =>
    expect(inFile(true)).toEqual([
      {
        depName: "registry.example.com:5000/hub/python",
        datasource: "docker",
        currentValue: "3.13-slim-trixie",
        currentDigest: DIGEST,
      },
    ]));
  test("are not looked for where nothing is pinned", () => expect(inFile(false)).toEqual([]));
  test("are all that moves there", () => {
    const rules: { matchFileNames?: string[]; enabled?: boolean; matchUpdateTypes?: string[] }[] = made(
      {},
      {
        pinImages: true,
      },
    ).packageRules;
    const off = rules.find(({ matchFileNames }) => matchFileNames?.[0] === "image-digests.json");
    expect(off).toMatchObject({ enabled: false, matchUpdateTypes: ["major", "minor", "patch"] });
  });
});

describe("of several package managers", () => {
  const several = (text: string) => {
    const files = { "a/pyproject.toml": PYPROJECTS.uv, "b/pyproject.toml": PYPROJECTS.poetry };
    const project = new ExistingPythonProject({ name: "shop", outdir: folderWith(files), folders: ["a", "b"] });
    new Renovate(project);
    return foundDependencies(configurationOf(project).customManagers, ".projenrc.ts", text);
  };
  test.each([
    ["before", '{ packageManager: PackageManager.POETRY, port: 1, packageManagerVersion: "2.1" }'],
    ["after", '{ packageManagerVersion: "2.1", packageManager: PackageManager.POETRY }'],
  ])("the version belongs to the one that is named %s it", (_where, text) => {
    expect(several(`{ packageManager: PackageManager.UV }, ${text}`)).toEqual([
      { depName: "poetry", datasource: "pypi", currentValue: "2.1" },
    ]);
  });
  test("a version without a name is left alone", () => {
    expect(several('{ packageManagerVersion: "2.1" }')).toEqual([]);
  });
});

test.each([Jaeger, Mailpit, MariaDb, MongoDb, MySql, OpenTelemetryCollector, Postgres, RabbitMq, Redis, Valkey])(
  "%p has the image that is looked up",
  (service) => {
    const compose = new ComposeFile(bareProject());
    new service(compose, "service");
    const { file } = compose;
    const text = synthesized(file.project)[file.path];
    expect(text).toContain(`image: ${serviceImages[service.name]}:`);
  },
);

describe("what is generated is left alone", () => {
  const ignored = (project: Project): string[] => configurationOf(project).packageRules[0].matchFileNames;
  test("in a repository with files of people", () => {
    const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv, "package.json": "{}" });
    new Renovate(container);
    const files = ignored(container.project);
    expect(files).toEqual(
      expect.arrayContaining(["Dockerfile", "compose.yaml", ".devcontainer/devcontainer.json", FILE]),
    );
    expect(files).not.toContain("pyproject.toml");
  });
  test("but for what people write", () => {
    const container = containerBeside(
      { "pyproject.toml": PYPROJECTS.uv, Dockerfile: "FROM python:3.13 AS app\n" },
      { handWrittenFiles: ["Dockerfile"] },
    );
    new Renovate(container);
    expect(ignored(container.project)).not.toContain("Dockerfile");
  });
  test("in a project that projen manages", () => {
    const project = containerProject();
    new Renovate(project);
    const files = ignored(project);
    expect(files).toContain("pyproject.toml");
    expect(files).not.toContain("package.json");
  });
  test("in the folders of a repository", () => {
    const outdir = folderWith({ "services/api/pyproject.toml": PYPROJECTS.uv });
    const project = new ExistingPythonProject({ name: "shop", outdir, folders: ["services/api"] });
    new Renovate(project);
    expect(ignored(project)).toContain("services/api/Dockerfile");
  });
});

test("no name is left alone, since one of Python's may be that of an image", () => {
  const project = containerProject({ deps: ["redis@^5"] });
  new Renovate(project);
  expect(configurationOf(project)).not.toHaveProperty("ignoreDeps");
});
test("what a workflow commits does not end its updates", () => {
  expect(made().gitIgnoredAuthors).toEqual([expect.stringContaining("github-actions[bot]@")]);
});
test("the schedule and the labels can be named", () => {
  const { schedule, labels } = made({ schedule: "before 5am on Sunday", labels: ["update"] });
  expect({ schedule, labels }).toEqual({ schedule: ["before 5am on Sunday"], labels: ["update"] });
});
test.each([
  ...Object.values(RenovatebotScheduleInterval).flat(),
  "after 10pm every weekday",
  "before 5am every weekday",
  "every weekend",
  "on the 1st and 15th day of the month",
  "* 0-3 * * 1",
  "* */2 * * *",
])("the schedule %j is one", (schedule) => expect(made({ schedule }).schedule).toEqual([schedule]));
test.each(["whenever", "", "30 3 * * 1", "before 3am on Mondey"])("the schedule %j is told", (schedule) =>
  expect(() => made({ schedule })).toThrow(`schedule is ${JSON.stringify(schedule)}`),
);
test("one that is hosted oneself synthesizes by itself", () => {
  expect(made({ selfHosted: true }).postUpgradeTasks).toEqual({
    commands: ["npm ci", "npx projen"],
    fileFilters: ["**/*"],
    executionMode: "branch",
  });
});
test("one that is hosted oneself needs no workflow", () => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  new Renovate(container, { selfHosted: true });
  expect(Object.keys(synthesized(container.project))).not.toContain(".github/workflows/renovate-synth.yml");
});

describe("what is wrong is told", () => {
  test("of a second configuration", () => {
    const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
    new Renovate(container);
    expect(() => new Renovate(container)).toThrow("the option renovateUpdates");
  });
  test("of a project without a container", () => {
    const project = bareProject();
    new Renovate(project);
    expect(() => synthesized(project)).toThrow("there is no Python container");
  });
  test("of a token in the place of its name", () => {
    const container = new PythonContainer(bareProject());
    expect(() => new Renovate(container, { tokenSecret: `\${{ secrets.TOKEN }}` })).toThrow("is no name of a secret");
  });
});
