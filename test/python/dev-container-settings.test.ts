import { parseDocument, type YAMLMap } from "yaml";
import {
  DevContainerMode,
  type DevContainerProperties,
  ExistingPythonProject,
  LifecycleCommand,
  type PythonContainerOptions,
} from "../../src";
import { containerBeside, containerProject, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { folderWith, synthesized } from "../project-folder";

const pyproject = (more = "") => `[project]
name = "orders"
version = "1.2.0"
requires-python = ">=3.11"
dependencies = ["httpx>=0.28"]
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
${more}`;

function beside(more = "", files: Record<string, string> = {}, options: PythonContainerOptions = {}) {
  const all = { "pyproject.toml": pyproject(more), "orders/__init__.py": "", "uv.lock": "", ...files };
  return generated(containerBeside(all, options).project);
}

const vscode = (more?: string, files?: Record<string, string>) =>
  beside(more, files).devContainer.customizations.vscode;

const group = (...names: string[]) => `[dependency-groups]\ndev = ${JSON.stringify(names)}\n`;

describe("extensions", () => {
  test.each<[string, string, Record<string, string>, string]>([
    ["a dependency of a group", group("mypy"), {}, "ms-python.mypy-type-checker"],
    ["a table", "[tool.mypy]\nstrict = true\n", {}, "ms-python.mypy-type-checker"],
    ["a settings file", "", { "mypy.ini": "" }, "ms-python.mypy-type-checker"],
    ["a kernel", group("ipykernel"), {}, "ms-toolsai.jupyter"],
    ["pyright", group("pyright"), {}, "ms-python.vscode-pylance"],
    ["an extra", '[project.optional-dependencies]\nlint = ["pylint"]\n', {}, "ms-python.pylint"],
  ])("come of %s", (_, more, files, extension) => {
    expect(vscode(more, files).extensions).toContain(extension);
  });

  test.each([
    ["nothing", "", "charliermarsh.ruff"],
    ["ruff", "[tool.ruff]\nline-length = 100\n", "charliermarsh.ruff"],
    ["black", group("black"), "ms-python.black-formatter"],
    ["black beside ruff", group("ruff", "black"), "ms-python.black-formatter"],
  ])("with %s the formatter is the right one", (_, more, formatter) => {
    const { extensions, settings } = vscode(more);
    expect(settings["[python]"]).toEqual({ "editor.defaultFormatter": formatter });
    expect(extensions).toContain(formatter);
  });

  test("of ruff are not there beside another formatter", () => {
    expect(vscode(group("black")).extensions).not.toContain("charliermarsh.ruff");
  });

  test("of basedpyright take the place of Pylance", () => {
    expect(vscode(group("basedpyright")).settings["python.languageServer"]).toBe("None");
  });
});

describe("what is kept over rebuilds", () => {
  const folder = "/persistent";

  test("lies in a volume of this dev container alone", () => {
    expect(beside().devContainer.mounts).toEqual([
      { type: "volume", source: `dev-container-\${devcontainerId}`, target: folder },
    ]);
  });

  test("is the history and the caches", () => {
    const { HISTFILE, XDG_CACHE_HOME } = beside().devContainer.containerEnv;
    expect([HISTFILE, XDG_CACHE_HOME]).toEqual([`${folder}/bash_history`, `${folder}/cache`]);
  });

  test("may be written by any user, since a volume takes the permissions of the image's folder", () => {
    expect(argumentsOf(parsedStage(beside().dockerfile, "dev"), "RUN").join()).toContain(`--mode 1777 ${folder}`);
  });

  test("is nothing where people write the Dockerfile, which may have no such folder", () => {
    const files = { Dockerfile: "FROM python:3.13 AS dev\n" };
    expect(beside("", files, { handWrittenFiles: ["Dockerfile"] }).devContainer.mounts).toBeUndefined();
  });
});

describe("where a dependency is added", () => {
  test("is told in the dev container of a project that projen manages", () => {
    const { postAttachCommand } = generated(containerProject()).devContainer;
    expect(postAttachCommand.dependencies.join(" ")).toMatch(/^echo \.projenrc\.ts has the dependencies: .*npx projen/);
  });

  test("needs no word where people write pyproject.toml", () => {
    expect(beside().devContainer.postAttachCommand).toBeUndefined();
  });
});

test.each<[string, unknown, RegExp]>([
  ["devContainerNode", "", /devContainerNode is "".*a version/],
  ["devContainerNode", 22.1, /devContainerNode is 22\.1/],
  ["devContainerMode", "composee", /devContainerMode is "composee".*"dockerfile" or "compose"/],
])("%s can't be %j", (option, value, message) => {
  expect(() => beside("", {}, { [option]: value })).toThrow(message);
});

describe("as the compose service dev", () => {
  const compose: PythonContainerOptions = { devContainerMode: DevContainerMode.COMPOSE };
  const output = (options: PythonContainerOptions = {}) => beside("", {}, { ...compose, ...options });

  test("it is that service alone, in the folder where that shows the project", () => {
    const { devContainer } = output();
    const { dockerComposeFile, service, runServices, workspaceFolder } = devContainer;
    expect({ dockerComposeFile, service, runServices, workspaceFolder }).toEqual({
      dockerComposeFile: ["../compose.yaml", "compose.yaml"],
      service: "dev",
      runServices: ["dev"],
      workspaceFolder: output().compose.services.dev.working_dir,
    });
  });

  test("a second file takes it out of its profile", () => {
    const { files } = output({ serviceNames: { dev: "desk.1" } });
    const { contents } = parseDocument(files[".devcontainer/compose.yaml"], { logLevel: "silent" });
    expect((contents as YAMLMap).getIn(["services", "desk.1", "profiles"], true)).toMatchObject({ tag: "!reset" });
  });

  test("in the compose file of several projects it is the project's own", () => {
    const shop = new ExistingPythonProject({ outdir: folderWith(twoProjects), folders: ["api", "web"], ...compose });
    const text = synthesized(shop)["web/.devcontainer/devcontainer.json"];
    expect(JSON.parse(text.slice(text.indexOf("\n")))).toMatchObject({
      dockerComposeFile: ["../../compose.yaml", "compose.yaml"],
      service: "web-dev",
    });
  });

  test("has the same settings, and keeps the same", () => {
    const { customizations, mounts } = output().devContainer;
    const other = beside().devContainer;
    expect([customizations, mounts]).toEqual([other.customizations, other.mounts]);
  });

  test("is refused where that does not see the source on the host", () => {
    expect(() => output({ developmentMount: false })).toThrow(/developmentMount is false.*DevContainerMode.DOCKERFILE/);
  });
});

const twoProjects = {
  "api/pyproject.toml": pyproject().replace("orders", "api"),
  "api/api/__init__.py": "",
  "api/uv.lock": "",
  "web/pyproject.toml": pyproject().replace("orders", "web"),
  "web/web/__init__.py": "",
  "web/uv.lock": "",
};

test("what opens a package index is asked for", () => {
  const index = '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\n';
  expect(Object.keys(beside(index).devContainer.secrets)).toEqual(["UV_INDEX_ACME_USERNAME", "UV_INDEX_ACME_PASSWORD"]);
});

describe("in the dev container on request", () => {
  test("is Node, in the version that is asked for", () => {
    expect(beside("", {}, { devContainerNode: "22" }).devContainer.features).toEqual({
      "ghcr.io/devcontainers/features/node:1": { version: "22" },
    });
  });

  test("is PyCharm", () => {
    expect(beside("", {}, { jetbrainsFiles: true }).devContainer.customizations.jetbrains.backend).toBe("PyCharm");
  });
});

describe("the user's properties take the place of generated ones", () => {
  const written = (options: PythonContainerOptions, users: DevContainerProperties) => {
    const files = { "pyproject.toml": pyproject(), "orders/__init__.py": "", "uv.lock": "" };
    const { devContainer, project } = containerBeside(files, options);
    devContainer.configure(users);
    return generated(project).devContainer;
  };
  test.each<[string, PythonContainerOptions, DevContainerProperties, unknown]>([
    ["remoteUser", {}, { remoteUser: "root" }, "root"],
    [
      "workspaceFolder",
      { devContainerMode: DevContainerMode.COMPOSE },
      { workspaceFolder: "/workspaces" },
      "/workspaces",
    ],
    ["customizations.jetbrains.backend", { jetbrainsFiles: true }, { jetbrainsBackend: "IntelliJ" }, "IntelliJ"],
    [
      "features",
      { devContainerNode: "lts" },
      { features: { "ghcr.io/devcontainers/features/node:1": { version: "20" } } },
      { "ghcr.io/devcontainers/features/node:1": { version: "20" } },
    ],
    ["postCreateCommand", {}, { postCreateCommand: LifecycleCommand.shell("make") }, "make"],
  ])("%s", (path, options, users, value) => {
    const content = written(options, users);
    // biome-ignore lint/suspicious/noExplicitAny: it is what a parser gives
    expect(path.split(".").reduce((part: any, name) => part[name], content)).toEqual(value);
  });
});
