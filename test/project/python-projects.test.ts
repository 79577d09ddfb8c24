import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ExistingPythonProject, type ExistingPythonProjectOptions } from "../../src";
import { folderWith, synthesized } from "../project-folder";

const service = (name: string) =>
  `[project]\nname = "${name}"\nversion = "1.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi", "uvicorn"]\n`;

const REPOSITORY = {
  "services/api/pyproject.toml": service("api"),
  "services/api/main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
  "services/worker/pyproject.toml": service("worker"),
  "services/worker/main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
};
const FOLDERS = ["services/api", "services/worker"];

function repository(options: ExistingPythonProjectOptions = {}, files: Record<string, string> = REPOSITORY) {
  const project = new ExistingPythonProject({ folders: FOLDERS, ...options, outdir: folderWith(files) });
  for (const each of [project, ...project.pythonProjects]) jest.spyOn(each.logger, "warn").mockImplementation();
  return project;
}

const composeOf = (project: ExistingPythonProject) => parse(synthesized(project)["compose.yaml"]);

test("one compose file has the services of all folders", () => {
  expect(Object.keys(composeOf(repository()).services)).toEqual([
    "api",
    "api-builder",
    "api-dev",
    "worker",
    "worker-builder",
    "worker-dev",
  ]);
});

test("a build context is the folder's", () => {
  expect(composeOf(repository()).services.worker.build).toMatchObject({ context: "services/worker" });
});

test.each(FOLDERS)("%s has its Dockerfile", (folder) => {
  expect(Object.keys(synthesized(repository()))).toContain(`${folder}/Dockerfile`);
});

test("each folder has a compose file of its own where that is wanted", () => {
  const files = synthesized(repository({ composePerFolder: true }));
  expect(Object.keys(files).filter((path) => path.endsWith("compose.yaml"))).toEqual([
    "services/api/compose.yaml",
    "services/worker/compose.yaml",
  ]);
});

test("the root folder has no Dockerfile where it is no Python project", () => {
  expect(synthesized(repository()).Dockerfile).toBeUndefined();
});

test("the root folder can be one of the projects", () => {
  const files = { ...REPOSITORY, "pyproject.toml": service("gateway"), "main.py": REPOSITORY["services/api/main.py"] };
  const project = repository({ folders: [...FOLDERS, "."] }, files);
  expect(Object.keys(composeOf(project).services)).toEqual([
    ...["app", "builder", "dev"],
    ...["api", "api-builder", "api-dev"],
    ...["worker", "worker-builder", "worker-dev"],
  ]);
});

test("options hold for each of the folders", () => {
  const files = synthesized(repository({ pythonVersion: "3.12" }));
  for (const folder of FOLDERS) expect(files[`${folder}/Dockerfile`]).toContain("ARG PYTHON_VERSION=3.12");
});

test("a project that is added has options of its own", () => {
  const project = repository({ folders: ["services/api"] });
  project.addPythonProject("services/worker", { port: 9000 });
  expect(composeOf(project).services.worker.ports).toEqual([expect.objectContaining({ target: 9000 })]);
});

test("two projects of one name are told apart by their folders", () => {
  const files = { ...REPOSITORY, "services/worker/pyproject.toml": service("api") };
  expect(Object.keys(composeOf(repository({}, files)).services)).toContain("services-worker");
});

test("a mistake in one folder keeps all files from being written", () => {
  const project = repository({}, { ...REPOSITORY, "services/worker/pyproject.toml": "[project\n" });
  expect(() => synthesized(project)).toThrow(/^services\/worker: pyproject.toml/);
  expect(existsSync(join(project.outdir, "services/api/Dockerfile"))).toBe(false);
});

test("a hand-written file in one folder keeps all files from being written", () => {
  const project = repository({}, { ...REPOSITORY, "services/worker/Dockerfile": "FROM python\n" });
  expect(() => synthesized(project)).toThrow(/services\/worker\/Dockerfile is written by hand/);
  expect(existsSync(join(project.outdir, ".projen"))).toBe(false);
});

