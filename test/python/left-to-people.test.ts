import { join } from "node:path";
import { Project, TextFile } from "projen";
import { parse } from "yaml";
import { ComposeFile, PythonContainer, type PythonContainerOptions } from "../../src";
import { containerBeside } from "../container-project";
import { lockedProject, type SampleProject } from "../lock/locked-project";
import { folderWith, synthesized } from "../project-folder";

const DOCKERFILE = "FROM python:3.13-slim AS base\nCOPY orders orders\nFROM base AS web\nCMD orders\n";

const project = {
  "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.12"\n',
  "uv.lock": "",
  "orders/__init__.py": "",
  Dockerfile: DOCKERFILE,
};

const stages = { stageNames: { app: "web", dev: "base" } };

/** The container of a project whose Dockerfile people write. */
const beside = (options: PythonContainerOptions = {}, files: Record<string, string> = {}, left: string[] = []) =>
  containerBeside(
    { ...project, ...files },
    { command: ["orders"], handWrittenFiles: ["Dockerfile", ...left], ...options },
  );

const synth = (...given: Parameters<typeof beside>) => synthesized(beside(...given).project);

describe("stages of a Dockerfile that people write", () => {
  test("are named by stageNames, the same one more than once", () => {
    const files = synth({ stageNames: { app: "web", dev: "web", builder: "web" } });
    expect(files.Dockerfile).toBe(DOCKERFILE);
    expect(files["compose.yaml"]).toContain("target: web\n");
    expect(files[".devcontainer/devcontainer.json"]).toContain('"target": "web"');
  });

  test("are looked for before anything is written, all of them", () => {
    const message =
      'Dockerfile: people write it, and it has no stage "prod" or "work" for the task docker:build, compose.yaml service "app", compose.yaml service "dev", .devcontainer/devcontainer.json; its stages are "base", "web"; name the stages that it has: stageNames: { app: "web", dev: "web" }, or leave what builds them to people too: handWrittenFiles: ["Dockerfile", "compose.yaml", ".devcontainer/devcontainer.json"]';
    const { project } = beside({ stageNames: { app: "prod", dev: "work" } });
    expect(() => synthesized(project)).toThrow(message);
  });

  test("need not have the one of the app image: it is the last one then", () => {
    const files = synth({ stageNames: { dev: "web" } });
    expect(parse(files["compose.yaml"]).services.app.build.target).toBeUndefined();
  });

  test("need not bear the restrictions of the generated image", () => {
    expect(parse(synth(stages)["compose.yaml"]).services.app.read_only).toBeUndefined();
  });

  test("without a name are told", () => {
    const message = /its stages are 1 without a name, which FROM … AS … gives;/;
    expect(() => synth({ stageNames: { app: "prod" } }, { Dockerfile: "FROM python:3.13\n" })).toThrow(message);
  });

  test("have the account that the dev container takes only where an option says so", () => {
    expect(synth(stages)[".devcontainer/devcontainer.json"]).not.toContain("remoteUser");
  });

  test("expose the port that compose publishes", () => {
    const files = synth({}, { Dockerfile: "FROM python:3.13\nEXPOSE 8081/tcp\n" });
    expect(parse(files["compose.yaml"]).services.app.ports).toMatchObject([{ target: 8081 }]);
  });

  test("get the arguments that they declare, and no others", () => {
    const files = synth({}, { Dockerfile: "FROM python:3.13\nARG UID=1000\n" });
    expect(Object.keys(parse(files["compose.yaml"]).services.app.build.args)).toEqual(["UID"]);
  });

  test("need not have one for a dev container: none is generated then", () => {
    const files = synth({}, { Dockerfile: "FROM python:3.13\n" });
    expect(Object.keys(files)).not.toContain(".devcontainer/devcontainer.json");
  });

  test("of one's own services are looked for too", () => {
    const container = beside(stages);
    container.compose.addService("docs", { imageBuild: { target: "docs" } });
    expect(() => synthesized(container.project)).toThrow(/no stage "docs" for compose.yaml service "docs";/);
  });

  test("of services with another Dockerfile are not", () => {
    const container = beside(stages);
    container.compose.addService("docs", { imageBuild: { context: "docs", target: "docs" } });
    expect(() => synthesized(container.project)).not.toThrow();
  });

  test("of commands with an image of their own are looked for", () => {
    const container = beside(stages);
    container.addCommand("worker", ["work"], { ownImage: true });
    expect(() => synthesized(container.project)).toThrow(/no stage "worker"/);
  });

  test("are not looked for where people write what builds them", () => {
    const left = ["compose.yaml", ".devcontainer/devcontainer.json"];
    const files = { "compose.yaml": "services: {}\n", ".devcontainer/devcontainer.json": "{}" };
    const container = beside({ stageNames: { app: "web" } }, files, left);
    container.compose.addService("docs", { imageBuild: { target: "docs" } });
    expect(() => synthesized(container.project)).not.toThrow();
  });

  test("are looked for from a compose file that others share", () => {
    const root = new Project({
      name: "shop",
      outdir: folderWith({ "api/Dockerfile": "FROM a AS dev\n", "api/pyproject.toml": project["pyproject.toml"] }),
    });
    const api = new Project({ name: "api", parent: root, outdir: "api" });
    new PythonContainer(api, {
      composeFile: new ComposeFile(root),
      handWrittenFiles: ["Dockerfile"],
      stageNames: { app: "web" },
    });
    expect(() => synthesized(root)).toThrow(
      /^api: Dockerfile: .*..\/compose.yaml service "api".*"Dockerfile", "..\/compose.yaml"/,
    );
  });
});