test("a hand-written file of a folder is left to people by its path from the root folder", () => {
  const files = { ...REPOSITORY, "services/worker/.dockerignore": "docs\n" };
  const written = synthesized(repository({ handWrittenFiles: ["services/worker/.dockerignore"] }, files));
  expect(written["services/worker/.dockerignore"]).toBe("docs\n");
});

test.each(["../other", "/srv", "", "a/../.."])("the folder %j is none", (folder) => {
  expect(() => repository({ folders: [folder] })).toThrow(/is no folder of the repository/);
});

test("a folder is added once", () => {
  expect(() => repository({ folders: ["services/api", "services/api/"] })).toThrow(/is added twice/);
});

test("a root folder without a container says where containers are", () => {
  expect(() => repository().container).toThrow(/there are those in "services\/api", "services\/worker"/);
});

test("the check of the root folder is that of all", () => {
  const tasks = JSON.parse(synthesized(repository())[".projen/tasks.json"]).tasks;
  expect(tasks["container:check"].steps).toEqual([{ exec: "npx --no -- python-container check", receiveArgs: true }]);
});

test("tasks of a root folder with a project of its own concern all", () => {
  const files = { ...REPOSITORY, "pyproject.toml": service("gateway"), "main.py": REPOSITORY["services/api/main.py"] };
  const written = synthesized(repository({ folders: [".", "services/api"] }, files));
  const { tasks } = JSON.parse(written[".projen/tasks.json"]);
  expect(tasks["container:check"].steps).toHaveLength(1);
  expect(tasks["compose:up"].steps.map(({ exec }: { exec: string }) => exec)).toEqual([
    "docker compose up --build --detach --wait",
  ]);
});

test("a project of the name of the root project is told apart by its folder", () => {
  const files = { ...REPOSITORY, "pyproject.toml": service("api"), "main.py": REPOSITORY["services/api/main.py"] };
  const project = repository({ folders: [".", "services/api"] }, files);
  expect(Object.keys(composeOf(project).services)).toContain("services-api");
});

test("the root folder is not added", () => {
  expect(() => repository().addPythonProject("./")).toThrow(/is the root folder/);
});

test("a repository without a Python project stops the synth", () => {
  expect(() => synthesized(repository({ folders: [] }))).toThrow(/folders is empty/);
});

test("a folder that is not there is told", () => {
  expect(() => repository({ folders: ["services/apis"] })).toThrow(/there is no folder "services\/apis"/);
});

test("files in a folder name the projenrc file of the root folder", () => {
  expect(synthesized(repository())["services/api/Dockerfile"]).toContain("To modify, edit ../../.projenrc.ts and");
});

describe("the task for all tests", () => {
  const tested = (name: string) => `${service(name)}[dependency-groups]\ndev = ["pytest"]\n`;
  const steps = (files: Record<string, string>, folders = FOLDERS) => {
    const written = synthesized(repository({ folders }, { ...REPOSITORY, ...files }));
    const task = JSON.parse(written[".projen/tasks.json"]).tasks["compose:test"];
    return task?.steps.map(({ cwd, exec }: { cwd?: string; exec: string }) => `${cwd}: ${exec}`);
  };
  const ofWorker = "services/worker: npx projen compose:test";
  test("runs those of the folders that have some", () => {
    expect(steps({ "services/worker/pyproject.toml": tested("worker") })).toEqual([ofWorker]);
  });
  test("is not there where no folder has any", () => expect(steps({})).toBeUndefined());
  test("leaves out the root folder where that has none", () => {
    const files = { "pyproject.toml": service("gateway"), "services/worker/pyproject.toml": tested("worker") };
    expect(steps(files, [".", "services/worker"])).toEqual([ofWorker]);
  });
});

test("what runs in a profile is stopped too", () => {
  const { tasks } = JSON.parse(synthesized(repository())[".projen/tasks.json"]);
  expect(tasks["compose:down"].steps[0].exec).toBe('docker compose --profile "*" down');
});