describe("the service of the builder stage", () => {
  const services = (options: PythonContainerOptions, dockerfile = DOCKERFILE) =>
    beside({ ...stages, ...options }, { Dockerfile: dockerfile }).compose.services.map(({ name }) => name);

  test("is not there where the Dockerfile has no such stage", () => expect(services({})).not.toContain("builder"));
  test("is there where it has", () => {
    expect(services({}, `${DOCKERFILE}FROM base AS builder\n`)).toContain("builder");
  });
  test("is looked for where an option names one", () => {
    expect(() => synth({ stageNames: { ...stages.stageNames, builder: "tools" } })).toThrow(/no stage "tools"/);
  });
});

describe("the services of development", () => {
  const services = (files: Record<string, string>) =>
    beside({ stageNames: { app: "web" } }, files).compose.services.map(({ name }) => name);

  test("are not there where the Dockerfile has no such stage", () => {
    expect(services({ Dockerfile: DOCKERFILE })).toEqual(["app"]);
  });
  test("are there where it has", () => {
    expect(services({ Dockerfile: `${DOCKERFILE}FROM base AS dev\n` })).toEqual(["app", "dev", "test", "debug"]);
  });
});

describe("the task lock", () => {
  const exec = (dockerfile: string) =>
    beside(stages, { Dockerfile: dockerfile }).project.tasks.tryFind("lock")?.steps[0].exec;

  test("says so where the Dockerfile makes no lock file", () => {
    expect(exec(DOCKERFILE)).toMatch(/^sh -c .*Dockerfile is written by people and makes no lock file.* exit 1'$/);
  });
  test("runs where it has the stages, as one that was generated", () => {
    expect(exec(`${DOCKERFILE}FROM base AS resolve\nFROM scratch AS lock\n`)).toMatch(/^docker build --target lock /);
  });
});

describe("sources of a Dockerfile that people write", () => {
  const copies = (line: string, files = {}, left: string[] = []) =>
    synth(stages, { Dockerfile: `${DOCKERFILE}${line}\n`, ...files }, left);

  test("have to be there", () => {
    expect(() => copies("COPY orders migrations /app/")).toThrow(
      'Dockerfile line 5: COPY takes "migrations", and the build context has nothing there',
    );
  });

  test("have to be in the context", () => {
    expect(() => copies("COPY tests /app/", { "tests/x": "" })).toThrow(
      '.dockerignore: the pattern "tests" leaves out "tests"; the build needs it (Dockerfile line 5: COPY); remove the pattern, or take the file in again by addExceptions("tests")',
    );
  });

  test("may be what the synth writes", () => {
    const { project } = beside(stages, { Dockerfile: `${DOCKERFILE}COPY settings /app/\n` });
    new TextFile(project, "settings/app.ini");
    expect(() => synthesized(project)).not.toThrow();
  });

  test("are no matter where people write the .dockerignore", () => {
    expect(() => copies("COPY tests missing /app/", { ".dockerignore": "tests\n" }, [".dockerignore"])).not.toThrow();
  });

  test("lie in the build context, which may be above", () => {
    const files = { "api/Dockerfile": "FROM a AS app\nCOPY api/x libs/y /\n", "api/x": "", "libs/y": "" };
    const outdir = join(folderWith({ ...files, "api/pyproject.toml": project["pyproject.toml"] }), "api");
    const container = new PythonContainer(new Project({ name: "api", outdir }), {
      buildContext: "..",
      handWrittenFiles: ["Dockerfile"],
      stageNames: { dev: "app" },
      command: ["x"],
    });
    expect(() => synthesized(container.project)).not.toThrow();
  });

  test("take the place of what a generated one would read", () => {
    const container = beside(stages);
    container.dockerignore.addPatterns("pyproject.toml");
    expect(() => synthesized(container.project)).not.toThrow();
  });
});

describe("a .dockerignore that people write", () => {
  const ignoring = (text: string) =>
    containerBeside(
      { ...project, ".dockerignore": text },
      { command: ["orders"], handWrittenFiles: [".dockerignore"], existingFiles: "overwrite" as never },
    );

  test("is what the build context goes by", () => {
    expect(() => synthesized(ignoring("\ufeff# all\r\norders\r\n").project)).toThrow(
      /^\.dockerignore: the pattern "orders" leaves out "orders"; .*a line !orders where people write .dockerignore/,
    );
  });

  test("counts for nothing else", () => {
    const { project, dockerignore } = ignoring("docs\n");
    dockerignore.addPatterns("orders");
    expect(synthesized(project)[".dockerignore"]).toBe("docs\n");
  });
});

describe("an ignore file of the Dockerfile alone, that people write", () => {
  const { Dockerfile: _, ...generated } = project;
  const container = (left: string[], more = {}) =>
    containerBeside(
      { ...generated, "Dockerfile.dockerignore": "docs\n", ...more },
      { command: ["orders"], handWrittenFiles: left },
    );

  test("is a mistake, since builds go by it", () => {
    expect(() => synthesized(container([]).project)).toThrow(
      'Dockerfile.dockerignore: people write it, and builds go by it and not by .dockerignore; a Dockerfile has one of the two; leave it to them: handWrittenFiles: ["Dockerfile.dockerignore"]',
    );
  });

  test("takes the place of ours where it is left to them", () => {
    expect(Object.keys(synthesized(container(["Dockerfile.dockerignore"]).project))).not.toContain(".dockerignore");
  });

  test("is what the build context goes by then", () => {
    const { project } = container(["Dockerfile.dockerignore"], { "Dockerfile.dockerignore": "orders\n" });
    expect(() => synthesized(project)).toThrow(/^Dockerfile.dockerignore: the pattern "orders" leaves out/);
  });
});

describe("what the lock file means for the generated Dockerfile", () => {
  const locked = (packages: SampleProject["packages"], options: PythonContainerOptions) =>
    beside({ ...stages, ...options }, lockedProject({ packages })).project;

  test("is no mistake where people write the Dockerfile", () => {
    const wheels = ["cp313-cp313-manylinux_2_28_x86_64"];
    const project = locked({ numpy: { wheels } }, { platforms: ["linux/amd64", "linux/arm64"] });
    expect(() => synthesized(project)).not.toThrow();
  });

  test("is no warning there", () => {
    const project = locked({ unheard: { hasSdist: true } }, { command: undefined });
    const warn = jest.spyOn(project.logger, "warn").mockImplementation();
    synthesized(project);
    expect(warn).not.toHaveBeenCalled();
  });
});
